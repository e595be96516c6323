import { spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { deflateRawSync } from 'node:zlib';
import { expect } from 'chai';
import { CompactEncrypt } from 'jose';
import { readSealKeys } from '../../src/storage/keyText.ts';
import { createSeal, MOST_BYTES, SealError } from '../../src/storage/seal.ts';
import { keptSealKey } from '../../src/storage/sealKey.ts';
import { StoreError } from '../../src/storage/store.ts';

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
    expect(await open('chat', await seal('chat', { talk: ['breast'] }, 30))).to.deep.equal({ talk: ['breast'] });
  });

  it('hides what was sealed', async () => {
    expect(await createSeal([key(1)]).seal('chat', 'melanoma', 30)).not.to.include(
      Buffer.from('melanoma').toString('base64url'),
    );
  });

  it('does not open after its time', async () => {
    let now = 0;
    const { seal, open } = createSeal([key(1)], () => now);
    const token = await seal('chat', 'x', 30);
    now = 30 * 60_000;
    expect(await codeOf(open('chat', token))).to.equal('opened');
    now += 1;
    expect(await codeOf(open('chat', token))).to.equal('expired');
  });

  it('does not open where a letter was changed, or with another key', async () => {
    const token = await createSeal([key(1)]).seal('chat', 'x', 30);
    for (const place of [5, 40, token.length - 3]) {
      const changed = `${token.slice(0, place)}${token[place] === 'A' ? 'B' : 'A'}${token.slice(place + 1)}`;
      expect(await codeOf(createSeal([key(1)]).open('chat', changed)), String(place)).to.equal('invalid');
    }
    expect(await codeOf(createSeal([key(2)]).open('chat', token))).to.equal('invalid');
    for (const nonsense of ['', 'a.b.c.d.e', 'nonsense', '....']) {
      expect(await codeOf(createSeal([key(1)]).open('chat', nonsense))).to.equal('invalid');
    }
  });

  it('opens with the old key while a new one seals', async () => {
    const token = await createSeal([key(1)]).seal('chat', 'old', 30);
    const both = createSeal([key(2), key(1)]);
    expect(await both.open('chat', token)).to.equal('old');
    expect(await codeOf(createSeal([key(1)]).open('chat', await both.seal('chat', 'new', 30)))).to.equal('invalid');
  });

  it('opens for its own purpose only, whatever was sealed', async () => {
    const { seal, open } = createSeal([key(1)]);
    for (const [purpose, other] of [
      ['chat', 'form'],
      ['form', 'chat'],
    ] as const) {
      const token = await seal(purpose, { talk: 'x' }, 30);
      expect(await open(purpose, token)).to.deep.equal({ talk: 'x' });
      expect(await codeOf(open(other, token))).to.equal('invalid');
    }
  });

  it('does not open a token without a purpose, as they were before', async () => {
    const token = await new CompactEncrypt(Buffer.from(JSON.stringify({ until: Date.now() + 60_000, value: 'x' })))
      .setProtectedHeader({ alg: 'dir', enc: 'A256GCM' })
      .encrypt(key(1));
    for (const purpose of ['chat', 'form'] as const) {
      expect(await codeOf(createSeal([key(1)]).open(purpose, token))).to.equal('invalid');
    }
  });

  it('makes the talk of a form small, and never unpacks more than a limit', async () => {
    const { seal, open } = createSeal([key(1)]);
    const said = Array(200).fill('Who helps with bowel cancer?');
    const token = await seal('form', said, 30);
    expect(token.length).to.be.below(600);
    expect(await open('form', token)).to.deep.equal(said);
    expect(await codeOf(seal('form', 'a'.repeat(MOST_BYTES), 30))).to.equal('another error');
    const bomb = await new CompactEncrypt(deflateRawSync(Buffer.alloc(5 * MOST_BYTES, ' ')))
      .setProtectedHeader({ alg: 'dir', enc: 'A256GCM', typ: 'form' })
      .encrypt(key(1));
    expect(await codeOf(open('form', bomb))).to.equal('invalid');
  });

  it('refuses keys of another length', () => {
    expect(() => createSeal([new Uint8Array(31)])).to.throw(RangeError);
    expect(() => createSeal([])).to.throw(RangeError);
  });
});

describe('the kept key', () => {
  const root = mkdtempSync(join(tmpdir(), 'seal-'));
  let count = 0;
  const newFolder = (): string => {
    count += 1;
    return join(root, String(count));
  };
  after(() => rmSync(root, { recursive: true }));

  function refusal(folder: string): string {
    try {
      keptSealKey(folder);
      return 'taken';
    } catch (error) {
      return error instanceof StoreError ? error.message : `another error: ${error}`;
    }
  }

  it('is made once, is the same the next time, only its owner reads it, and nothing lies beside it', () => {
    const folder = newFolder();
    const made = keptSealKey(folder);
    expect(made).to.have.length(32);
    expect(keptSealKey(folder)).to.deep.equal(made);
    expect(statSync(join(folder, 'seal.key')).mode & 0o077).to.equal(0);
    expect(readdirSync(folder)).to.deep.equal(['seal.key']);
  });

  it('is read from the settings in base64 and base64url', () => {
    const bytes = Buffer.alloc(32, 251);
    expect(
      readSealKeys(`${bytes.toString('base64')}, ${bytes.toString('base64url')}`).map((each) => Buffer.from(each)),
    ).to.deep.equal([bytes, bytes]);
  });

  const base64 = (bytes: number, fill: string | number = 'a key'): string =>
    Buffer.alloc(bytes, fill).toString('base64');
  const broken: readonly (readonly [string, string, RegExp])[] = [
    ['is empty', '', /is empty/],
    ['holds an empty line', '\n', /is empty/],
    ['is too short', base64(31), /31 bytes instead of 32/],
    ['is too long', base64(33), /33 bytes instead of 32/],
    ['is no base64', '!'.repeat(43), /not base64/],
    ['holds two keys', `${base64(32)},${base64(32)}`, /not base64/],
    ['is all zero', base64(32, 0), /can be guessed/],
    ['is one byte repeated', base64(32, 7), /can be guessed/],
  ];
  for (const [what, content, cause] of broken) {
    it(`that ${what} is refused with the file, the cause and the remedy, and stays as it is`, () => {
      const folder = newFolder();
      mkdirSync(folder);
      writeFileSync(join(folder, 'seal.key'), content);
      const message = refusal(folder);
      expect(message)
        .to.include(join(folder, 'seal.key'))
        .and.match(cause)
        .and.match(/[Pp]ut back .*delete it/);
      expect(message).not.to.include(content.trim() || 'nothing else');
      expect(refusal(folder)).to.equal(message);
    });
  }

  it('is refused with a sentence where a folder stands in its place', () => {
    const folder = newFolder();
    mkdirSync(join(folder, 'seal.key'), { recursive: true });
    expect(refusal(folder))
      .to.include(join(folder, 'seal.key'))
      .and.match(/folder/);
  });

  it('is refused with a sentence where it cannot be read or written', function () {
    if (process.getuid?.() === 0) this.skip();
    const folder = newFolder();
    keptSealKey(folder);
    chmodSync(join(folder, 'seal.key'), 0o000);
    expect(refusal(folder))
      .to.include(join(folder, 'seal.key'))
      .and.match(/EACCES/);
    const closed = newFolder();
    mkdirSync(closed, { mode: 0o500 });
    expect(refusal(closed))
      .to.include(join(closed, 'seal.key'))
      .and.match(/EACCES.*DATA_DIR/);
  });

  it('is refused with a sentence where its folder is a file', () => {
    const file = newFolder();
    writeFileSync(file, '');
    expect(refusal(file))
      .to.include(join(file, 'seal.key'))
      .and.match(/ENOTDIR|EEXIST/);
  });

  it('ends the start with a sentence where it is of no use, and no stack', function () {
    this.timeout(60_000);
    const folder = newFolder();
    mkdirSync(folder);
    writeFileSync(join(folder, 'seal.key'), '');
    const { status, stderr } = spawnSync(process.execPath, ['src/index.ts'], {
      cwd: fileURLToPath(new URL('../..', import.meta.url)),
      env: { DATA_DIR: folder, PORT: '0' },
      encoding: 'utf8',
    });
    expect(status).to.equal(1);
    expect(stderr)
      .to.include('seal.key, is empty.')
      .and.not.match(/\n\s+at /);
  });
});
