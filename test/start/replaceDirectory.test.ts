import { expect } from 'chai';
import { toText } from '../../dialogs/activity.ts';
import { GuideBot } from '../../src/bot.ts';
import { InProcessChannel } from '../../src/channels/inProcess.ts';
import { readConfig } from '../../src/config.ts';
import { createDirectory, readDirectoryData } from '../../src/directory/loadDirectory.ts';
import { DATA_FOLDER, loadGuide } from '../../src/start/loadGuide.ts';
import { homePage } from '../../src/web/server/pages/home.ts';
import { createSite } from '../../src/web/server/site.ts';

describe('the directory', () => {
  it('is replaced alone while the program runs: in answers, by name, in each language, and on pages', async () => {
    const guide = loadGuide(readConfig({}));
    const channel = new InProcessChannel(new GuideBot(guide));
    const say = async (text: string, locale = 'en') => {
      const { outcome } = await channel.say(text, `${text} ${locale}`, { locale });
      return toText(outcome!.reply);
    };
    const site = createSite(guide, { PUBLIC_URL: undefined }, DATA_FOLDER);
    // German is loaded before, Spanish after.
    expect(await say('wer hilft bei magenkrebs in malta', 'de')).not.to.include('Stomach Friends Malta');

    const { data } = readDirectoryData(DATA_FOLDER);
    const model = data.organisations.find(({ id }) => id === 'action-for-breast-cancer-foundation')!;
    const added = {
      ...model,
      id: 'stomach-friends-malta',
      name: 'Stomach Friends Malta',
      nameOnPage: null,
      aliases: [],
      formerNames: [],
      cancerTypes: ['stomach'],
    };
    const kept = data.organisations.filter(({ id }) => id !== 'europa-donna');
    guide.replaceDirectory(createDirectory({ ...data, organisations: [...kept, added] }, ['society', 'wider']));

    expect(await say('who helps with stomach cancer in malta')).to.include('Stomach Friends Malta');
    expect(await say('wer hilft bei magenkrebs in malta', 'de')).to.include('Stomach Friends Malta');
    expect(await say('cáncer de estómago en malta', 'es')).to.include('Stomach Friends Malta');
    expect(await say('do you know stomach friends malta')).to.include('This is what I know of Stomach Friends Malta');
    expect(await say('who helps with breast cancer')).not.to.include('Europa Donna');
    expect(homePage(site)).not.to.include('/directory/europa-donna"');
  });
});
