// Faults of organisations that no single field shows: ids that lead nowhere, links that must not be.

import type { Fault } from '../dataFiles/dataFile.ts';
import { generalTypes } from './cancerType.ts';
import { allNames, isEnded, namedCancerTypes, type Organisation } from './organisation.ts';
import { countryOfFile, type Placed, type PlacedId, SOCIETY_FILE } from './organisationFiles.ts';

type Problem = { field: string; message: string };

/** The ids of all entries, those that are faulty themselves as well. */
export type KnownIds = { organisations: readonly PlacedId[]; cancerTypes: readonly string[] };

/** Every fault between the organisations, and between them and the cancer types. */
export function checkOrganisations(placed: readonly Placed[], ids: KnownIds): Fault[] {
  const known = new Set(ids.organisations.map(({ id }) => id));
  const ended = new Set(placed.flatMap(({ organisation }) => (isEnded(organisation) ? organisation.id : [])));
  return [
    ...checkIds(ids.organisations),
    ...placed.flatMap(({ organisation, file }) =>
      [
        ...checkPlace(organisation, file),
        ...checkAlternatives(organisation, known, ended),
        ...checkCancers(organisation, ids),
        ...checkLinks(organisation),
        ...checkWhoRunsIt(organisation),
        ...checkNames(organisation),
      ].map(({ field, message }) => ({ file, place: `${organisation.id}, ${field}`, message })),
    ),
  ];
}

/** Ids that stand twice, in one file or in two. */
function checkIds(ids: readonly PlacedId[]): Fault[] {
  const files = Map.groupBy(ids, ({ id }) => id);
  return [...files].flatMap(([id, [first, ...others]]) => {
    const [other] = others;
    if (first === undefined || other === undefined) return [];
    const where = other.file === first.file ? 'in the file more than once' : `in ${first.file}, too`;
    return {
      file: other.file,
      place: id,
      message: `stands ${where}; keep one entry, or give the other a different id`,
    };
  });
}

/** What an entry says of its place, against the file that it stands in. */
function checkPlace({ list, countries, region }: Organisation, file: string): Problem[] {
  const country = countryOfFile(file);
  const problems: Problem[] = [];
  if ((list === 'society') !== (file === SOCIETY_FILE)) {
    const message = `is "${list}"; the society's organisations stand in ${SOCIETY_FILE} in the order of its page, all others elsewhere`;
    problems.push({ field: 'list', message });
  }
  if (country !== null && !countries.includes(country)) {
    const message = `do not name ${country}, which the file is for; add it, or move the entry to the file of its place`;
    problems.push({ field: 'countries', message });
  }
  if (countries.length === 0 && region === null) {
    const message = 'are none, and region is null; say which countries it serves, or whether it is there for a region';
    problems.push({ field: 'countries', message });
  }
  return problems;
}

function checkAlternatives(
  { id, alternatives }: Organisation,
  known: ReadonlySet<string>,
  ended: ReadonlySet<string>,
): Problem[] {
  return alternatives.flatMap((other, index) => {
    const field = `alternatives[${index}]`;
    if (other === id) return { field, message: 'offers itself; remove it' };
    if (!known.has(other)) {
      return { field, message: `no organisation has the id "${other}"; correct the id, or remove it` };
    }
    return ended.has(other) ? { field, message: `offers "${other}", which has ended; offer one that still works` } : [];
  });
}

function checkCancers(organisation: Organisation, ids: KnownIds): Problem[] {
  const types = namedCancerTypes(organisation);
  return types.flatMap((type, index) => {
    const field = `cancerTypes[${index}]`;
    if (generalTypes.includes(type)) {
      return { field, message: `"${type}" is no cancer in particular; write "cancerTypes": "all" for all cancers` };
    }
    // Where no type at all could be read, the file of the types says so, once.
    if (ids.cancerTypes.length > 0 && !ids.cancerTypes.includes(type)) {
      return { field, message: `no cancer type has the id "${type}"; correct it, or add it to cancer-types.json` };
    }
    return types.indexOf(type) === index ? [] : { field, message: `"${type}" is named twice; remove one` };
  });
}

function checkLinks({ linkAdvice, status, url, links, successor }: Organisation): Problem[] {
  const problems: Problem[] = [];
  if (linkAdvice === 'do-not-link' && Object.keys(links).length > 0) {
    problems.push({ field: 'links', message: 'holds links although linkAdvice is do-not-link; remove them' });
  }
  if (linkAdvice !== 'do-not-link' && !url.startsWith('https://')) {
    problems.push({
      field: 'url',
      message: 'would be linked without https; give the https address, or set linkAdvice to do-not-link',
    });
  }
  if (linkAdvice === 'link-successor' && successor === null) {
    problems.push({ field: 'successor', message: 'is missing although linkAdvice is link-successor; fill it in' });
  }
  if ((status === 'closed' || status === 'merged') && (linkAdvice === 'link' || linkAdvice === 'check-first')) {
    problems.push({
      field: 'linkAdvice',
      message: `links to an organisation whose status is ${status}; set it to link-successor or do-not-link`,
    });
  }
  return problems;
}

function checkWhoRunsIt(organisation: Organisation): Problem[] {
  const problems: Problem[] = [];
  if ((organisation.verifiedOn === null) !== (organisation.verifiedBy === null)) {
    problems.push({ field: 'verifiedBy', message: 'goes with verifiedOn; fill in both, or set both to null' });
  }
  if (organisation.commercial !== (organisation.commercialNote !== null)) {
    problems.push({
      field: 'commercialNote',
      message: 'goes with commercial: true, and only with it; say who runs it, or set the note to null',
    });
  }
  if ((organisation.list === 'society') !== (organisation.section !== null && organisation.nameOnPage !== null)) {
    problems.push({
      field: 'list',
      message: 'section and nameOnPage go with the list "society"; fill in both there, and neither on the list "wider"',
    });
  }
  return problems;
}

function checkNames(organisation: Organisation): Problem[] {
  const { abbreviations, aliases, alsoWords } = organisation;
  const names = allNames(organisation);
  const unknown = alsoWords.flatMap((word, index) =>
    names.includes(word)
      ? []
      : { field: `alsoWords[${index}]`, message: `"${word}" is none of its names; spell it as it stands there` },
  );
  const wrong = abbreviations.flatMap((abbreviation, index) => {
    const field = `abbreviations[${index}]`;
    if (abbreviation.length < 2 || abbreviation.length > 12) {
      return { field, message: `"${abbreviation}" is no abbreviation; put longer names under aliases` };
    }
    const twice = aliases.includes(abbreviation) || abbreviations.indexOf(abbreviation) !== index;
    return twice ? { field, message: `"${abbreviation}" is named twice; keep it under abbreviations, once` } : [];
  });
  return [...unknown, ...wrong];
}
