import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import { DATA_FOLDER } from '../../src/start/loadGuide.ts';
import { LANGUAGES } from '../../src/words/languages.ts';
import { faultsOfSentences } from '../../src/words/sentenceChecks.ts';

/** The faults of the messages where one language says something else. */
function faultsWith(language: string, change: (text: string) => string): string[] {
  const folder = mkdtempSync(join(tmpdir(), 'sentences-'));
  try {
    for (const each of LANGUAGES) {
      mkdirSync(join(folder, each));
      cpSync(join(DATA_FOLDER, each, 'messages.json'), join(folder, each, 'messages.json'));
    }
    const file = join(folder, language, 'messages.json');
    const messages = JSON.parse(readFileSync(file, 'utf8')) as Record<string, string>;
    writeFileSync(file, JSON.stringify({ ...messages, welcome: change(messages.welcome!) }));
    return faultsOfSentences(folder, 'messages').map((fault) => `${fault.file}, ${fault.place}: ${fault.message}`);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

describe('the sentences of all languages', () => {
  it('fill in no place that the program does not know', () => {
    expect(faultsWith('pl', (text) => text.replace('{emergency}', '{emergencja}'))).to.deep.equal([
      'pl/messages.json, welcome: fills in {emergencja}, which the English sentence does not; it may fill in: {emergency}',
    ]);
  });

  it('are compared with most languages, so that English itself is found where it is wrong', () => {
    expect(faultsWith('en', (text) => text.replace('{emergency}', '112'))).to.deep.equal([
      'en/messages.json, welcome: lacks {emergency}, which the other languages fill in; put it back',
    ]);
  });

  it('can all be parsed', () => {
    expect(faultsWith('fr', (text) => text.replace('}', '')).join()).to.match(
      /^fr\/messages\.json, welcome: cannot be said \(.*\); look for a brace/,
    );
  });
});
