import type { Site } from '../site.ts';
import { type TextPart, textPage } from '../textPage.ts';

const PARTS: readonly TextPart[] = [
  { title: 'support.danger.title', texts: ['support.danger.emergency', 'support.danger.crisis'] },
  {
    title: 'support.ask.title',
    lead: 'support.ask.1',
    texts: ['home.chat.example.1', 'home.chat.example.2', 'home.chat.example.3'],
    list: true,
    links: [['/chat', 'home.chat.open']],
  },
  {
    title: 'support.teams.title',
    texts: ['support.teams.chat', 'support.teams.channel', 'support.teams.search', 'support.teams.words'],
    list: true,
  },
  { title: 'support.silent.title', texts: ['support.silent.again', 'support.silent.teams'] },
  { title: 'support.access.title', texts: ['support.access.1'], links: [['/accessibility', 'nav.accessibility']] },
];

/** How people get help with the assistant. */
export function supportPage(site: Site): string {
  const { email, phone } = site.guide.society;
  const contact: TextPart = {
    title: 'support.wrong.title',
    texts: ['support.wrong.1', 'support.wrong.2', email || phone ? 'support.wrong.below' : 'support.wrong.site'],
  };
  return textPage('/support', 'support.title', [...PARTS, contact], {}, site);
}
