import type { Site } from '../site.ts';
import { type TextPart, textPage } from '../textPage.ts';

const PARTS: readonly TextPart[] = [
  { title: 'terms.what.title', texts: ['terms.what.1', 'terms.what.2'] },
  { title: 'terms.not.title', texts: ['terms.not.advice', 'terms.not.emergency'], list: true },
  {
    title: 'terms.list.title',
    texts: ['terms.list.own', 'terms.list.recommend', 'terms.list.company', 'terms.list.right'],
    list: true,
  },
  { title: 'terms.fair.title', texts: ['terms.fair.load', 'terms.fair.names', 'terms.fair.link'], list: true },
  { title: 'terms.change.title', texts: ['terms.change.1', 'terms.change.2'] },
  { title: 'terms.who.title', texts: ['terms.who.1'], links: [['/privacy', 'nav.privacy']] },
];

/** On what terms people may use the website and the assistant. */
export function termsPage(site: Site): string {
  return textPage('/terms', 'terms.title', PARTS, {}, site);
}
