import { HELP_INTENTS, type Intent } from '../src/understanding/intents/intents.ts';
import type { Guide, Turn } from './guide.ts';
import { pageBefore, sectionPage, sections } from './replies/browse.ts';
import { crisis, emergency, possibleDanger, withStandingLine } from './replies/danger.ts';
import { humanContact } from './replies/humanContact.ts';
import { medicalAdvice } from './replies/medicalAdvice.ts';
import { named } from './replies/named.ts';
import { isOpen, organisations } from './replies/organisations.ts';
import { askAnother, askType } from './replies/questions.ts';
import { contact, notUnderstood, otherLanguage, privacy, smallTalk } from './replies/service.ts';
import { type Reply, reply, withNote } from './reply.ts';
import type { Section } from './talk.ts';

/** The intent that a help message is answered for: its own, or the one before that it follows on from. */
function answeredIntent(turn: Turn): Intent {
  const { understanding, talk } = turn;
  const narrow = understanding.intent !== 'find_organisation' && understanding.intent !== 'country_organisations';
  return !narrow && understanding.followUp && talk.intent && HELP_INTENTS.has(talk.intent)
    ? talk.intent
    : understanding.intent;
}

function more(turn: Turn, guide: Guide): Reply {
  const { talk } = turn;
  if (talk.intent === 'browse_directory' && talk.section) return sectionPage(talk.section, talk.shown, guide);
  if (talk.intent && HELP_INTENTS.has(talk.intent)) return organisations(turn, guide, talk.intent, true);
  return sections(guide);
}

/** The page before; with organisations for a question, their beginning. */
function back(turn: Turn, guide: Guide): Reply {
  const { talk } = turn;
  if (talk.intent === 'browse_directory' && talk.section)
    return sectionPage(talk.section, pageBefore(talk.section, talk.shown, guide), guide);
  if (talk.intent && HELP_INTENTS.has(talk.intent)) return organisations(turn, guide, talk.intent, false);
  return sections(guide);
}

function byCommand(turn: Turn, guide: Guide): Reply | null {
  const { command } = turn.understanding;
  switch (command) {
    case 'more':
      return more(turn, guide);
    case 'another-country':
      return askAnother('country', guide);
    case 'another-need':
      return askAnother('need', guide);
    case 'another-cancer':
      return askAnother('cancer-type', guide);
    case 'nod':
      return reply({
        text: guide.messages.say('nod'),
        suggestions: [
          guide.messages.say('example.1'),
          guide.messages.say('button.anotherNeed'),
          guide.messages.say('button.list'),
        ],
        talk: { misses: 0 },
      });
    case 'back':
      return back(turn, guide);
    case 'only-helpline':
    case 'skip':
      return organisations(
        turn,
        guide,
        turn.talk.intent && HELP_INTENTS.has(turn.talk.intent) ? turn.talk.intent : 'find_organisation',
        false,
      );
    case 'section-international':
    case 'section-european':
    case 'section-other':
    case 'section-wider':
      return sectionPage(command.slice('section-'.length) as Section, 0, guide);
    default:
      return null;
  }
}

function byIntent(turn: Turn, guide: Guide): Reply {
  const { understanding, talk } = turn;
  const { intent } = understanding;
  if (understanding.organisationAlone) return named(turn, guide);
  if (!understanding.sure && !talk.asked) return notUnderstood(turn, guide);
  if (HELP_INTENTS.has(intent)) {
    const answered = answeredIntent(turn);
    if (
      intent === 'country_organisations' &&
      talk.country === null &&
      understanding.cancerTypes.length === 0 &&
      !understanding.followUp
    ) {
      return askAnother('country', guide);
    }
    if (isOpen(talk, answered) && !talk.askedType) return askType(guide);
    return organisations(turn, guide, answered, false);
  }
  switch (intent) {
    case 'medical_advice':
      return medicalAdvice(turn, guide);
    case 'browse_directory':
      return sections(guide);
    case 'human_contact':
      return humanContact(turn, guide);
    case 'propose_link':
    case 'request_link_permission':
    case 'feedback':
      return contact(intent, turn, guide);
    case 'help':
    case 'greeting':
    case 'thanks':
    case 'goodbye':
    case 'restart':
      return smallTalk(intent, turn, guide);
    case 'privacy':
      return privacy(turn, guide);
    default:
      return notUnderstood(turn, guide);
  }
}

/** Said after a crisis, these are no new wish: the lines are given again, never a cheerful word. */
const EMPTY: ReadonlySet<Intent> = new Set<Intent>([
  'out_of_scope',
  'goodbye',
  'greeting',
  'feedback',
  'help',
  'emotional_support',
]);

/** What comes right after a danger: a mere place brings its numbers; an empty word after a crisis brings the lines again. */
function afterDanger(turn: Turn, guide: Guide): Reply | null {
  const { understanding, talk } = turn;
  const { intent, cancerTypes, country, organisations: named, command, topic } = understanding;
  const newWish = cancerTypes.length > 0 || named.length > 0 || command !== null || topic !== null;
  if (talk.danger === null) return null;
  if (country !== null && !newWish && intent === 'country_organisations') {
    return talk.danger === 'crisis' ? crisis(turn, guide) : emergency(turn, guide);
  }
  if (
    talk.danger === 'crisis' &&
    cancerTypes.length === 0 &&
    named.length === 0 &&
    command !== 'more' &&
    // "Who supports widowers in Ireland?" is a wish, and its answer carries a line, too.
    ((EMPTY.has(intent) && !(intent === 'emotional_support' && country !== null)) ||
      command === 'nod' ||
      understanding.score < 0.5)
  ) {
    return crisis(turn, guide);
  }
  return null;
}

/**
 * The answer to one understood message. Danger comes before everything else.
 *
 * @returns the answer, with what changes in the talk
 */
export function respond(given: Turn, guide: Guide): Reply {
  // "I do not know" to "which country?" takes back the country that was known.
  const noCountry = given.understanding.command === 'skip' && given.talk.asked === 'country';
  const turn = noCountry ? { ...given, talk: { ...given.talk, country: null } } : given;
  const { intent, language, safety } = turn.understanding;
  if (intent === 'crisis') return crisis(turn, guide);
  if (intent === 'emergency') return emergency(turn, guide);
  if (language !== null && language !== guide.messages.language && !turn.understanding.organisationAlone)
    return withStandingLine(otherLanguage(turn, guide), turn, guide);
  const again = afterDanger(turn, guide);
  if (again) return again;
  const plain = byCommand(turn, guide) ?? byIntent(turn, guide);
  const answer = noCountry ? { ...plain, talk: { country: null, ...plain.talk } } : plain;
  const danger = possibleDanger(turn, guide);
  // The standing line says what the line of the same danger, only possible now, would say.
  const noted =
    danger && safety.class !== turn.talk.danger ? withNote(answer, danger, safety.class !== 'medical-advice') : answer;
  return withStandingLine(noted, turn, guide);
}

/** The answer to somebody who only asks for another language: what was last answered, in that language. */
export function inAnotherLanguage(turn: Turn, guide: Guide): Reply {
  const { danger, intent } = turn.talk;
  if (danger === 'crisis') return crisis(turn, guide);
  if (danger === 'emergency') return emergency(turn, guide);
  if (intent && HELP_INTENTS.has(intent)) return organisations(turn, guide, intent, false);
  return smallTalk('greeting', turn, guide);
}
