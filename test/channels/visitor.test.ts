import { expect } from 'chai';
import { createVisitors, plainAddress } from '../../src/channels/visitor.ts';

/** A request from an address, with what proxies wrote. */
const from = (remoteAddress: string | undefined, forwarded?: string) => ({
  socket: { remoteAddress },
  headers: { 'x-forwarded-for': forwarded },
});

describe('an address', () => {
  const written: [string, string | null][] = [
    ['192.0.2.1', '192.0.2.1'],
    ['192.0.2.1:4711', '192.0.2.1'],
    ['::ffff:192.0.2.1', '192.0.2.1'],
    ['::FFFF:c000:201', '192.0.2.1'],
    ['[::ffff:192.0.2.1]:80', '192.0.2.1'],
    ['64:ff9b::192.0.2.1', '192.0.2.1'],
    ['2001:db8::1', '2001:db8:0:0:0:0:0:1'],
    ['[2001:DB8::1]', '2001:db8:0:0:0:0:0:1'],
    ['[2001:db8::1]:4711', '2001:db8:0:0:0:0:0:1'],
    ['fe80::1%eth0', 'fe80:0:0:0:0:0:0:1'],
    ['::', '0:0:0:0:0:0:0:0'],
    ['::1', '0:0:0:0:0:0:0:1'],
    ['1:2:3:4:5:6:7:8', '1:2:3:4:5:6:7:8'],
    ['1::', '1:0:0:0:0:0:0:0'],
    ['unknown', null],
    ['_hidden', null],
    ['', null],
    ['192.0.2.1.example', null],
    ['192.0.2.256', null],
    ['[x]:1', null],
  ];
  for (const [text, plain] of written)
    it(`written "${text}" is ${plain ?? 'none'}`, () => {
      expect(plainAddress(text)).to.equal(plain);
    });
});

describe('a visitor', () => {
  const { visitorOf, comesFromUnnamedProxy } = createVisitors(['127.0.0.0/8', '::1', '172.18.0.0/16', 'fd00::7']);

  it('is the one who connects, where that is no proxy', () => {
    expect(visitorOf(from('203.0.113.9'))).to.equal('203.0.113.9');
    expect(visitorOf(from('203.0.113.9', '198.51.100.1'))).to.equal('203.0.113.9');
  });

  it('is the one whom the last proxy names', () => {
    for (const proxy of ['127.0.0.1', '::ffff:127.0.0.1', '::1', '172.18.0.1', 'fd00::7'])
      expect(visitorOf(from(proxy, '198.51.100.1')), proxy).to.equal('198.51.100.1');
  });

  it('is the last who is no proxy, whatever stands before', () => {
    expect(visitorOf(from('127.0.0.1', '6.6.6.6, 198.51.100.1, 172.18.0.3'))).to.equal('198.51.100.1');
    expect(visitorOf(from('127.0.0.1', '127.0.0.1, 198.51.100.1:4711 '))).to.equal('198.51.100.1');
    expect(visitorOf(from('127.0.0.1', '198.51.100.1, nonsense'))).to.equal('127.0.0.1');
  });

  it('is the proxy itself, where all are proxies or nobody is named', () => {
    expect(visitorOf(from('172.18.0.1'))).to.equal('172.18.0.1');
    expect(visitorOf(from('172.18.0.1', '127.0.0.1'))).to.equal('127.0.0.1');
    expect(visitorOf(from('127.0.0.1', ''))).to.equal('127.0.0.1');
  });

  it('is named by a proxy on a unix socket, which has no address', () => {
    expect(visitorOf(from(undefined, '198.51.100.1'))).to.equal('198.51.100.1');
    expect(visitorOf(from(undefined))).to.equal('127.0.0.1');
  });

  it('is one for all addresses of one IPv6 network of 64 bits, and only for those', () => {
    const all = Array.from({ length: 300 }, (_, number) => visitorOf(from('::1', `2001:db8:1:2:${number}::${number}`)));
    expect([...new Set(all)]).to.deep.equal(['2001:db8:1:2::/64']);
    expect(visitorOf(from('::1', '2001:db8:1:3::1'))).to.equal('2001:db8:1:3::/64');
    expect(visitorOf(from('::1', '2001:db8::1'))).to.equal('2001:db8:0:0::/64');
  });

  it('is one by every port', () => {
    const all = Array.from({ length: 300 }, (_, port) => visitorOf(from('::1', `198.51.100.1:${port + 1}`)));
    expect([...new Set(all)]).to.deep.equal(['198.51.100.1']);
  });

  it('of a proxy in a private network that no setting names is told', () => {
    expect(comesFromUnnamedProxy(from('10.0.0.2', '198.51.100.1'))).to.equal(true);
    expect(comesFromUnnamedProxy(from('fd00::8', '198.51.100.1'))).to.equal(true);
    expect(comesFromUnnamedProxy(from('10.0.0.2'))).to.equal(false);
    expect(comesFromUnnamedProxy(from('172.18.0.1', '198.51.100.1'))).to.equal(false);
    // Anybody may write the header.
    expect(comesFromUnnamedProxy(from('203.0.113.9', '198.51.100.1'))).to.equal(false);
  });
});
