import { TALK_MINUTES } from '../../../../dialogs/talk.ts';
import type { Site } from '../site.ts';
import { type TextPart, textPage } from '../textPage.ts';

const PARTS: readonly TextPart[] = [
  {
    title: 'privacy.short.title',
    texts: ['privacy.short.1', 'privacy.short.2', 'privacy.short.teams', 'privacy.short.3'],
    list: true,
  },
  {
    title: 'privacy.chat.title',
    texts: [
      'privacy.chat.answer',
      'privacy.chat.browser',
      'privacy.chat.end',
      'privacy.chat.plain',
      'privacy.chat.embedded',
    ],
  },
  { title: 'privacy.delete.title', texts: ['privacy.delete.1', 'privacy.delete.2'] },
  { title: 'privacy.search.title', texts: ['privacy.search.1', 'privacy.search.2'] },
  { title: 'privacy.server.title', texts: ['privacy.server.1', 'privacy.server.2', 'privacy.server.3'] },
  {
    title: 'privacy.teams.title',
    texts: [
      'privacy.teams.copy',
      'privacy.teams.keeps',
      'privacy.teams.code',
      'privacy.teams.end',
      'privacy.teams.mark',
      'privacy.teams.shared',
      'privacy.teams.search',
      'privacy.teams.nobody',
    ],
  },
  { title: 'privacy.others.title', texts: ['privacy.others.1'] },
  { title: 'privacy.rights.title', texts: ['privacy.rights.1', 'privacy.rights.2', 'privacy.contact'] },
];

/** What happens to what visitors type. It must stay true to the program. */
export function privacyPage(site: Site): string {
  return textPage('/privacy', 'privacy.title', PARTS, { minutes: TALK_MINUTES }, site);
}
