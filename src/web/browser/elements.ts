/// <reference lib="dom" />
import { isSafeLink, type LinkStyle, paragraphsOf, textParts } from './textParts.ts';

/** Makes an element with a class and what is in it; text is never read as HTML. */
export function element<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  className: string,
  ...content: readonly (Node | string)[]
): HTMLElementTagNameMap[Name] {
  const made = document.createElement(name);
  if (className) made.className = className;
  made.append(...content);
  return made;
}

/**
 * A link that cannot be turned against the page it comes from. Only https opens a new tab, and says so.
 *
 * @returns plain text where the address may not be a link
 */
export function safeLink(text: string, href: string, style: LinkStyle): Node {
  if (!isSafeLink(href)) return document.createTextNode(text);
  const link = element('a', '', text);
  link.href = href;
  link.rel = 'noopener noreferrer';
  if (link.protocol === 'https:') {
    link.target = '_blank';
    link.append(' ', element('span', 'new-tab', `(${style.newTab})`));
  }
  return link;
}

/** The text with its phone numbers and web addresses as links. */
export function linkedText(text: string, style: LinkStyle): Node[] {
  return textParts(text, style.pattern).map((part) =>
    part.href ? safeLink(part.text, part.href, style) : document.createTextNode(part.text),
  );
}

/** The text in its paragraphs. */
export function paragraphElements(text: string, style: LinkStyle): HTMLElement[] {
  return paragraphsOf(text).map((paragraph) => element('p', '', ...linkedText(paragraph, style)));
}
