import { type IntentWith, isAskedBack } from '../../src/understanding/intents/intents.ts';
import { LANGUAGES } from '../../src/words/languages.ts';
import type { Guide, Turn } from '../guide.ts';
import { paragraphs, type Reply, reply } from '../reply.ts';
import { NEW_TALK, TALK_MINUTES } from '../talk.ts';
import { callLines } from './callLines.ts';

const examples = ({ messages: { say } }: Guide): string[] => [say('example.1'), say('example.2'), say('example.3')];

/** What to do about a link, a permission, a complaint, or to reach a person: the society's contact, never a made-up one. */
export function contact(intent: IntentWith<{ reply: 'contact' | 'person' }>, turn: Turn, guide: Guide): Reply {
  const { say } = guide.messages;
  const { email, phone, url, name } = guide.society;
  const ways = [
    email && say('contact.email', { email }),
    phone && say('contact.phone', { phone }),
    url && say('contact.website', { website: url }),
  ].filter(Boolean);
  const human = intent === 'human_contact';
  return reply({
    text: paragraphs(
      say(`contact.${intent}`, { society: name }),
      ways.length > 0 ? ways.join('\n') : say('contact.none'),
    ),
    note: human ? say('contact.call', { lines: callLines(guide, turn).numbers }) : null,
    help: human,
    talk: { asked: null },
  });
}

/** What is kept and for how long; "delete my words" deletes at once and says so. */
export function privacy(turn: Turn, guide: Guide): Reply {
  const { say } = guide.messages;
  if (turn.understanding.wantsDeletion)
    return reply({ text: say('privacy.deleted'), talk: { ...NEW_TALK, at: turn.talk.at } });
  const remove = say('privacy.button');
  return reply({
    text: say(turn.place.teams ? 'teams.privacy' : 'privacy', { minutes: TALK_MINUTES, delete: remove }),
    suggestions: [remove],
    talk: { asked: null },
  });
}

/** The answer to a mere "yes" or "ok". */
export function nod({ messages: { say } }: Guide): Reply {
  return reply({
    text: say('nod'),
    suggestions: [say('example.1'), say('button.anotherNeed'), say('button.list')],
  });
}

/** Help, greeting, thanks, goodbye, and a new start: short, with three examples to try. */
export function smallTalk(intent: IntentWith<{ reply: 'talk' }>, turn: Turn, guide: Guide): Reply {
  const { say } = guide.messages;
  const society = guide.society.name;
  const inTeams = intent === 'help' && turn.place.teams;
  return reply({
    text: inTeams
      ? say('teams.help', {
          society,
          list: say('button.list'),
          restart: say('button.restart'),
          delete: say('privacy.button'),
          emergency: callLines(guide, turn).emergency,
        })
      : say(intent, { society }),
    help: inTeams,
    suggestions: examples(guide),
    talk: intent === 'restart' ? { ...NEW_TALK, at: turn.talk.at } : { asked: null },
  });
}

/**
 * The welcome, once: what the guide is, what it is not, and the emergency number.
 *
 * @param addedBy the name of the person who brought the guide to a place where others are; null where it is not known
 */
export function welcome(turn: Turn, guide: Guide, addedBy: string | null = null): Reply {
  const { say } = guide.messages;
  const { emergency } = callLines(guide, turn);
  const { teams, shared } = turn.place;
  const society = guide.society.name;
  return reply({
    text: shared
      ? say('shared.welcome', { society, emergency, name: addedBy ?? '', hasName: addedBy ? 'yes' : 'no' })
      : paragraphs(say('welcome', { emergency }), teams && say('teams.ways'), say('welcome.ask')),
    suggestions: examples(guide),
    help: true,
  });
}

/** The answer to what is off topic or not understood: what the guide can do, whom to call, or "did you mean". */
export function notUnderstood(turn: Turn, guide: Guide): Reply {
  const { say } = guide.messages;
  const { understanding, talk } = turn;
  const { numbers, emergency } = callLines(guide, turn);
  const call = say('outOfScope.call', { lines: numbers, emergency });
  const misses = talk.misses + 1;
  if (misses >= 2) {
    return reply({
      text: paragraphs(say('outOfScope.again'), call),
      suggestions: [say('button.list'), say('button.person')],
      help: true,
      talk: { misses, asked: null },
    });
  }
  const guesses = [understanding.intent, understanding.runnerUp.intent].filter(isAskedBack);
  if (understanding.intent !== 'out_of_scope' && guesses.length > 0) {
    const buttons = [...new Set([...guesses, 'browse_directory' as const])].map((intent) => say(`button.${intent}`));
    return reply({
      text: paragraphs(say('unsure'), call),
      suggestions: buttons.slice(0, 3),
      help: true,
      talk: { misses, asked: null },
    });
  }
  return reply({
    text: paragraphs(say('outOfScope'), call),
    suggestions: examples(guide),
    help: true,
    talk: { misses, asked: null },
  });
}

/** The answer to a message in a language that the guide does not speak: in that language, too, where we can. */
export function otherLanguage(turn: Turn, guide: Guide): Reply {
  const { numbers, emergency } = callLines(guide, turn);
  const { names, foreign } = guide.languages;
  const languages = LANGUAGES.map((language) => names[language].name).join(', ');
  const inTheirs = foreign[turn.understanding.language ?? '']
    ?.replace('{languages}', languages)
    .replace('{emergency}', emergency);
  return reply({
    text: paragraphs(inTheirs ?? null, guide.messages.say('language', { lines: numbers, emergency, languages })),
    help: true,
    talk: { misses: turn.talk.misses, asked: null },
  });
}
