import {
  type Activity,
  ActivityTypes,
  AttachmentLayoutTypes,
  CardFactory,
  MessageFactory,
  TextFormatTypes,
} from 'botbuilder';
import { paragraphs, type Reply } from './reply.ts';

/** The one activity that carries an answer: text, cards and buttons. */
export function toActivity(reply: Reply, language: string): Partial<Activity> {
  return {
    type: ActivityTypes.Message,
    text: paragraphs(reply.text, reply.note),
    textFormat: TextFormatTypes.Plain,
    locale: language,
    inputHint: 'expectingInput',
    ...(reply.cards.length > 0 && {
      attachmentLayout: AttachmentLayoutTypes.List,
      attachments: reply.cards.map(({ card }) => CardFactory.adaptiveCard(card)),
    }),
    ...(reply.suggestions.length > 0 && {
      suggestedActions: MessageFactory.suggestedActions([...reply.suggestions]).suggestedActions,
    }),
  } as Partial<Activity>;
}

/** The answer in plain text: what the cards say, too, and the buttons in brackets. */
export function toText(reply: Reply): string {
  return paragraphs(
    reply.text,
    ...reply.cards.map(({ text }) => text),
    reply.note,
    reply.suggestions.length > 0 && reply.suggestions.map((suggestion) => `[${suggestion}]`).join(' '),
  );
}
