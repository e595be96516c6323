import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import { createSeal, keptSealKey, readSealKeys, SealError } from '../../src/storage/seal.ts';

const key = (fill: number): Uint8Array => new Uint8Array(32).fill(fill);

async function codeOf(opening: Promise<unknown>): Promise<string> {
  try {
    await opening;
    return 'opened';
  } catch (error) {
    return error instanceof SealError ? error.code : 'another error';
  }
}

describe('a seal', () => {
  it('gives back what was sealed', async () => {
    const { seal, open } = createSeal([key(1)]);
    expect(await open(await seal({ talk: ['breast'] }, 30))).to.deep.equal({ talk: ['breast'] });
  });

  it('hides what was sealed', async () => {
    expect(await createSeal([key(1)]).seal('melanoma', 30)).not.to.include(
      Buffer.from('melanoma').toString('base64url'),
    );
  });

  it('does not open after its time', async () => {
    let now = 0;
    const { seal, open } = createSeal([key(1)], () => now);
    const token = await seal('x', 30);
    now = 30 * 60_000;
    expect(await codeOf(open(token))).to.equal('opened');
    now += 1;
    expect(await codeOf(open(token))).to.equal('expired');
  });

  it('does not open where a letter was changed, or with another key', async () => {
    const token = await createSeal([key(1)]).seal('x', 30);
    for (const place of [5, 40, token.length - 3]) {
      const changed = `${token.slice(0, place)}${token[place] === 'A' ? 'B' : 'A'}${token.slice(place + 1)}`;
      expect(await codeOf(createSeal([key(1)]).open(changed)), String(place)).to.equal('invalid');
    }
    expect(await codeOf(createSeal([key(2)]).open(token))).to.equal('invalid');
    for (const nonsense of ['', 'a.b.c.d.e', 'nonsense', '....']) {
      expect(await codeOf(createSeal([key(1)]).open(nonsense))).to.equal('invalid');
    }
  });

  it('opens with the old key while a new one seals', async () => {
    const token = await createSeal([key(1)]).seal('old', 30);
    const both = createSeal([key(2), key(1)]);
    expect(await both.open(token)).to.equal('old');
    expect(await codeOf(createSeal([key(1)]).open(await both.seal('new', 30)))).to.equal('invalid');
  });

  it('refuses keys of another length', () => {
    expect(() => createSeal([new Uint8Array(31)])).to.throw(RangeError);
    expect(() => createSeal([])).to.throw(RangeError);
  });
});

describe('the kept key', () => {
  const folder = mkdtempSync(join(tmpdir(), 'seal-'));
  after(() => rmSync(folder, { recursive: true }));

  it('is made once, is the same the next time, and only its owner reads it', () => {
    const made = keptSealKey(folder);
    expect(made).to.have.length(32);
    expect(keptSealKey(folder)).to.deep.equal(made);
    expect(statSync(join(folder, 'seal.key')).mode & 0o077).to.equal(0);
  });

  it('is read from the settings in base64 and base64url', () => {
    const bytes = Buffer.alloc(32, 251);
    expect(
      readSealKeys(`${bytes.toString('base64')}, ${bytes.toString('base64url')}`).map((each) => Buffer.from(each)),
    ).to.deep.equal([bytes, bytes]);
  });
});
