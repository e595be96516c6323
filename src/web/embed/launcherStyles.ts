import { readableOn } from '../server/colour.ts';
import type { Wish } from './messages.ts';

/** Colours of the launcher: its own, what is written on it, the ground of the chat, what is written on that. */
export type LauncherColours = readonly [own: string, ink: string, ground: string, text: string];

/** What the theme gives: for light pages and for dark ones. */
export interface LauncherTheme {
  readonly light: LauncherColours;
  readonly dark: LauncherColours;
}

/** A window as small as a phone's, or a large one at 400 % zoom: there the chat takes all of it. */
export const SHEET = '(max-width: 40em), (max-height: 30em)';

function fitted([own, ink, ground, text]: LauncherColours, [primary = own, background = ground]: Wish['colours']) {
  return `--own:${primary};--ink:${readableOn(primary, ink)};--ground:${background};--text:${readableOn(background, text)}`;
}

/**
 * Styles of the launcher, within its shadow root. Sizes are in `em` of the reader's own letters, since a page may have
 * changed what `rem` is.
 */
export function launcherStyles({ light, dark }: LauncherTheme, side: string, { scheme, colours }: Wish): string {
  const first = fitted(scheme === 'dark' ? dark : light, colours);
  const second = fitted(scheme === 'light' ? light : dark, colours);
  return `:host{all:initial!important;position:fixed!important;inset:auto 0 0 auto!important;z-index:2147483000!important;font:medium/1.35 -apple-system,"Segoe UI",Roboto,"Noto Sans","Liberation Sans",Arial,sans-serif!important;${first}}
@media (prefers-color-scheme:dark){:host{${second}}}
*{box-sizing:border-box}
button,section{position:fixed;${side}:max(1em,env(safe-area-inset-${side}));bottom:calc(1em + env(safe-area-inset-bottom))}
button{display:flex;align-items:center;gap:.6em;min-height:3.25em;max-width:min(18em,100vw - 2em);padding:.4em 1.2em .4em 1em;border:2px solid var(--ink);border-radius:1.7em;background:var(--own);color:var(--ink);font:inherit;font-weight:600;text-align:start;cursor:pointer;box-shadow:0 2px 10px #0006}
button:hover{text-decoration:underline}
:focus-visible{outline:3px solid var(--own);outline-offset:3px;box-shadow:0 0 0 3px var(--ink)}
svg{flex:none;width:1.75em;height:1.75em}
section{display:flex;flex-direction:column;width:min(26em,100vw - 2em);height:min(44em,100vh - 2em);height:min(44em,100dvh - 2em);border:2px solid var(--own);border-radius:.9em;background:var(--ground);color:var(--text);overflow:hidden;overscroll-behavior:contain;box-shadow:0 4px 24px #0006}
section:focus{outline:0}
[hidden]{visibility:hidden;opacity:0}
header{display:flex;align-items:center;justify-content:space-between;gap:1em;background:var(--own);color:var(--ink)}
h2{margin:0;padding:.5em 1em;font:inherit;font-weight:600;overflow-wrap:anywhere}
header button{position:static;flex:none;justify-content:center;width:3em;min-height:3em;padding:0;border:0;border-radius:.5em;box-shadow:none}
header :focus-visible{outline-color:var(--ink);outline-offset:-5px;box-shadow:none}
iframe{flex:1;width:100%;border:0;background:var(--ground)}
iframe:not(.ready){visibility:hidden}
p{margin:0;padding:1em;line-height:1.6}
a{color:inherit}
@media ${SHEET}{section{inset:0;width:auto;height:auto;border:0;border-radius:0;padding:env(safe-area-inset-top) env(safe-area-inset-right) env(safe-area-inset-bottom) env(safe-area-inset-left);background:var(--own)}p{background:var(--ground)}}
@media (prefers-reduced-motion:no-preference){section{transition:opacity .15s}}
@media print{button,section{display:none}}`;
}

/**
 * What the page itself needs: room to scroll its last lines, and what has the focus, free of the launcher.
 *
 * @param height of the launcher, in pixels
 */
export function pageStyles(height: number): string {
  const room = `${Math.ceil(height) + 32}px`;
  return `@media screen{html{padding-bottom:calc(${room} + env(safe-area-inset-bottom));scroll-padding-bottom:${room}}}`;
}
