import { join } from 'node:path';
import { TALK_MINUTES } from '../../../dialogs/talk.ts';
import { LANGUAGES } from '../../words/languages.ts';
import { bundle } from '../server/browserCode.ts';
import { BUBBLE, HEART } from '../server/icon.ts';
import type { Site } from '../server/site.ts';
import type { Colours } from '../server/theme.ts';
import type { EmbedSettings } from './launcher.ts';
import type { LauncherColours } from './launcherStyles.ts';
import type { Labels } from './options.ts';

const colours = ({ primary, onPrimary, background, text }: Colours): LauncherColours => [
  primary,
  onPrimary,
  background,
  text,
];

function labels({ words: { say } }: Site): Labels {
  return {
    title: say('embed.title'),
    close: say('embed.close'),
    trouble: say('embed.trouble'),
    newTab: say('embed.newTab'),
  };
}

/** The script that other sites load, `/embed.js`: small, and alone in its scope. */
export function embedScript(site: Site): string {
  const { theme, config } = site;
  const settings: EmbedSettings = {
    origins: config.allowedOrigins,
    labels: Object.fromEntries(LANGUAGES.map((language) => [language, labels(site.inLanguage(language))])),
    minutes: TALK_MINUTES,
    theme: { light: colours(theme.colours), dark: colours(theme.dark) },
    icon: [BUBBLE, HEART],
  };
  const code = bundle(join(import.meta.dirname, 'launcher.ts')).replace(/^[ \t]+/gm, '');
  return `(()=>{'use strict';\nconst EMBED=${JSON.stringify(settings)};\n${code}})();\n`;
}
