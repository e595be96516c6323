import { expect } from 'chai';
import { canonicalTarget } from '../../src/http/target.ts';
import { type Program, startProgram } from './program.ts';
import { requestText, sendRaw, statusOf } from './rawRequest.ts';

describe('the address of a request', () => {
  it('has one form, however it is written', () => {
    expect(canonicalTarget('/%63hat')).to.equal('/chat');
    expect(canonicalTarget('/%2e%2e/de/%63h%61t?q=%41%20b')).to.equal('/de/chat?q=%41%20b');
    expect(canonicalTarget('http://www.example.org/directory?country=DE')).to.equal('/directory?country=DE');
    expect(canonicalTarget('//evil.example/chat')).to.equal('//evil.example/chat');
    expect(canonicalTarget('/directory/%c3%a9')).to.equal('/directory/%C3%A9');
  });

  it('is none where it cannot be read', () => {
    for (const target of ['*', 'chat', '/%', '/%zz', '/%ff', 'ftp://a/b', 'http://[', `/${'a'.repeat(50_000)}`])
      expect(canonicalTarget(target), target.slice(0, 20)).to.equal(null);
  });

  describe('over the line', () => {
    let program: Program;
    before(async () => {
      program = await startProgram();
    });
    after(() => program.close());

    it('gives 4xx for what is no address, no name of a host, no method, and goes on', async () => {
      const odd = [
        requestText('GET', '/%ff', {}),
        requestText('GET', '*', {}),
        requestText('GET', '/chat', { Host: 'a/b' }),
        requestText('GET', '/chat', { Host: 'a b' }),
        requestText('GET', '/chat', { Host: '[::1' }),
        requestText('GET', '/chat', { Host: 'user@host' }),
        requestText('PROPFIND', '/chat', {}),
        'GARBAGE\r\n\r\n',
        'GET /chat HTTP/9.9\r\n\r\n',
      ];
      for (const text of odd) {
        const status = statusOf(await sendRaw(program.port, text));
        expect(status, text.slice(0, 30)).to.be.within(400, 499);
      }
      expect((await fetch(`${program.address}/healthz`)).status).to.equal(200);
      expect(program.errors()).to.equal('');
    });

    it('answers a wish to change the protocol as any other request', async () => {
      const text = requestText('GET', '/healthz', { Connection: 'Upgrade', Upgrade: 'websocket' });
      expect(statusOf(await sendRaw(program.port, text, 1500))).to.equal(200);
    });

    it('gives the chat the same rule of keeping, however its address is written', async () => {
      for (const path of ['/chat', '/%63hat', '/%63%68%61%74', '/de/../chat'])
        expect(await sendRaw(program.port, requestText('GET', path, {})), path).to.match(/Cache-Control: no-store/i);
    });

    it('answers HEAD wherever it answers GET, without a body', async () => {
      for (const path of [
        '/',
        '/chat',
        '/directory',
        '/embed.js',
        '/embed/de',
        '/healthz',
        '/readyz',
        '/robots.txt',
        '/sitemap.xml',
      ]) {
        const [get, head] = await Promise.all(
          ['GET', 'HEAD'].map((method) => sendRaw(program.port, requestText(method, path, {}))),
        );
        expect(statusOf(get!), path).to.equal(200);
        expect(statusOf(head!), path).to.equal(200);
        expect(head!.split('\r\n\r\n')[1], path).to.equal('');
      }
    });

    it('repeats no name that a request gives the site', async () => {
      for (const path of ['/robots.txt', '/sitemap.xml']) {
        expect(await sendRaw(program.port, requestText('GET', path, { Host: 'evil.example' })), path).not.to.include(
          'evil',
        );
        expect(await sendRaw(program.port, requestText('GET', path, { Host: '127.0.0.1:80' })), path).to.include(
          'http://127.0.0.1:80/',
        );
      }
    });

    it('tells that the front page depends on the languages of the browser, and reads which is liked best', async () => {
      const page = await fetch(program.address, { headers: { accept: 'text/html', 'accept-language': 'en' } });
      expect(page.headers.get('vary')).to.include('Accept-Language');
      const german = await fetch(program.address, {
        redirect: 'manual',
        headers: { accept: 'text/html', 'accept-language': 'fr;q=0.2, de;q=0.9, es;q=0' },
      });
      expect(german.headers.get('location')).to.equal('/de');
    });
  });
});
