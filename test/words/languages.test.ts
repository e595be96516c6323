import { expect } from 'chai';
import { GuideBot } from '../../src/bot.ts';
import { InProcessChannel } from '../../src/channels/inProcess.ts';
import { LANGUAGES } from '../../src/words/languages.ts';
import { guide } from '../conversation.ts';
import { IN_POLAND } from '../inPoland.ts';

describe('the eight languages', () => {
  it('lead to the same organisations, each in its own words', async () => {
    const channel = new InProcessChannel(new GuideBot(guide));
    const shown = new Map<string, string[]>();
    for (const language of LANGUAGES) {
      const { outcome, activities } = await channel.say(IN_POLAND[language], language);
      expect(outcome!.understanding, language).to.deep.include({ language, cancerTypes: ['breast'], country: 'PL' });
      expect(activities.at(-1)!.locale, language).to.equal(language);
      shown.set(language, [...outcome!.reply.organisations]);
    }
    const english = shown.get('en')!;
    expect(english.length).to.be.greaterThan(1);
    for (const [language, ids] of shown) expect([...ids].sort(), language).to.deep.equal([...english].sort());
  });

  it('are those of one person’s talk only: two who talk at the same time each keep their own', async () => {
    const channel = new InProcessChannel(new GuideBot(guide));
    await channel.say('Ich habe Brustkrebs und brauche Hilfe', 'one');
    await channel.say('I have breast cancer and need help', 'two');
    const one = await channel.say('112', 'one');
    const two = await channel.say('112', 'two');
    expect([one, two].map(({ activities }) => activities.at(-1)!.locale)).to.deep.equal(['de', 'en']);
  });

  it('greet in that of the channel, and in English where it is none of them', async () => {
    const channel = new InProcessChannel(new GuideBot(guide));
    const greet = async (locale?: string) => {
      const membersAdded = [{ id: 'person', name: '' }];
      const { activities } = await channel.send({ type: 'conversationUpdate', membersAdded, locale }, `at ${locale}`);
      return activities.at(-1)!.locale;
    };
    expect(await Promise.all([greet('pl-PL')])).to.deep.equal(['pl']);
    expect(await greet('hu-HU')).to.equal('en');
    expect(await greet()).to.equal('en');
  });

  it('are changed by asking for one: the last answer comes again in it', async () => {
    const channel = new InProcessChannel(new GuideBot(guide));
    const before = await channel.say('lung cancer in Austria', 'talk');
    const after = await channel.say('auf Deutsch bitte', 'talk');
    expect(after.activities.at(-1)!.locale).to.equal('de');
    expect(after.outcome!.reply.text).to.include('Österreich');
    expect([...after.outcome!.reply.organisations].sort()).to.deep.equal(
      [...before.outcome!.reply.organisations].sort(),
    );
  });

  it('are offered in a language that is not spoken', async () => {
    const channel = new InProcessChannel(new GuideBot(guide));
    const { outcome } = await channel.say(
      'jag behöver hjälp, min mamma är väldigt sjuk och jag vet inte vad jag ska göra',
      'sv',
    );
    expect(outcome!.reply.text).to.include('Jag talar inte svenska än').and.include('I do not speak this language yet');
    for (const language of LANGUAGES) expect(outcome!.reply.text).to.include(guide.languages.names[language].name);
  });
});
