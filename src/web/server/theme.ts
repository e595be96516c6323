// The look of the website: data/theme.json, which a society changes to its own colours, name and logo.

import { z } from 'zod';
import { DataError, readJson } from '../../dataFiles/dataFile.ts';
import { contrast } from './colour.ts';
import { customProperties, LEAST_CONTRAST, shades, WRITTEN } from './shades.ts';

const FILE = 'theme.json';

const colour = z.string().regex(/^#[0-9a-f]{6}$/i, { error: 'is not a colour such as "#0f5b5a"' });
const colours = z.strictObject({
  primary: colour.describe('the colour of buttons and of the bar at the top of the page'),
  onPrimary: colour.describe('the colour of text on the primary colour'),
  background: colour.describe('the colour of the page'),
  surface: colour.describe('the colour of cards and boxes'),
  text: colour.describe('the colour of text'),
  muted: colour.describe('the colour of small print and of the edges of fields'),
  link: colour.describe('the colour of links'),
  danger: colour.describe('the colour of emergency numbers and faults'),
});

/** `data/theme.json`. */
export const themeSchema = z.strictObject({
  shortName: z
    .string()
    .trim()
    .min(1)
    .nullable()
    .describe("which name stands at the top of each page? null for the society's name (SOCIETY_NAME)"),
  logo: z
    .string()
    .regex(/^[\w-]+\.(?:svg|png|webp|jpg)$/, {
      error: 'is not the name of a picture in data/theme/, such as "logo.svg"',
    })
    .nullable()
    .describe('which picture in the folder theme beside the file is the logo? null for the drawn sign'),
  colours: colours.describe('which colours has a light page?'),
  dark: colours.describe('which colours has a page for those whose device asks for dark ones?'),
});

export type Theme = z.infer<typeof themeSchema>;
export type Colours = z.infer<typeof colours>;

/**
 * Reads the theme.
 *
 * @throws DataError where a value cannot be used, or where a text could not be read on its ground
 */
export function loadTheme(dataFolder: string): Theme {
  const theme = readJson(dataFolder, FILE, themeSchema);
  const faults = (['colours', 'dark'] as const).flatMap((set) => {
    const grounds = { ...theme[set], ...shades(theme[set]) };
    return WRITTEN.flatMap(([ground, inks]) =>
      inks.flatMap((ink) => {
        const found = contrast(theme[set][ink], grounds[ground]);
        if (found >= LEAST_CONTRAST) return [];
        const message = `has a contrast of ${found.toFixed(2)} on ${ground} (${grounds[ground]}); text needs ${LEAST_CONTRAST} to be read: make one darker or lighter`;
        return [{ file: FILE, place: `${set}.${ink}`, message }];
      }),
    );
  });
  if (faults.length > 0) throw new DataError(faults);
  return theme;
}

/** The colours for light and dark, as custom properties of the page. */
export function themeStyles(theme: Theme): string {
  const properties = (set: Colours): string =>
    customProperties(set)
      .map(([name, colour]) => `${name}:${colour};`)
      .join('');
  return `:root{color-scheme:light dark;${properties(theme.colours)}}
@media (prefers-color-scheme:dark){:root{${properties(theme.dark)}}}
@media print{:root{color-scheme:light;${properties(theme.colours)}}}
`;
}
