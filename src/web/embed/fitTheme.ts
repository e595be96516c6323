import { contrast, mix, readableOn } from '../server/colour.ts';
import { LEAST_CONTRAST, shades } from '../server/shades.ts';
import type { Colours, Theme } from '../server/theme.ts';
import type { Wish } from './messages.ts';

/** The colours of a theme, for light and dark. */
export type ColourSets = Pick<Theme, 'colours' | 'dark'>;

const STEPS = 20;
/** Where black or white reaches this on a ground, shades of that ground can be written on, too. */
const CLEAR = 7;

/** A colour, moved towards another in steps until it will do. */
function moved(colour: string, end: string, willDo: (tried: string) => boolean): string {
  for (let step = 0; step < STEPS; step += 1) {
    const tried = mix(colour, end, step / STEPS);
    if (willDo(tried)) return tried;
  }
  return end;
}

/** The colour as it is, or as little darker or lighter as it takes to be read on all grounds. */
function fitInk(ink: string, grounds: readonly string[]): string {
  const worst = (colour: string): number => Math.min(...grounds.map((ground) => contrast(colour, ground)));
  const end = worst('#000000') > worst('#ffffff') ? '#000000' : '#ffffff';
  return moved(ink, end, (tried) => worst(tried) >= LEAST_CONTRAST);
}

/** True for a ground on which white is read better than black. */
export function isDark(ground: string): boolean {
  return contrast(ground, '#ffffff') > contrast(ground, '#000000');
}

/** A ground of a middling grey takes no ink well: it becomes lighter, or darker. */
function fitGround(ground: string): string {
  const [ink, end] = isDark(ground) ? ['#ffffff', '#000000'] : ['#000000', '#ffffff'];
  return moved(ground, end, (tried) => contrast(ink, tried) >= CLEAR);
}

function fitColours(base: Colours, [primary, background, text]: readonly string[]): Colours {
  const ground = background ? fitGround(background) : base.background;
  const surface = background ? ground : base.surface;
  const main = primary ?? base.primary;
  const { tint, band } = shades({ ...base, primary: main, background: ground, surface });
  const grounds = [ground, surface, tint];
  const ink = fitInk(text ?? base.text, [...grounds, band]);
  return {
    primary: main,
    onPrimary: readableOn(main, base.onPrimary),
    background: ground,
    surface,
    text: ink,
    muted: fitInk(background ? mix(ink, ground, 0.3) : base.muted, grounds),
    link: fitInk(primary ?? base.link, grounds),
    danger: fitInk(base.danger, grounds),
  };
}

/**
 * The theme in the colours that a page asks for. Those that could not be read are made darker or lighter until each
 * text has the contrast that the theme's own need.
 */
export function fitTheme(theme: ColourSets, { scheme, colours }: Wish): ColourSets {
  const [, background] = colours;
  const only = background ? (isDark(fitGround(background)) ? 'dark' : 'light') : scheme;
  const light = fitColours(only === 'dark' ? theme.dark : theme.colours, colours);
  const dark = fitColours(only === 'light' ? theme.colours : theme.dark, colours);
  return { colours: light, dark };
}
