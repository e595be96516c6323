import { html, raw } from '../server/html.ts';
import { type ChatView, chatBody } from '../server/pages/chat.ts';
import type { Site } from '../server/site.ts';
import type { FrameSettings } from './frame.ts';

/** The chat as it stands within a page of another site: no bar, no foot, and one style sheet. */
export function framePage(view: ChatView, site: Site): string {
  const { words, assets, config, theme } = site;
  const settings: FrameSettings = {
    origins: config.allowedOrigins,
    theme: { colours: theme.colours, dark: theme.dark },
  };
  const document = html`<html lang="${words.language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${words.say('embed.title')}</title>
<meta name="robots" content="noindex">
<meta name="format-detection" content="telephone=no">
<link rel="stylesheet" href="${assets.path('framed.css')}">
<script src="${assets.path('frame.js')}" type="module"></script>
</head>
<body class="framed" data-frame="${JSON.stringify(settings)}">
<main id="main" class="wide chat-page" tabindex="-1">
${chatBody(view, site)}
</main>
</body>
</html>
`;
  return `${raw('<!doctype html>\n')}${document}`;
}
