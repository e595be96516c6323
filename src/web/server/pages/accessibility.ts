import type { Site } from '../site.ts';
import { type TextPart, textPage } from '../textPage.ts';

const PARTS: readonly TextPart[] = [
  { title: 'accessibility.aim.title', texts: ['accessibility.aim.1', 'accessibility.aim.2'] },
  {
    title: 'accessibility.can.title',
    texts: [
      'accessibility.can.keyboard',
      'accessibility.can.reader',
      'accessibility.can.zoom',
      'accessibility.can.colours',
      'accessibility.can.motion',
      'accessibility.can.script',
      'accessibility.can.words',
    ],
    list: true,
  },
  { title: 'accessibility.tested.title', texts: ['accessibility.tested.1', 'accessibility.tested.2'] },
  {
    title: 'accessibility.limits.title',
    texts: ['accessibility.limits.sites', 'accessibility.limits.phones', 'accessibility.limits.language'],
    list: true,
  },
  {
    title: 'accessibility.tell.title',
    texts: ['accessibility.tell.1', 'accessibility.tell.2'],
  },
];

/** The accessibility statement. It must stay true to what was tested. */
export function accessibilityPage(site: Site): string {
  return textPage('/accessibility', 'accessibility.title', PARTS, {}, site);
}
