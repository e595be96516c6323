import { createCardRenderer } from './cards.ts';
import { ChatView } from './chatView.ts';
import type { LiveSettings } from './chatWords.ts';
import { LiveTalk } from './talk.ts';
import { linkPattern } from './textParts.ts';
import { createKeeper } from './transcript.ts';

/** Often enough that "after 30 minutes" is true. */
const LOOK_EVERY = 15_000;

/** When the browser has nothing else to do; where it cannot tell, a little later. */
function whenIdle(action: () => void): void {
  if ('requestIdleCallback' in globalThis) requestIdleCallback(action, { timeout: 5000 });
  else setTimeout(action, 2000);
}

function listen(root: HTMLElement, talk: LiveTalk, view: ChatView, tooLong: string): void {
  const { box } = view;
  const sendBox = (): void => {
    if (talk.send(box.value)) {
      box.value = '';
      talk.keepDraft('');
    }
    box.focus({ preventScroll: true });
  };
  root.addEventListener('submit', (event) => {
    event.preventDefault();
    const button = event.submitter as HTMLButtonElement | null;
    const part = (event.target as HTMLElement).dataset.part;
    if (part === 'form') sendBox();
    else if (part === 'controls') talk.forget(button?.dataset.does === 'delete' ? 'deleted' : 'restarted');
    else if (button && talk.send(button.value)) view.focusAfterButton();
  });
  root.addEventListener('click', (event) => {
    const id = event.target instanceof HTMLElement && event.target.dataset.again;
    if (!id) return;
    talk.sendAgain(id);
    view.focusAfterButton();
  });
  box.addEventListener('keydown', (event) => {
    // While a word is being put together (Japanese and others), Enter belongs to that.
    if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return;
    event.preventDefault();
    sendBox();
  });
  box.addEventListener('input', () => {
    talk.keepDraft(box.value);
    const wrong = talk.isTooLong(box.value);
    if (wrong || box.hasAttribute('aria-invalid')) view.say(wrong ? tooLong : '');
    view.markBox(wrong);
  });
}

/** What else may steer the chat of a page. */
export interface LiveChat {
  readonly talk: LiveTalk;
  readonly view: ChatView;
}

/**
 * Makes the served chat of this page a live one.
 *
 * @returns null where there is none, or where the server wrote a talk into the page: that one goes on without a script,
 * as it began
 */
export function startChat(): LiveChat | null {
  const root = document.querySelector<HTMLElement>('[data-live]');
  if (!root?.dataset.live || root.dataset.talk === 'served') return null;
  return start(root, JSON.parse(root.dataset.live));
}

function start(root: HTMLElement, settings: LiveSettings): LiveChat {
  const keeper = createKeeper(() => sessionStorage);
  const links = { newTab: settings.words.newTab, pattern: linkPattern(settings.numbers) };
  const cards = createCardRenderer(settings.cardLibrary, links);
  const { words } = settings;
  const note = keeper.lasts() ? words.noteLive : words.noteMemory;
  const view = new ChatView(root, { ...words, noteLive: note }, settings.language, cards, links);
  const talk = new LiveTalk(settings, keeper, view, cards);
  history.scrollRestoration = 'manual';
  void talk.restore();
  listen(root, talk, view, settings.words.tooLong);
  root.dataset.ready = 'true';
  const look = (): void => talk.forgetIfIdle();
  setInterval(look, LOOK_EVERY);
  document.addEventListener('visibilitychange', look);
  addEventListener('pageshow', (event) => {
    // A page out of the browser's memory may show words that were deleted since.
    if (!event.persisted) return;
    view.box.value = '';
    void talk.restore();
  });
  whenIdle(() => void cards.prepare());
  return { talk, view };
}
