import { linksOf } from '../cards/organisationCard.ts';
import type { Directory } from '../directory/directory.ts';
import type { Section } from '../directory/organisation.ts';
import type { MessageKey, Messages } from '../messages.ts';

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Text as it may stand in HTML. */
export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => ENTITIES[sign]!);
}

const SECTIONS: readonly Section[] = ['international', 'european', 'other'];

/** The society's list as one plain page, in its sections; no link to an address that must not be linked. */
export function listPage(directory: Directory, messages: Messages, society: string): string {
  const { say } = messages;
  const sections = SECTIONS.map((section) => {
    const items = directory.bySection()[section].map((organisation) => {
      const links = linksOf(organisation, messages).map(
        (link) => `<a rel="noopener noreferrer" href="${escapeHtml(link.url)}">${escapeHtml(link.title)}</a>`,
      );
      const note = organisation.statusNote ? `<br>${escapeHtml(organisation.statusNote)}` : '';
      const noLink = organisation.linkAdvice === 'do-not-link' ? `<br>${escapeHtml(say('card.noLink'))}` : '';
      return `<li><strong>${escapeHtml(organisation.name)}</strong><br>${escapeHtml(organisation.descriptions.en!)}${note}${noLink}${links.length > 0 ? `<br>${links.join(' · ')}` : ''}</li>`;
    });
    return `<h2>${escapeHtml(say(`browse.title.${section}` as MessageKey))}</h2>\n<ul>\n${items.join('\n')}\n</ul>`;
  });
  return `<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>Patient support – ${escapeHtml(society)}</title></head>
<body>
<main>
<h1>Useful links to patient support</h1>
<p>${escapeHtml(say('browse.society', { society, count: SECTIONS.reduce((sum, section) => sum + directory.bySection()[section].length, 0) }))}</p>
${sections.join('\n')}
</main>
</body>
</html>
`;
}
