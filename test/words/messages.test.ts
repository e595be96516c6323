import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect } from 'chai';
import messages from '../../data/en/messages.json' with { type: 'json' };
import { DATA_FOLDER } from '../../src/start/loadGuide.ts';
import { LANGUAGES } from '../../src/words/languages.ts';
import { loadMessages, type MessageKey } from '../../src/words/messages.ts';
import { guide } from '../conversation.ts';
import { readingGrade } from '../readingGrade.ts';

describe('the sentences of the bot', () => {
  const values = {
    emergency: 112,
    lines: '',
    languages: '',
    society: '',
    types: '',
    country: '',
    parent: '',
    name: '',
    number: '',
    where: 'other',
    most: 4000,
    note: '',
    hours: '',
    address: '',
    email: '',
    phone: '',
    website: '',
    minutes: 30,
    reference: '',
    count: 3,
    section: 'other',
    title: '',
    from: 1,
    to: 2,
    need: 'other',
    list: '',
    restart: '',
    delete: '',
    hasName: 'no',
    hasNumber: 'no',
    hasTypes: 'no',
    hasCountry: 'no',
    code: 'DE',
    topic: '',
    names: '',
    date: '',
  };

  it('can all be said', () => {
    for (const language of LANGUAGES) {
      const { say } = loadMessages(DATA_FOLDER, language);
      for (const key of Object.keys(messages) as MessageKey[]) expect(say(key, values), key).to.be.a('string');
    }
  });

  it('are at reading grade 6 or below as one text', () => {
    const keys = (Object.keys(messages) as MessageKey[]).filter(
      (key) => !/^(?:button|card|topic|example|place|browse\.title)/.test(key),
    );
    const text = keys.map((key) => guide.messages.say(key, values)).join('\n');
    expect(readingGrade(text)).to.be.at.most(6);
  });
});

describe('the trained model', () => {
  it('was trained on the utterances beside it', async () => {
    const { modelFileOf, readTraining } = await import('../../src/understanding/languageFiles.ts');
    const folder = fileURLToPath(new URL('../../data', import.meta.url));
    for (const language of LANGUAGES) {
      const model = JSON.parse(readFileSync(`${folder}/${modelFileOf(language)}`, 'utf8'));
      expect(model.trainedOn, language).to.equal(readTraining(folder, language).hash);
    }
  });
});
