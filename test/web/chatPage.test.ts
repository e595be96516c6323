import { expect } from 'chai';
import { HtmlValidate } from 'html-validate';
import { readConfig } from '../../src/config.ts';
import { DATA_FOLDER } from '../../src/start/loadGuide.ts';
import { LIVE_WORDS } from '../../src/web/browser/chatWords.ts';
import { type ChatView, chatPage } from '../../src/web/server/pages/chat.ts';
import { createSite } from '../../src/web/server/site.ts';
import { Conversation, guide } from '../conversation.ts';

const site = createSite(guide, readConfig({}), DATA_FOLDER);
const EMPTY: ChatView = { entries: [], dropped: false, sealed: null, problem: null };

async function talk(): Promise<ChatView> {
  const { reply } = await new Conversation().turn('bowel cancer in Germany');
  return {
    entries: [
      { from: 'bot', text: 'Hello.\n\nCall 112.', cards: [], suggestions: [] },
      { from: 'you', text: 'bowel cancer\nin "Germany" <b>', cards: [], suggestions: [] },
      { from: 'bot', text: reply.text, cards: reply.cards.map(({ card }) => card), suggestions: reply.suggestions },
    ],
    dropped: true,
    sealed: 'sealed.words',
    problem: 'Something <is> wrong.',
    draft: '</textarea><script>x</script>',
  };
}

describe('the chat’s page', () => {
  it('is valid HTML, empty and with a talk', async () => {
    const checker = new HtmlValidate({ extends: ['html-validate:standard'], rules: { 'long-title': 'off' } });
    for (const view of [EMPTY, await talk()]) {
      const { results } = await checker.validateString(chatPage(view, site));
      expect(
        results.flatMap(({ messages }) => messages.map(({ ruleId, message, line }) => [ruleId, message, line])),
      ).to.deep.equal([]);
    }
  });

  it('brings the sealed words back with each of its forms but those that forget', async () => {
    const page = chatPage(await talk(), site);
    expect(page.match(/<input type="hidden" name="talk" value="sealed\.words">/g)).to.have.length(2);
    expect(chatPage(EMPTY, site)).not.to.include('name="talk"');
    const controls = page.slice(page.indexOf('class="controls"'));
    expect(controls).not.to.include('sealed.words');
  });

  it('shows words as text', async () => {
    const page = chatPage(await talk(), site);
    expect(page).to.include('bowel cancer\nin &quot;Germany&quot; &lt;b&gt;');
    expect(page).to.include('Something &lt;is&gt; wrong.');
    expect(page).to.include('&lt;/textarea&gt;&lt;script&gt;');
  });

  it('has nothing inline, and nothing of another host', async () => {
    const page = chatPage(await talk(), site);
    expect(page).not.to.match(/<script(?![^>]*\bsrc=)|<style|\sstyle=|\son\w+=/);
    expect([...page.matchAll(/(?:src|action)="([^"]*)"/g)].map(([, path]) => path![0])).to.satisfy((all: string[]) =>
      all.every((sign) => sign === '/'),
    );
  });

  it('tells the script all it needs, and that it may take over a new talk only', async () => {
    const live = /data-live="([^"]*)"/.exec(chatPage(EMPTY, site))![1]!.replaceAll('&quot;', '"');
    const settings = JSON.parse(live.replaceAll('&#39;', "'").replaceAll('&amp;', '&'));
    expect(settings).to.include({ address: '/api/chat', mostCharacters: 4000, minutes: 30, language: 'en' });
    expect(Object.keys(settings.words)).to.deep.equal([...LIVE_WORDS]);
    expect(chatPage(EMPTY, site)).to.include('data-talk="new"');
    expect(chatPage(await talk(), site)).to.include('data-talk="served"');
  });

  it('puts the newest message where the form leads', async () => {
    const page = chatPage(await talk(), site);
    expect(page.match(/id="newest"/g)).to.have.length(1);
    expect(page).to.include('action="/chat#newest"');
  });
});
