/** The few parts of Adaptive Cards 1.5 that the guide uses: Teams renders no later version. */
export interface AdaptiveCard {
  readonly type: 'AdaptiveCard';
  readonly $schema: 'http://adaptivecards.io/schemas/adaptive-card.json';
  readonly version: '1.5';
  readonly lang: string;
  /** What a channel shows that cannot render the card: the complete plain text. */
  readonly fallbackText: string;
  readonly body: readonly Element[];
}

export type Element = TextBlock | RichTextBlock | ActionSet;

interface TextBlock {
  readonly type: 'TextBlock';
  readonly text: string;
  readonly wrap: true;
  readonly style?: 'heading';
  readonly weight?: 'Bolder';
  readonly size?: 'Medium';
}

interface RichTextBlock {
  readonly type: 'RichTextBlock';
  readonly inlines: readonly TextRun[];
  readonly spacing?: 'Small';
}

interface TextRun {
  readonly type: 'TextRun';
  readonly text: string;
  readonly weight?: 'Bolder';
  readonly isSubtle?: boolean;
  readonly italic?: boolean;
}

interface ActionSet {
  readonly type: 'ActionSet';
  readonly actions: readonly OpenUrl[];
}

export interface OpenUrl {
  readonly type: 'Action.OpenUrl';
  readonly title: string;
  readonly url: string;
}

/** A card and its twin in plain text, which says everything that the card says. */
export interface CardWithText {
  readonly card: AdaptiveCard;
  readonly text: string;
}

/** Teams shows no more actions than that. */
export const MOST_ACTIONS = 6;

/** Only these lead anywhere from a card. */
const SAFE_SCHEMES: ReadonlySet<string> = new Set(['https:', 'tel:']);

/** Characters that a renderer of markdown would act on; a text block is markdown, a text run is not. */
const MARKDOWN = /[\\`*_[\]<>#|~]/g;

/** The text on one line, without anything that could become a link or a style in a text block. */
export function plainLine(text: string): string {
  return text.replace(MARKDOWN, '').replace(/\s+/g, ' ').trim();
}

/** A heading; its text cannot break out of it. */
export function heading(text: string): Element {
  return { type: 'TextBlock', text: plainLine(text), wrap: true, style: 'heading', weight: 'Bolder', size: 'Medium' };
}

/** A paragraph of text that is never read as markdown. */
export function paragraph(text: string): Element {
  return { type: 'RichTextBlock', inlines: [{ type: 'TextRun', text }] };
}

/** A line such as "For: bowel cancer". */
export function labelled(label: string, text: string): Element {
  return {
    type: 'RichTextBlock',
    spacing: 'Small',
    inlines: [
      { type: 'TextRun', text: `${label}: `, weight: 'Bolder' },
      { type: 'TextRun', text },
    ],
  };
}

/** A remark in small print that must still be read. */
export function remark(text: string): Element {
  return { type: 'RichTextBlock', spacing: 'Small', inlines: [{ type: 'TextRun', text, italic: true }] };
}

/** True for an address that a card may open. */
export function isSafeAddress(address: string): boolean {
  try {
    return SAFE_SCHEMES.has(new URL(address).protocol);
  } catch {
    return false;
  }
}

/**
 * What stands around the body of every card.
 *
 * @param text the plain-text twin
 */
export function cardHead(language: string, text: string): Omit<AdaptiveCard, 'body'> {
  return {
    type: 'AdaptiveCard',
    $schema: 'http://adaptivecards.io/schemas/adaptive-card.json',
    version: '1.5',
    lang: language,
    fallbackText: text,
  };
}

/**
 * Builds a card; actions whose address is not https or tel are left out.
 *
 * @param text the plain-text twin
 */
export function buildCard(
  language: string,
  body: readonly Element[],
  actions: readonly OpenUrl[],
  text: string,
): CardWithText {
  const safe = actions.filter((action) => isSafeAddress(action.url)).slice(0, MOST_ACTIONS);
  return {
    card: {
      ...cardHead(language, text),
      body: safe.length > 0 ? [...body, { type: 'ActionSet', actions: safe }] : body,
    },
    text,
  };
}
