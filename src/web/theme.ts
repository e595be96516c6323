// The look of the website: data/theme.json, which a society changes to its own colours, name and logo.

import { z } from 'zod';
import { DataError, readJson } from '../dataFile.ts';
import { contrast, mix } from './colour.ts';

const FILE = 'theme.json';
/** Text is read at this contrast by people with weak sight (WCAG 2.2, 1.4.3). */
const LEAST_CONTRAST = 4.5;

const colour = z.string().regex(/^#[0-9a-f]{6}$/i, { error: 'is not a colour such as "#0f5b5a"' });
const colours = z.strictObject({
  /** Buttons and the bar at the top of the page. */
  primary: colour,
  /** Text on the primary colour. */
  onPrimary: colour,
  background: colour,
  /** Cards and boxes. */
  surface: colour,
  text: colour,
  /** Small print and the edges of fields. */
  muted: colour,
  link: colour,
  /** Emergency numbers and faults. */
  danger: colour,
});

/** `data/theme.json`. */
export const themeSchema = z.strictObject({
  /** The name at the top of each page; null for the society's name (SOCIETY_NAME). */
  shortName: z.string().trim().min(1).nullable(),
  /** A picture in `data/theme/`; null for the drawn sign. */
  logo: z
    .string()
    .regex(/^[\w-]+\.(?:svg|png|webp|jpg)$/, {
      error: 'is not the name of a picture in data/theme/, such as "logo.svg"',
    })
    .nullable(),
  colours,
  /** For those whose device asks for dark pages. */
  dark: colours,
});

export type Theme = z.infer<typeof themeSchema>;
export type Colours = z.infer<typeof colours>;

/** Colours that are made of those of the theme; mixed here, since old browsers cannot. */
function shades({ primary, background, surface, muted }: Colours) {
  return {
    /** Notes and examples. */
    tint: mix(surface, primary, 0.09),
    /** The ground at the top of the front page. */
    band: mix(background, primary, 0.14),
    /** Thin lines. */
    line: mix(background, muted, 0.3),
  };
}

/** What is written on what. */
const WRITTEN = [
  ['primary', ['onPrimary']],
  ['background', ['text', 'muted', 'link', 'danger']],
  ['surface', ['text', 'muted', 'link', 'danger']],
  ['tint', ['text', 'muted', 'link']],
  ['band', ['text']],
] as const;

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

/** The colours and their shades as custom properties, `--text` and so on; `onPrimary` becomes `--on-primary`. */
export function themeStyles(theme: Theme): string {
  const properties = (set: Colours): string =>
    Object.entries({ ...set, ...shades(set) })
      .map(([name, value]) => `--${name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}:${value};`)
      .join('');
  return `:root{color-scheme:light dark;${properties(theme.colours)}}
@media (prefers-color-scheme:dark){:root{${properties(theme.dark)}}}
@media print{:root{color-scheme:light;${properties(theme.colours)}}}
`;
}
