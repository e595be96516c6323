import { strToU8, zipSync } from 'fflate';
import { z } from 'zod';
import { DataError, readJson } from '../dataFiles/dataFile.ts';
import { readIcon } from './icons.ts';
import { fill, putAt } from './json.ts';
import type { PackageSettings } from './packageSettings.ts';
import { readSchemas } from './schemas.ts';
import { keyFaults, storeFaults } from './storeRules.ts';

const FOLDER = 'teams';
const MANIFEST = 'manifest.json';

/** What the package is made of; the rest of the manifest is left to Microsoft's schema. */
const manifestFile = z.looseObject({
  manifestVersion: z.string(),
  version: z.string(),
  icons: z.looseObject({ color: z.string(), outline: z.string() }),
  localizationInfo: z.looseObject({
    defaultLanguageFile: z.string(),
    additionalLanguages: z.array(z.looseObject({ file: z.string() })),
  }),
});
/** Texts by their place in the manifest. */
const localisationFile = z.record(z.string(), z.string());
type Texts = z.infer<typeof localisationFile>;

/** The app package for Teams, checked. */
export interface AppPackage {
  readonly zip: Uint8Array;
  readonly name: string;
  readonly version: string;
  readonly manifestVersion: string;
  /** Names of the files in the zip. */
  readonly files: readonly string[];
}

/** All that goes into the package, with the settings in it. */
function readParts(dataFolder: string, packageSettings: PackageSettings) {
  const settings = { ...packageSettings };
  const manifest = fill(readJson(dataFolder, `${FOLDER}/${MANIFEST}`, manifestFile), settings);
  const { defaultLanguageFile, additionalLanguages } = manifest.localizationInfo;
  const readTexts = (file: string): Texts =>
    fill(readJson(dataFolder, `${FOLDER}/${file}`, localisationFile), settings);
  const standard = { file: defaultLanguageFile, texts: readTexts(defaultLanguageFile) };
  const languages = [standard, ...additionalLanguages.map(({ file }) => ({ file, texts: readTexts(file) }))];
  for (const [place, text] of Object.entries(standard.texts)) if (place !== '$schema') putAt(manifest, place, text);
  const icons = (['color', 'outline'] as const).map((kind) => ({
    file: manifest.icons[kind],
    ...readIcon(dataFolder, `${FOLDER}/${manifest.icons[kind]}`, kind),
  }));
  return { manifest, standard, languages, icons };
}

type Parts = ReturnType<typeof readParts>;

/** @throws DataError with all that Microsoft's schemas and the rules of the store refuse */
function check({ manifest, standard, languages, icons }: Parts): void {
  const file = `${FOLDER}/${MANIFEST}`;
  const schemas = readSchemas(manifest.manifestVersion);
  if (!schemas) {
    const message = `${manifest.manifestVersion} is no released version that @microsoft/app-manifest knows`;
    throw new DataError([{ file, place: 'manifestVersion', message }]);
  }
  const faults = [
    ...schemas.manifest(file, manifest),
    ...storeFaults(file, manifest),
    ...languages.flatMap(({ file: name, texts }) => [
      ...schemas.localisation(`${FOLDER}/${name}`, texts),
      ...storeFaults(`${FOLDER}/${name}`, texts),
      ...keyFaults(`${FOLDER}/${name}`, texts, standard.texts, standard.file),
    ]),
    ...icons.flatMap((icon) => icon.faults),
  ];
  if (faults.length > 0) throw new DataError(faults);
}

const asFile = (content: unknown): Uint8Array => strToU8(`${JSON.stringify(content, null, 2)}\n`);

/**
 * Builds the app package from `data/teams/`: the manifest with the settings and the English texts in it, a file for each
 * language, the icons. The same data and settings give the same bytes, on any day and in any time zone.
 *
 * @throws DataError with every fault that Microsoft's schemas or the rules of the store find
 */
export function buildPackage(dataFolder: string, settings: PackageSettings): AppPackage {
  const parts = readParts(dataFolder, settings);
  check(parts);
  const { manifest, standard, languages, icons } = parts;
  const files = {
    [MANIFEST]: asFile(manifest),
    ...Object.fromEntries(icons.map(({ file, content }) => [file, new Uint8Array(content)])),
    ...Object.fromEntries(languages.map(({ file, texts }) => [file, asFile(texts)])),
  };
  return {
    zip: zipSync(files, { level: 9, mtime: new Date(1980, 0, 1) }),
    name: standard.texts['name.short'] ?? '',
    version: manifest.version,
    manifestVersion: manifest.manifestVersion,
    files: Object.keys(files),
  };
}
