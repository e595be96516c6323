import { topics } from '../../directory/organisation.ts';
import type { Asked } from './directorySearch.ts';
import { type Html, html } from './html.ts';
import type { Site } from './site.ts';
import type { PageKey } from './words.ts';

/** Names of countries as they stand in a list, without an article. */
export function countriesByName({ guide }: Site): { code: string; name: string }[] {
  const { language } = guide.messages;
  const names = new Intl.DisplayNames([language], { type: 'region', fallback: 'code' });
  return guide.directory.countriesServed
    .map((code) => ({ code, name: names.of(code) ?? code }))
    .sort((one, other) => one.name.localeCompare(other.name, language));
}

function option(value: string, text: string, chosen: boolean): Html {
  return html`<option value="${value}"${chosen && html` selected`}>${text}</option>\n`;
}

/** The kinds of cancer that the field offers while somebody types. */
function suggestions({ guide }: Site): Html {
  const names = guide.directory.cancerTypes.map((type) => guide.cardWords.typeName(type.id));
  return html`<datalist id="kinds">${names.map((name) => html`<option value="${name}"></option>`)}</datalist>`;
}

/**
 * The search as a plain form; it needs no script.
 *
 * @param asked what was asked for last; null on a page without results
 * @param withWords true for a field for names and other words, too
 */
export function searchForm(asked: Asked | null, withWords: boolean, site: Site): Html {
  const { say } = site.words;
  return html`<form class="search" action="${site.at('/directory#found')}" method="get" role="search" aria-label="${say('form.label')}">
<div class="field">
<label for="cancer">${say('form.cancer')}</label>
<input id="cancer" name="cancer" type="text" list="kinds" value="${asked?.cancer ?? ''}" maxlength="200" autocomplete="off" aria-describedby="cancer-hint">
<p class="hint" id="cancer-hint">${say('form.cancer.hint')}</p>
${suggestions(site)}
</div>
<div class="field">
<label for="country">${say('form.country')}</label>
<select id="country" name="country">
${option('', say('form.country.any'), !asked?.country)}${countriesByName(site).map(({ code, name }) =>
  option(code, name, asked?.country === code),
)}</select>
</div>
<div class="field">
<label for="need">${say('form.need')}</label>
<select id="need" name="need">
${option('', say('form.need.any'), !asked?.need)}${topics.map((topic) =>
  option(topic, say(`need.${topic}` as PageKey), asked?.need === topic),
)}</select>
</div>
${
  withWords &&
  html`<div class="field">
<label for="q">${say('form.words')}</label>
<input id="q" name="q" type="text" value="${asked?.words ?? ''}" maxlength="200" autocomplete="off" aria-describedby="q-hint">
<p class="hint" id="q-hint">${say('form.words.hint')}</p>
</div>
`
}<div class="field field-button">
<button class="send" type="submit">${say('form.search')}</button>
${asked && html`<a class="clear" href="${site.at('/directory')}">${say('form.clear')}</a>`}
</div>
</form>`;
}
