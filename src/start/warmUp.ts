import type { Guide } from '../../dialogs/guide.ts';
import { GuideBot } from '../bot.ts';
import { InProcessChannel } from '../channels/inProcess.ts';

const ROUNDS = 20;

/**
 * Asks the bot its own example questions, so that the first visitor after a start is not the one who waits for what is
 * loaded and compiled when it is first used (12 to 45 ms). Requests that come meanwhile are served between two questions.
 */
export async function warmUp(guide: Guide): Promise<void> {
  const channel = new InProcessChannel(new GuideBot(guide));
  const examples = (['example.1', 'example.2', 'example.3'] as const).map((key) => guide.messages.say(key));
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const example of examples) {
      await channel.say(example, 'warm-up');
      await new Promise((resolve) => setImmediate(resolve));
    }
  }
}
