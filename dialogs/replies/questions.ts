import { OFFERED } from '../../src/understanding/intents/intents.ts';
import type { Guide } from '../guide.ts';
import { type Reply, reply } from '../reply.ts';

/** So many buttons fit under a question on a phone. */
const MOST_BUTTONS = 6;

/** Buttons for the most frequent types of cancer. */
export function typeButtons({ directory, cardWords }: Guide): string[] {
  return directory.cancerTypes
    .filter((type) => type.frequent)
    .slice(0, MOST_BUTTONS)
    .map((type) => {
      const name = cardWords.typeName(type.id);
      return name.charAt(0).toUpperCase() + name.slice(1);
    });
}

/** Asks for the kind of cancer, alone: only where nothing is known, and only once. */
export function askType(guide: Guide): Reply {
  return reply({
    text: guide.messages.say('ask.type'),
    suggestions: [...typeButtons(guide), guide.messages.say('button.skip')],
    talk: { asked: 'cancer-type', askedType: true, intent: 'find_organisation' },
  });
}

/** Asks for another country, need or cancer, after one of those buttons. */
export function askAnother(what: 'country' | 'need' | 'cancer-type', guide: Guide): Reply {
  const { say } = guide.messages;
  if (what === 'country') return reply({ text: say('ask.country'), talk: { asked: 'country' } });
  if (what === 'cancer-type')
    return reply({
      text: say('ask.otherType'),
      suggestions: typeButtons(guide),
      talk: { asked: 'cancer-type' },
    });
  return reply({
    text: say('ask.need'),
    suggestions: OFFERED.map((intent) => say(`button.${intent}`)),
    talk: { asked: 'need' },
  });
}
