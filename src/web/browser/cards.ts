import type * as AdaptiveCardsLibrary from 'adaptivecards';
import type { AdaptiveCard } from '../../cards/adaptiveCard.ts';
import { element, linkedText, paragraphElements, safeLink } from './elements.ts';
import type { LinkStyle } from './textParts.ts';

type Library = typeof AdaptiveCardsLibrary;

/** Longer than that nobody waits for a nicer look: the card is shown as its plain text. */
const MOST_LOADING = 8000;
const HOST = {
  supportsInteractivity: true,
  actions: { maxActions: 6, buttonSpacing: 0, actionsOrientation: 'horizontal', actionAlignment: 'left' },
  adaptiveCard: { allowCustomStyle: false },
  textBlock: { headingLevel: 3 },
};
const ELEMENTS = ['TextBlock', 'RichTextBlock', 'TextRun', 'ActionSet'] as const;

/** Shown to nobody: whoever waits for the first card does not wait for the library's first run, too. */
const SAMPLE: AdaptiveCard = {
  type: 'AdaptiveCard',
  $schema: 'http://adaptivecards.io/schemas/adaptive-card.json',
  version: '1.5',
  lang: 'en',
  fallbackText: 'A',
  body: [
    { type: 'TextBlock', text: 'A', wrap: true },
    { type: 'RichTextBlock', inlines: [{ type: 'TextRun', text: 'A' }] },
    { type: 'ActionSet', actions: [{ type: 'Action.OpenUrl', title: 'A', url: 'https://localhost/' }] },
  ],
};

/** Renders Adaptive Cards; the library that does it is fetched when it is first needed. */
export interface CardRenderer {
  /** Fetches the library, once. Never fails: without it the cards are plain. */
  prepare(): Promise<void>;
  /** The card as elements; call `prepare` before. */
  render(card: AdaptiveCard): HTMLElement;
}

/** Reads a card with nothing but the parts that the guide uses: no pictures, inputs or other actions. */
function parse(library: Library, source: AdaptiveCard): AdaptiveCardsLibrary.AdaptiveCard {
  const context = new library.SerializationContext(library.Versions.v1_5);
  const elements = new library.CardObjectRegistry<AdaptiveCardsLibrary.CardElement>();
  for (const name of ELEMENTS) elements.register(name, library[name]);
  const actions = new library.CardObjectRegistry<AdaptiveCardsLibrary.Action>();
  actions.register('Action.OpenUrl', library.OpenUrlAction);
  context.setElementRegistry(elements);
  context.setActionRegistry(actions);
  library.GlobalSettings.setTabIndexAtCardRoot = false;
  // No markdown: what looks like it is shown as it is. Without this the library would complain in the console.
  library.AdaptiveCard.onProcessMarkdown = (_text, result) => {
    result.didProcess = false;
  };
  const card = new library.AdaptiveCard();
  card.hostConfig = new library.HostConfig(HOST);
  card.parse(source, context);
  return card;
}

/** The look comes from the style sheet: sizes there follow the reader's own, and colours the theme. */
function unstyle(root: HTMLElement): void {
  for (const separator of root.querySelectorAll('.ac-horizontal-separator')) separator.remove();
  for (const styled of [root, ...root.querySelectorAll<HTMLElement>('[style]')]) {
    if (Number(styled.style.fontWeight) >= 600) styled.classList.add('strong');
    if (styled.style.fontStyle === 'italic') styled.classList.add('remark');
    styled.removeAttribute('style');
  }
}

/** The library's buttons become real links: they can be copied, opened aside, and read as links. */
function linkActions(card: AdaptiveCardsLibrary.AdaptiveCard, style: LinkStyle): void {
  for (const action of card.getAllActions()) {
    const url = action.getHref();
    action.renderedElement?.replaceWith(url ? safeLink(action.title ?? url, url, style) : '');
  }
}

function renderWith(library: Library, source: AdaptiveCard, style: LinkStyle): HTMLElement | undefined {
  const card = parse(library, source);
  const rendered = card.render();
  // The library would hold on to the card by this, and listen to every click.
  document.onclick = null;
  if (!rendered) return undefined;
  linkActions(card, style);
  // A copy, to which the library does nothing more.
  const root = rendered.cloneNode(true) as HTMLElement;
  unstyle(root);
  for (const run of root.querySelectorAll('.ac-textRun')) run.replaceChildren(...linkedText(run.textContent, style));
  return root;
}

function renderPlain(source: AdaptiveCard, style: LinkStyle): HTMLElement {
  const [name = '', ...lines] = source.fallbackText.split('\n');
  return element('div', '', element('h3', '', name), ...paragraphElements(lines.join('\n\n'), style));
}

/**
 * Makes the renderer.
 *
 * @param address of the library's script
 */
export function createCardRenderer(address: string, style: LinkStyle): CardRenderer {
  const library = (): Library | undefined => (globalThis as { AdaptiveCards?: Library }).AdaptiveCards;
  let loading: Promise<void> | undefined;
  const load = (): Promise<void> =>
    new Promise((resolve) => {
      const script = element('script', '');
      script.src = address;
      script.onload = () => {
        renderWith(library()!, SAMPLE, style);
        resolve();
      };
      script.onerror = () => {
        // The line may be back at the next card.
        loading = undefined;
        script.remove();
        resolve();
      };
      setTimeout(resolve, MOST_LOADING);
      document.head.append(script);
    });
  return {
    prepare() {
      loading ??= load();
      return loading;
    },
    render(card) {
      const loaded = library();
      const content = (loaded && renderWith(loaded, card, style)) ?? renderPlain(card, style);
      return element('article', 'card', content);
    },
  };
}
