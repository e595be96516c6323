// One entry an intent: everything that is true of it stands here. A new one needs its entry, a file of utterances in each
// language that understands it (data/<language>/utterances/<id>.txt, then "npm run train"), and the sentences that its
// entry asks for, which the compiler names. "directory -- check" notes which languages do without it.

/** What is true of an intent; what is left out is not. */
export interface IntentEntry {
  /** help is answered with organisations, service by the guide itself, talk is what people say to each other. */
  readonly kind: 'help' | 'service' | 'danger' | 'talk';
  /** How it is answered (dialogs/replies/ofIntent.ts). */
  readonly reply:
    | 'organisations'
    | 'list'
    | 'contact'
    | 'person'
    | 'advice'
    | 'privacy'
    | 'talk'
    | 'not-understood'
    | 'crisis'
    | 'emergency';
  /** The topic of the directory that answers it. */
  readonly topic?: string;
  /** What the directory is asked for where it is not help: bodies without services for patients may then be shown. */
  readonly purpose?: 'research' | 'prevention' | 'advocacy';
  /** For whom the organisations shall be, where the wish itself tells it. */
  readonly audience?: 'carers';
  /** True where a button offers it as a need (`button.<id>`), in the order of this table. */
  readonly offered?: true;
  /** True where it may be one of "did you mean …?" (`button.<id>`). */
  readonly askedBack?: true;
  /** True where its answer carries a line with a number to call (`line.<id>`). */
  readonly line?: true;
  /** True where, said after a crisis, it is no new wish: the lines are given again, never a cheerful word. */
  readonly emptyAfterCrisis?: true;
  /** True where no language goes without it; of the others, one without a file of utterances does without. */
  readonly needed?: true;
  /** How its training utterances are varied: by a place and by politeness, by politeness alone, or not at all. */
  readonly varied: 'place' | 'polite' | 'no';
}

const table = {
  find_organisation: { kind: 'help', reply: 'organisations', askedBack: true, needed: true, varied: 'place' },
  country_organisations: { kind: 'help', reply: 'organisations', askedBack: true, varied: 'place' },
  information: {
    kind: 'help',
    reply: 'organisations',
    topic: 'information',
    offered: true,
    askedBack: true,
    varied: 'place',
  },
  peer_support: {
    kind: 'help',
    reply: 'organisations',
    topic: 'peer-support',
    offered: true,
    askedBack: true,
    varied: 'place',
  },
  emotional_support: {
    kind: 'help',
    reply: 'organisations',
    topic: 'emotional-support',
    offered: true,
    askedBack: true,
    line: true,
    emptyAfterCrisis: true,
    varied: 'place',
  },
  financial_practical: {
    kind: 'help',
    reply: 'organisations',
    topic: 'financial-practical',
    offered: true,
    askedBack: true,
    varied: 'place',
  },
  caregiver_support: {
    kind: 'help',
    reply: 'organisations',
    topic: 'caregivers',
    audience: 'carers',
    offered: true,
    askedBack: true,
    line: true,
    varied: 'place',
  },
  clinical_trials: {
    kind: 'help',
    reply: 'organisations',
    topic: 'clinical-trials',
    offered: true,
    askedBack: true,
    varied: 'place',
  },
  research: {
    kind: 'help',
    reply: 'organisations',
    topic: 'research',
    purpose: 'research',
    askedBack: true,
    varied: 'place',
  },
  prevention_screening: {
    kind: 'help',
    reply: 'organisations',
    topic: 'prevention-screening',
    purpose: 'prevention',
    askedBack: true,
    varied: 'place',
  },
  advocacy: {
    kind: 'help',
    reply: 'organisations',
    topic: 'advocacy',
    purpose: 'advocacy',
    askedBack: true,
    varied: 'place',
  },
  side_effects: {
    kind: 'help',
    reply: 'organisations',
    topic: 'side-effects',
    askedBack: true,
    line: true,
    varied: 'place',
  },
  browse_directory: { kind: 'service', reply: 'list', askedBack: true, varied: 'place' },
  propose_link: { kind: 'service', reply: 'contact', askedBack: true, varied: 'polite' },
  request_link_permission: { kind: 'service', reply: 'contact', askedBack: true, varied: 'polite' },
  medical_advice: { kind: 'service', reply: 'advice', askedBack: true, needed: true, varied: 'place' },
  crisis: { kind: 'danger', reply: 'crisis', needed: true, varied: 'no' },
  emergency: { kind: 'danger', reply: 'emergency', needed: true, varied: 'no' },
  greeting: { kind: 'talk', reply: 'talk', emptyAfterCrisis: true, varied: 'no' },
  thanks: { kind: 'talk', reply: 'talk', varied: 'no' },
  goodbye: { kind: 'talk', reply: 'talk', emptyAfterCrisis: true, varied: 'no' },
  restart: { kind: 'talk', reply: 'talk', varied: 'polite' },
  help: { kind: 'talk', reply: 'talk', askedBack: true, emptyAfterCrisis: true, varied: 'polite' },
  human_contact: { kind: 'service', reply: 'person', askedBack: true, varied: 'place' },
  privacy: { kind: 'service', reply: 'privacy', askedBack: true, varied: 'polite' },
  feedback: { kind: 'service', reply: 'contact', askedBack: true, emptyAfterCrisis: true, varied: 'polite' },
  out_of_scope: { kind: 'talk', reply: 'not-understood', emptyAfterCrisis: true, needed: true, varied: 'polite' },
} as const satisfies Readonly<Record<string, IntentEntry>>;

/** What a person can want of the guide. */
export type Intent = keyof typeof table;

/** The intents whose entries have these fields: sentences are said for them by name, so that a missing one is a type error. */
export type IntentWith<Fields> = {
  [Each in Intent]: (typeof table)[Each] extends Fields ? Each : never;
}[Intent];

/** What is true of each intent. */
export const INTENT: Readonly<Record<Intent, IntentEntry>> = table;

/** All intents. Their order means nothing but the order in which they are listed and offered. */
export const INTENTS = Object.keys(table) as Intent[];

/** The topics of the directory that the table names: those who ask the directory hold them against its own. */
export type IntentTopic = Extract<(typeof table)[Intent], { topic: string }>['topic'];

/** The topic of the directory that answers an intent; null where it has none. */
export function topicOf(intent: Intent): IntentTopic | null {
  return (INTENT[intent].topic as IntentTopic | undefined) ?? null;
}

export function isIntent(text: string): text is Intent {
  return Object.hasOwn(table, text);
}

/** True for an intent that is answered with organisations. */
export function asksForHelp(intent: Intent | null): intent is IntentWith<{ kind: 'help' }> {
  return intent !== null && INTENT[intent].kind === 'help';
}

/** True for an intent whose entry has such a line. */
export function hasLine(intent: Intent): intent is IntentWith<{ line: true }> {
  return INTENT[intent].line === true;
}

/** True for an intent that "did you mean …?" may name. */
export function isAskedBack(intent: Intent): intent is IntentWith<{ askedBack: true }> {
  return INTENT[intent].askedBack === true;
}

/** True for an intent that every language must understand. */
export function isNeeded(intent: Intent): boolean {
  return INTENT[intent].needed === true;
}

/** The needs that buttons offer. */
export const OFFERED = INTENTS.filter(
  (intent): intent is IntentWith<{ offered: true }> => INTENT[intent].offered === true,
);
