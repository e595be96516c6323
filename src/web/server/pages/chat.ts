import { TALK_MINUTES } from '../../../../dialogs/talk.ts';
import { MOST_CHARACTERS } from '../../../understanding/readText.ts';
import type { Language } from '../../../words/languages.ts';
import { LIVE_WORDS, type LiveSettings, type LiveWords } from '../../browser/chatWords.ts';
import { type LinkStyle, linkPattern, paragraphsOf } from '../../browser/textParts.ts';
import { cardHtml, linkedHtml, type ShownCard } from '../cardHtml.ts';
import { type Html, html } from '../html.ts';
import { page } from '../layout.ts';
import { phoneNumbers } from '../phoneNumbers.ts';
import type { Site } from '../site.ts';

/** One message of the talk, as the page shows it. */
export interface ChatEntry {
  readonly from: 'you' | 'bot';
  readonly text: string;
  readonly cards: readonly ShownCard[];
  readonly suggestions: readonly string[];
}

/** What the page shows. */
export interface ChatView {
  /** The talk so far; the first visit brings the welcome. */
  readonly entries: readonly ChatEntry[];
  /** True where earlier messages are no longer shown. */
  readonly dropped: boolean;
  /** The talk so far, sealed; it comes back with the next message. */
  readonly sealed: string | null;
  /** A plain sentence where the last message could not be answered. */
  readonly problem: string | null;
  /** What stands in the box: a message that could not be answered is not lost. */
  readonly draft?: string;
}

/** The newest message: a page that comes back from the server is shown from there. */
const NEWEST = 'newest';

/** Where the forms of the chat lead. */
function action(site: Site): string {
  return site.framed ? framePath(site.guide.language) : site.at('/chat');
}

/** The address of the chat within other sites' pages. */
export function framePath(language: Language): string {
  return `/embed/${language}`;
}

/** What is the same for all visitors of a site. */
interface Fixed {
  /** The directory whose phone numbers become links. */
  readonly version: number;
  readonly links: LinkStyle;
  readonly settings: string;
}

const made = new WeakMap<Site, Fixed>();

function makeFixed(site: Site): Fixed {
  const numbers = phoneNumbers(site.guide.directory);
  return {
    version: site.guide.directory.version,
    links: { newTab: site.words.say('chat.newTab'), pattern: linkPattern(numbers) },
    settings: JSON.stringify(liveSettings(site, numbers)),
  };
}

function fixedOf(site: Site): Fixed {
  const before = made.get(site);
  const { version } = site.guide.directory;
  if (before?.version === version) return before;
  const fixed = makeFixed(site);
  made.set(site, fixed);
  return fixed;
}

function liveSettings({ words, assets }: Site, numbers: readonly string[]): LiveSettings {
  const values = { most: MOST_CHARACTERS, minutes: TALK_MINUTES };
  return {
    address: '/api/chat',
    cardLibrary: assets.path('adaptivecards.js'),
    mostCharacters: MOST_CHARACTERS,
    minutes: TALK_MINUTES,
    language: words.language,
    numbers,
    words: Object.fromEntries(LIVE_WORDS.map((key) => [key, words.say(`chat.${key}`, values)])) as LiveWords,
  };
}

function message(entry: ChatEntry, newest: boolean, site: Site): Html {
  const { links } = fixedOf(site);
  const text =
    entry.from === 'you'
      ? html`<p>${entry.text}</p>`
      : paragraphsOf(entry.text).map((paragraph) => html`<p>${linkedHtml(paragraph, links)}</p>\n`);
  return html`<div class="message ${entry.from}"${newest && html` id="${NEWEST}" tabindex="-1"`}>
<p class="who">${site.words.say(`chat.${entry.from}`)}</p>
${text}${entry.cards.map((card) => html`${cardHtml(card, links)}\n`)}</div>
`;
}

function suggestions(view: ChatView, kept: Html | null, site: Site): Html {
  const buttons = (view.entries.at(-1)?.suggestions ?? []).map(
    (text) => html`<button name="text" value="${text}">${text}</button>\n`,
  );
  return html`<form class="suggestions" data-part="suggestions" method="post" action="${action(site)}#${NEWEST}" aria-label="${site.words.say('chat.suggestions')}">
${kept}${buttons}</form>`;
}

function writing(view: ChatView, kept: Html | null, site: Site): Html {
  const { say } = site.words;
  const { number } = site.guide.directory.helplines(null).emergency;
  return html`<div class="writing">
<p class="status" data-part="status" role="status"></p>
${view.problem && html`<p class="problem"${!view.entries.some(isOwn) && html` id="${NEWEST}" tabindex="-1"`}>${view.problem}</p>\n`}<form class="box" data-part="form" method="post" action="${action(site)}#${NEWEST}" autocomplete="off">
${kept}<label for="chat-text">${say('chat.label')}</label>
<textarea id="chat-text" data-part="box" name="text" rows="2" autocomplete="off">${view.draft}</textarea>
<button class="primary">${say('chat.send')}</button>
<p class="hint" id="chat-hint" data-part="hint">${say('chat.hint')}</p>
</form>
<div class="always">
<p><strong>${say('chat.assistant')}</strong> ${say('chat.emergency')} <a href="tel:${number}">${number}</a></p>
<form class="controls" data-part="controls" method="post" action="${action(site)}">
<button name="text" value="${say('chat.restart')}">${say('chat.restart')}</button>
<button name="text" value="${say('chat.delete')}" data-does="delete">${say('chat.delete')}</button>
</form>
</div>
</div>`;
}

const isOwn = ({ from }: ChatEntry): boolean => from === 'you';

/** The way to the page on privacy; beside another site's page it has a tab of its own. */
function privacyLink(site: Site): Html {
  const { say } = site.words;
  const words = say('chat.privacy');
  if (!site.framed) return html`<a href="${site.at('/privacy')}">${words}</a>`;
  return html`<a href="${site.at('/privacy')}" target="_blank" rel="noopener">${words} <span class="new-tab">(${say('chat.newTab')})</span></a>`;
}

/**
 * The chat without a page around it: a form that the server answers. A script makes it a live chat, and keeps the talk
 * in the tab.
 *
 * @param view the talk so far
 */
export function chatBody(view: ChatView, site: Site): Html {
  const { say } = site.words;
  const newest = view.entries.findLastIndex(isOwn);
  const kept = view.sealed === null ? null : html`<input type="hidden" name="talk" value="${view.sealed}">\n`;
  return html`<section class="chat" data-live="${fixedOf(site).settings}" data-talk="${newest < 0 ? 'new' : 'served'}" aria-labelledby="chat-title">
<h1 id="chat-title">${say('chat.heading')}</h1>
<p class="note"><span data-part="note">${say('chat.notePlain')}</span> ${privacyLink(site)}</p>
<h2 class="unseen" id="chat-log-title">${say('chat.log')}</h2>
<div class="log" data-part="log" role="log" aria-live="polite" aria-labelledby="chat-log-title" tabindex="-1">
${view.dropped && html`<p class="note">${say('chat.dropped')}</p>\n`}${view.entries.map((entry, place) => message(entry, place === newest, site))}</div>
${suggestions(view, kept, site)}
${writing(view, kept, site)}
</section>`;
}

/** The chat as a page of the site. */
export function chatPage(view: ChatView, site: Site): string {
  const { say } = site.words;
  return page(
    {
      title: say('chat.title'),
      description: say('chat.description'),
      path: '/chat',
      body: chatBody(view, site),
      mainClass: 'wide chat-page',
      scripts: [site.assets.path('chat.js')],
      styles: [site.assets.path('chat.css')],
    },
    site,
  );
}
