import type { AdaptiveCard, Element } from '../../cards/adaptiveCard.ts';
import { isSafeLink, type LinkStyle, textParts } from '../browser/textParts.ts';
import { type Html, html } from './html.ts';

/**
 * A link that cannot be turned against the page it comes from. Only https opens a new tab, and says so.
 *
 * @returns plain text where the address may not be a link
 */
export function safeLinkHtml(text: string, href: string, style: LinkStyle): Html {
  if (!isSafeLink(href)) return html`${text}`;
  if (!href.startsWith('https:')) return html`<a href="${href}" rel="noopener noreferrer">${text}</a>`;
  return html`<a href="${href}" rel="noopener noreferrer" target="_blank">${text} <span class="new-tab">(${style.newTab})</span></a>`;
}

/** The text with its phone numbers and web addresses as links. */
export function linkedHtml(text: string, style: LinkStyle): Html[] {
  return textParts(text, style.pattern).map((part) =>
    part.href ? safeLinkHtml(part.text, part.href, style) : html`${part.text}`,
  );
}

function elementHtml(element: Element, style: LinkStyle): Html | null {
  switch (element.type) {
    case 'TextBlock':
      return element.style === 'heading' ? html`<h3>${element.text}</h3>` : html`<p>${element.text}</p>`;
    case 'RichTextBlock':
      return html`<p>${element.inlines.map(({ text, weight, italic }) => {
        const content = linkedHtml(text, style);
        if (weight) return html`<strong>${content}</strong>`;
        return italic ? html`<span class="remark">${content}</span>` : content;
      })}</p>`;
    case 'ActionSet':
      return html`<ul class="links">${element.actions.map(
        ({ title, url }) => html`<li>${safeLinkHtml(title, url, style)}</li>`,
      )}</ul>`;
    default:
      return null;
  }
}

/** What a page shows of a card. */
export type ShownCard = Pick<AdaptiveCard, 'body'>;

/** A card as plain HTML, for a page without a script. Nothing of it is read as HTML. */
export function cardHtml(card: ShownCard, style: LinkStyle): Html {
  return html`<article class="card">
${card.body.map((element) => html`${elementHtml(element, style)}\n`)}</article>`;
}
