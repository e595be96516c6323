import { type Html, html } from './html.ts';
import type { Site } from './site.ts';

/** Links that search for a kind of cancer each. */
export function typeLinks(types: readonly string[], style: 'chips' | 'entries', { guide, at }: Site): Html {
  const links = types.map((id) => {
    const name = guide.cardWords.typeName(id);
    const address = at(`/directory?${new URLSearchParams({ cancer: name })}#found`);
    return html`<li><a href="${address}">${name.charAt(0).toUpperCase()}${name.slice(1)}</a></li>\n`;
  });
  return html`<ul class="${style}">
${links}</ul>`;
}
