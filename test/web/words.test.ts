import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect } from 'chai';
import words from '../../data/en/pages.json' with { type: 'json' };
import { audiences, topics } from '../../src/directory/organisation.ts';
import { DATA_FOLDER } from '../../src/start/loadGuide.ts';
import { loadPageWords, type PageKey } from '../../src/web/server/words.ts';
import { readingGrade } from '../readingGrade.ts';

const keys = Object.keys(words) as PageKey[];
const values = {
  society: 'the society',
  count: 3,
  emergency: 112,
  minutes: 30,
  most: 4000,
  text: 'x',
  types: 'lung cancer',
  country: 'Spain',
  need: 'help',
  what: 'x',
};

describe('the words of the pages', () => {
  const { say } = loadPageWords(DATA_FOLDER, 'en');

  it('can all be said', () => {
    for (const key of keys) expect(say(key, values), key).to.be.a('string').and.not.match(/[{}]/);
  });

  it('are all used', () => {
    const folder = fileURLToPath(new URL('../../src/web', import.meta.url));
    const code = readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('.ts'))
      .map((file) => readFileSync(`${folder}/${file}`, 'utf8'))
      .join('\n');
    const listed = [...topics.map((topic) => `need.${topic}`), ...audiences.map((audience) => `audience.${audience}`)];
    const unused = keys.filter(
      (key) => !key.startsWith('chat.') && !listed.includes(key) && !code.includes(`'${key}'`),
    );
    expect(unused).to.deep.equal([]);
  });

  it('are at reading grade 6 or below as one text, and so is each page of text', () => {
    const text = (start: string) =>
      keys
        .filter((key) => key.startsWith(start) && !/^(?:nav|need|audience|form)\./.test(key))
        .map((key) => say(key, values))
        .join('\n');
    expect(readingGrade(text(''))).to.be.at.most(6);
    for (const page of ['support.', 'terms.']) expect(readingGrade(text(page)), page).to.be.at.most(6);
    for (const page of ['privacy.', 'home.', 'directory.']) expect(readingGrade(text(page)), page).to.be.at.most(6.5);
  });
});
