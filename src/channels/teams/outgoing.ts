import { type Activity, type Attachment, CardFactory } from 'botbuilder';
import { type AdaptiveCard, cardHead, MOST_ACTIONS, type OpenUrl } from '../../cards/adaptiveCard.ts';
import type { Messages } from '../../words/messages.ts';

const CARD = 'application/vnd.microsoft.card.adaptive';
/** An address that Teams opens itself. */
const WITHIN_TEAMS = 'https://teams.microsoft.com/';

/** A card as Teams shows it: over the whole width of a message. */
type TeamsCard = Omit<AdaptiveCard, 'body'> & {
  readonly body: readonly object[];
  readonly msteams: { readonly width: 'Full' };
};

/** The card over the whole width; its buttons say that they leave Teams. */
export function fitCard(card: AdaptiveCard, { say }: Messages): TeamsCard {
  const worded = (action: OpenUrl): OpenUrl =>
    action.url.startsWith(WITHIN_TEAMS) ? action : { ...action, title: say('teams.browser', { title: action.title }) };
  return {
    ...card,
    body: card.body.map((element) =>
      element.type === 'ActionSet' ? { ...element, actions: element.actions.map(worded) } : element,
    ),
    msteams: { width: 'Full' },
  };
}

/**
 * Buttons under the cards of a message: pressing one says its text. Teams shows suggested actions neither where others
 * are nor under a message with cards.
 *
 * @param aloud true to show in the chat what the button says, as if it had been typed
 */
function buttonsCard(titles: readonly string[], aloud: boolean, language: string): Attachment {
  const card: TeamsCard = {
    ...cardHead(language, titles.join(', ')),
    body: [
      {
        type: 'ActionSet',
        actions: titles.slice(0, MOST_ACTIONS).map((title) => ({
          type: 'Action.Submit',
          title,
          data: {
            say: title,
            msteams: { type: 'messageBack', text: title, value: { say: title }, ...(aloud && { displayText: title }) },
          },
        })),
      },
    ],
    msteams: { width: 'Full' },
  };
  return CardFactory.adaptiveCard(card);
}

/**
 * A message in the form in which Teams shows it best: one activity with everything in it.
 *
 * @param shared true where others read along
 * @param messages the sentences in the language of the message
 */
export function fitMessage(activity: Partial<Activity>, shared: boolean, messages: Messages): Partial<Activity> {
  const { suggestedActions, attachments = [], ...rest } = activity;
  const cards = attachments.map((attachment) =>
    attachment.contentType === CARD ? { ...attachment, content: fitCard(attachment.content, messages) } : attachment,
  );
  const titles = (suggestedActions?.actions ?? []).map(({ title }) => title);
  if (titles.length === 0) return cards.length > 0 ? { ...rest, attachments: cards } : activity;
  if (!shared && cards.length === 0) {
    const actions = suggestedActions!.actions.slice(0, MOST_ACTIONS);
    return { ...rest, suggestedActions: { ...suggestedActions!, actions } };
  }
  return { ...rest, attachments: [...cards, buttonsCard(titles, !shared, messages.language)] };
}

/** What a button of such a card says; null for any other value. */
export function wordsOfButton(value: unknown): string | null {
  if (typeof value !== 'object' || value === null) return null;
  const { say } = value as { say?: unknown };
  return typeof say === 'string' ? say : null;
}
