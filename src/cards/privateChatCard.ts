import type { Messages } from '../words/messages.ts';
import { buildCard, type CardWithText, paragraph } from './adaptiveCard.ts';

/** A button that opens a chat with the guide alone; null where there is no address for it. */
export function privateChatCard(address: string | null, { say, language }: Messages): CardWithText | null {
  if (!address) return null;
  const text = say('shared.onlyYou');
  const title = say('shared.button');
  return buildCard(
    language,
    [paragraph(text)],
    [{ type: 'Action.OpenUrl', title, url: address }],
    `${text}\n${title}: ${address}`,
  );
}
