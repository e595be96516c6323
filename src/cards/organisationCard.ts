import { isEnded, namedCancerTypes, type Organisation, type Topic } from '../directory/organisation.ts';
import type { Match } from '../directory/query.ts';
import type { Messages } from '../words/messages.ts';
import {
  buildCard,
  type CardWithText,
  type Element,
  heading,
  isSafeAddress,
  labelled,
  type OpenUrl,
  paragraph,
  plainLine,
  remark,
} from './adaptiveCard.ts';

/** What a card says besides the organisation's own data. */
export interface CardWords {
  readonly messages: Messages;
  /** Plain name of a cancer type, by id. */
  readonly typeName: (id: string) => string;
  /** Name of an organisation, by id; undefined where it is not in the directory. */
  readonly organisationName: (id: string) => string | undefined;
  /** A note of the data in the language of the card, where somebody has translated it. */
  readonly note: (text: string) => string;
  /** What an organisation does, in the language of the card where somebody has said it, else in English. */
  readonly description: (organisation: Organisation) => { readonly text: string; readonly language: string };
}

/** What the match was asked for. */
export interface Asked {
  readonly country: string | null;
  readonly topic: Topic | null;
}

const LINKS = ['patientInfo', 'contact', 'community', 'members'] as const;
/** "View website" and so many more. */
const MOST_LINKS = 2;
/** So many cancer types are named one by one. */
const MOST_TYPES = 8;

/** One line of the card, for both of its forms. */
type Line = { readonly label: string | null; readonly text: string; readonly remark?: boolean };

/** For which cancers it is there. */
export function whom({ organisation, reasons }: Match, words: CardWords): string {
  const { say, list } = words.messages;
  if (organisation.cancerTypes === 'all')
    return organisation.cancerNote ? words.note(organisation.cancerNote) : say('card.forAll');
  if (organisation.cancerTypes === 'none') return say('card.forNone');
  const named = namedCancerTypes(organisation);
  // The type that brought it here comes first, so that it is never cut off.
  const asked =
    reasons.cancer?.kind === 'same' ? reasons.cancer.type : named.find((type) => reasons.cancer?.type === type);
  const names = [...named]
    .sort((a, b) => Number(b === asked) - Number(a === asked))
    .slice(0, MOST_TYPES)
    .map(words.typeName);
  return organisation.cancerNote ? `${list(names)} (${words.note(organisation.cancerNote)})` : list(names);
}

/** Where it is there for people; empty where nothing is known. */
export function where(organisation: Organisation, words: CardWords): string {
  const { say, list, countryName } = words.messages;
  if (organisation.region === 'worldwide') return say('card.worldwide');
  if (organisation.region === 'europe') return say('card.europe');
  return list(organisation.countries.map(countryName));
}

/** Its helplines, each with its country and how sure the number is. */
export function phones(organisation: Organisation, words: CardWords): string[] {
  const { say, countryName } = words.messages;
  return organisation.helplines.map(({ number, country, sourceDate, confirmedOn }) => {
    if (confirmedOn) return say('card.phoneValue', { number, country: countryName(country) });
    if (sourceDate)
      return say('card.phoneSeen', {
        number,
        country: countryName(country),
        date: words.messages.monthName(sourceDate),
      });
    return say('card.phoneUndated', { number, country: countryName(country) });
  });
}

/** What a reader must know before they trust the entry. */
export function warnings(organisation: Organisation, words: CardWords): string[] {
  const { say } = words.messages;
  const said: string[] = [];
  if (organisation.statusNote) said.push(words.note(organisation.statusNote));
  if (organisation.commercial)
    said.push(organisation.commercialNote ? words.note(organisation.commercialNote) : say('card.company'));
  if (organisation.list !== 'society') said.push(say('card.notOnList'));
  if (organisation.linkAdvice === 'do-not-link') said.push(say('card.noLink'));
  else if (
    !isEnded(organisation) &&
    !organisation.verifiedOn &&
    (organisation.linkAdvice === 'check-first' ||
      organisation.statusBasis === 'unconfirmed' ||
      organisation.status === 'unknown')
  ) {
    said.push(say('card.unchecked'));
  }
  return said;
}

function linesOf(match: Match, asked: Asked, words: CardWords): Line[] {
  const { organisation, reasons, viaUmbrella } = match;
  const { messages } = words;
  const { say } = messages;
  const lines: Line[] = [{ label: null, text: words.description(organisation).text }];
  if (viaUmbrella && asked.country)
    lines.push({ label: null, text: say('card.umbrella', { country: messages.countryName(asked.country) }) });
  lines.push({ label: say('card.for'), text: whom(match, words) });
  const place = where(organisation, words);
  if (place) lines.push({ label: say('card.where'), text: place });
  lines.push({ label: say('card.languages'), text: messages.list(organisation.languages.map(messages.languageName)) });
  for (const phone of phones(organisation, words)) lines.push({ label: say('card.phone'), text: phone });
  if (reasons.need && asked.topic)
    lines.push({ label: null, text: say('card.needMatch', { topic: say(`topic.${asked.topic}`) }) });
  const onPage = organisation.nameOnPage;
  if (onPage && plainLine(onPage) !== plainLine(organisation.name))
    lines.push({ label: null, text: say('card.onPageAs', { name: onPage }), remark: true });
  for (const text of warnings(organisation, words)) lines.push({ label: null, text, remark: true });
  if (isEnded(organisation)) {
    const names = organisation.alternatives.flatMap((id) => words.organisationName(id) ?? []);
    if (names.length > 0) lines.push({ label: null, text: say('card.instead', { names: messages.list(names) }) });
  }
  if (organisation.successor?.note)
    lines.push({
      label: null,
      text: `${organisation.successor.name}: ${words.note(organisation.successor.note)}`,
      remark: true,
    });
  return lines;
}

/** The links that may be shown: none to an address that must not be linked, whatever the status. */
export function linksOf(organisation: Organisation, messages: Messages): OpenUrl[] {
  const open = (title: string, url: string): OpenUrl => ({ type: 'Action.OpenUrl', title, url });
  const { successor, linkAdvice } = organisation;
  const found: OpenUrl[] = [];
  if (linkAdvice === 'link-successor') {
    if (successor) found.push(open(messages.say('card.successorWebsite', { name: successor.name }), successor.url));
  } else if (linkAdvice !== 'do-not-link') {
    const more = LINKS.flatMap((kind) => {
      const url = organisation.links[kind];
      return url && url !== organisation.url ? [open(messages.say(`card.${kind}`), url)] : [];
    });
    found.push(open(messages.say('card.website'), organisation.url), ...more.slice(0, MOST_LINKS));
  }
  return found.filter(({ url }) => isSafeAddress(url));
}

/**
 * The card of one organisation: what it offers, for whom, its state, and where to go.
 *
 * @param match the organisation with the reasons why it is shown
 * @param asked what the person asked for, to say what fits
 */
export function organisationCard(match: Match, asked: Asked, words: CardWords): CardWithText {
  const { organisation } = match;
  const lines = linesOf(match, asked, words);
  const links = linksOf(organisation, words.messages);
  const body: Element[] = [
    heading(organisation.name),
    ...lines.map((line) =>
      line.label ? labelled(line.label, line.text) : line.remark ? remark(line.text) : paragraph(line.text),
    ),
  ];
  const text = [
    plainLine(organisation.name),
    ...lines.map((line) => (line.label ? `${line.label}: ${line.text}` : line.text)),
    ...links.map((link) => `${link.title}: ${link.url}`),
  ].join('\n');
  return buildCard(words.messages.language, body, links, text);
}
