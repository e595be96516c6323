import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Script } from 'node:vm';
import { gzipSync } from 'node:zlib';
import { expect } from 'chai';
import { HtmlValidate } from 'html-validate';
import { DATA_FOLDER } from '../../../src/start/loadGuide.ts';
import { embedScript } from '../../../src/web/embed/embedScript.ts';
import { framePage } from '../../../src/web/embed/framePage.ts';
import { bundle } from '../../../src/web/server/browserCode.ts';
import { framePolicy } from '../../../src/web/server/send.ts';
import { createSite } from '../../../src/web/server/site.ts';
import { LANGUAGES } from '../../../src/words/languages.ts';
import { guide } from '../../conversation.ts';
import { hostPolicy } from '../browser/hostSite.ts';
import { startSite } from '../browser/visit.ts';

const origins = ['https://www.example.org', 'https://example.org'];
const site = createSite(guide, { PUBLIC_URL: undefined, ALLOWED_ORIGINS: origins }, DATA_FOLDER);

describe('the script for other sites', () => {
  const code = embedScript(site);

  it('has at most 6 KB, compressed', () => {
    expect(gzipSync(code).length).to.be.at.most(6 * 1024);
  });

  it('is one plain script in a scope of its own, in which no name stands twice', () => {
    expect(() => new Script(code)).not.to.throw();
    expect(code).to.match(/^\(\(\)=>\{'use strict';/);
    expect(code).not.to.match(/^(?:import|export)\b/m);
  });

  it('writes no HTML, and runs no text', () => {
    expect(code).not.to.match(/innerHTML|insertAdjacentHTML|document\.write|eval\(|new Function|DOMParser/);
  });

  it('speaks each language', () => {
    for (const language of LANGUAGES) expect(code).to.include(`"${language}":{"title":`);
  });
});

describe('the chat’s script for the frame', () => {
  it('is one script in which no name stands twice', () => {
    const code = bundle(fileURLToPath(new URL('../../../src/web/embed/frame.ts', import.meta.url)));
    expect(() => new Script(`'use strict';(async () => {${code}})`)).not.to.throw();
    expect(code).not.to.match(/^(?:import|export)\b/m);
  });
});

describe('the chat’s page for the frame', () => {
  it('is valid HTML whose links all open a tab', async () => {
    const page = framePage(
      {
        entries: [{ from: 'bot', text: 'Hello.', cards: [], suggestions: [] }],
        dropped: false,
        sealed: null,
        problem: null,
      },
      { ...site.inLanguage('de'), framed: true },
    );
    const checker = new HtmlValidate({ extends: ['html-validate:standard'] });
    const { results } = await checker.validateString(page);
    expect(results.flatMap(({ messages }) => messages.map(({ ruleId, line }) => [ruleId, line]))).to.deep.equal([]);
    for (const [link] of page.matchAll(/<a [^>]*>/g)) expect(link).to.match(/href="tel:|target="_blank"/);
    expect(page.match(/action="\/embed\/de(?:#newest)?"/g)).to.have.length(3);
  });

  it('may be shown by the sites of the list, and by nobody where the list is empty', () => {
    expect(framePolicy(origins)).to.match(/; frame-ancestors https:\/\/www\.example\.org https:\/\/example\.org$/);
    expect(framePolicy([])).to.match(/; frame-ancestors 'none'$/);
  });
});

describe('the documentation', () => {
  it('gives the policy under which the chat is tried', () => {
    const text = readFileSync(new URL('../../../docs/website.md', import.meta.url), 'utf8');
    expect(text).to.include(`\n    ${hostPolicy('https://bot.example')}\n`);
  });
});

describe('the server', function () {
  this.timeout(30_000);
  let bot: Awaited<ReturnType<typeof startSite>>;
  before(async () => {
    bot = await startSite({ ALLOWED_ORIGINS: origins.join(', ') });
  });
  after(() => bot.close());

  it('lets other sites load the script, which browsers ask for again after a while', async () => {
    const { headers } = await fetch(`${bot.address}/embed.js`);
    expect(headers.get('content-type')).to.equal('text/javascript; charset=utf-8');
    expect(headers.get('cross-origin-resource-policy')).to.equal('cross-origin');
    expect(headers.get('cache-control')).to.equal('public, max-age=300');
    expect(headers.get('set-cookie')).to.equal(null);
    const again = await fetch(`${bot.address}/embed.js`, { headers: { 'if-none-match': headers.get('etag')! } });
    expect(again.status).to.equal(304);
  });

  it('lets the listed sites show the chat, and no other page', async () => {
    const policyOf = async (path: string, init: RequestInit = {}): Promise<string> =>
      (await fetch(bot.address + path, { ...init, headers: { accept: 'text/html' } })).headers.get(
        'content-security-policy',
      )!;
    for (const language of LANGUAGES)
      expect(await policyOf(`/embed/${language}`)).to.include(`frame-ancestors ${origins.join(' ')}`);
    const body = new URLSearchParams({ text: 'bowel cancer in Germany' });
    expect(await policyOf('/embed/de', { method: 'POST', body })).to.include(`frame-ancestors ${origins.join(' ')}`);
    for (const path of ['/', '/chat', '/de/chat', '/directory', '/privacy', '/embed/xx'])
      expect(await policyOf(path), path).to.include("frame-ancestors 'none'");
  });

  it('gives nobody else the page that was made for a visitor', async () => {
    for (const path of ['/embed/de', '/chat', '/de/chat'])
      expect((await fetch(bot.address + path)).headers.get('cache-control'), path).to.equal('no-store');
  });
});
