// What is written on what, and the shades that are made of a theme's colours.

import { mix } from './colour.ts';
import type { Colours } from './theme.ts';

/** Text is read at this contrast by people with weak sight (WCAG 2.2, 1.4.3). */
export const LEAST_CONTRAST = 4.5;

/** Colours that are made of those of the theme; mixed here, since old browsers cannot. */
export function shades({ primary, background, surface, muted }: Colours) {
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
export const WRITTEN = [
  ['primary', ['onPrimary']],
  ['background', ['text', 'muted', 'link', 'danger']],
  ['surface', ['text', 'muted', 'link', 'danger']],
  ['tint', ['text', 'muted', 'link']],
  ['band', ['text']],
] as const;

/** The colours and their shades as custom properties, `--text` and so on; `onPrimary` becomes `--on-primary`. */
export function customProperties(set: Colours): [name: string, colour: string][] {
  return Object.entries({ ...set, ...shades(set) }).map(([name, colour]) => [
    `--${name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`,
    colour,
  ]);
}
