// The sign of the site: a heart in a speech bubble. It stands at the top of the page where the society has no logo.

import { type Html, html } from './html.ts';
import type { Theme } from './theme.ts';

export const BUBBLE = 'M8 3h16a6 6 0 0 1 6 6v9a6 6 0 0 1-6 6h-8l-7 6v-6H8a6 6 0 0 1-6-6V9a6 6 0 0 1 6-6z';
export const HEART = 'M16 20.5c-4.2-2.9-6.5-5.3-6.5-8a3.4 3.4 0 0 1 6.5-1.4 3.4 3.4 0 0 1 6.5 1.4c0 2.7-2.3 5.1-6.5 8z';

/** The sign within a page: it takes the page's colours. */
export function sign(): Html {
  return html`<svg class="sign" viewBox="0 0 32 32" width="32" height="32" aria-hidden="true" focusable="false"><path class="sign-bubble" d="${BUBBLE}"/><path class="sign-heart" d="${HEART}"/></svg>`;
}

/** The sign as a file, for the browser's tab. */
export function iconFile({ colours }: Theme): string {
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><path fill="${colours.primary}" d="${BUBBLE}"/><path fill="${colours.onPrimary}" d="${HEART}"/></svg>\n`;
}
