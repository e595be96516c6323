// Somebody may tell of a danger in any field: whom to call comes before what was found.

import { crisisLineText } from '../../cards/crisisLine.ts';
import type { Found } from './directorySearch.ts';
import { type Html, html } from './html.ts';
import { phoneLink } from './phoneLink.ts';
import type { Site } from './site.ts';

/** The note for what the words of a search tell of; null where they tell of no danger. */
export function dangerNote({ safety, country }: Found, { guide, words }: Site): Html | null {
  if (!safety || safety.class === 'none') return null;
  const { say } = guide.messages;
  const { emergency, crisisLines } = guide.directory.helplines(country);
  if (safety.class === 'medical-advice') return html`<p class="notice">${say('line.possibleAdvice')}</p>`;
  const call = html`<p><strong>${phoneLink(words.say('danger.call', { emergency: emergency.number }), emergency.number)}</strong></p>`;
  if (safety.class === 'emergency')
    return html`<div class="notice danger" id="found" role="alert">
<p>${say('emergency.soft', { emergency: emergency.number })}</p>
${call}
<p>${say('emergency.unit')}</p>
</div>`;
  return html`<div class="notice danger" id="found" role="alert">
<p>${say('crisis.soft')}</p>
<ul>
${crisisLines.map((line) => html`<li>${phoneLink(crisisLineText(line, guide.cardWords), line.number)}</li>\n`)}</ul>
${call}
</div>`;
}
