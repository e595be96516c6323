import { type Html, html } from './html.ts';

/** A sentence with its number as a link that calls it; a number that is texted stays text. */
export function phoneLink(sentence: string, number: string): Html {
  const place = sentence.indexOf(number);
  if (place < 0 || !/^\+?[0-9][0-9 ()/-]*$/.test(number)) return html`${sentence}`;
  const link = html`<a class="phone" href="tel:${number.replace(/[^+0-9]/g, '')}">${number}</a>`;
  return html`${sentence.slice(0, place)}${link}${sentence.slice(place + number.length)}`;
}
