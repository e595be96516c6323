import { ActivityTypes, type TurnContext } from 'botbuilder';
import type { Guide } from '../../../dialogs/guide.ts';
import { placeOf } from '../../../dialogs/place.ts';
import { type GuideBot, guideFor } from '../../bot.ts';
import type { TurnHandler } from '../turnHandler.ts';
import type { Arrivals } from './arrivals.ts';
import { answerChoice, answerQuery } from './messageExtension.ts';
import { fitMessage, wordsOfButton } from './outgoing.ts';
import { whileTyping } from './typing.ts';
import { isMentioned, wordsOf } from './words.ts';

/** What a turn of Teams needs. */
export interface TeamsParts {
  readonly guide: Guide;
  readonly bot: GuideBot;
  readonly arrivals: Arrivals;
  /** Address of the picture beside each result of a search; null for none. */
  readonly icon: string | null;
  /** Milliseconds before a typing indicator is shown. */
  readonly typingAfter: number;
}

/** Teams tells the language of a person's app in one of two places. */
function localeOf({ activity: { locale, entities } }: TurnContext): string | undefined {
  const told: unknown = entities?.find((entity) => entity?.type === 'clientInfo')?.locale;
  return locale ?? (typeof told === 'string' ? told : undefined);
}

/** True where the app itself is among those who came in, or who went. */
function isAmong(members: readonly { id: string }[] | undefined, { activity }: TurnContext): boolean {
  return members?.some(({ id }) => id === activity.recipient?.id) ?? false;
}

async function answerInvoke(context: TurnContext, { guide, bot, icon }: TeamsParts): Promise<void> {
  const { name } = context.activity;
  const body =
    name === 'composeExtension/query'
      ? answerQuery(context.activity, icon, guide)
      : name === 'composeExtension/selectItem'
        ? answerChoice(context.activity, guide)
        : null;
  if (body) await context.sendActivity({ type: ActivityTypes.InvokeResponse, value: { status: 200, body } });
  else await bot.run(context);
}

async function answerMessage(context: TurnContext, { guide, bot, typingAfter }: TeamsParts): Promise<void> {
  const { activity } = context;
  const button = wordsOfButton(activity.value);
  // Where others talk with each other, only what is meant for the guide is answered.
  if (placeOf(activity).shared && !isMentioned(activity) && activity.value === undefined) return;
  const words = wordsOf(activity) || (button ?? '');
  // A bare "@guide" asks what it can do.
  const asksForHelp = words === '' && isMentioned(activity);
  activity.text = asksForHelp ? guideFor(activity.locale, guide).messages.say('button.help') : words;
  await whileTyping(context, () => bot.run(context), typingAfter);
}

/** Answers the activities of Microsoft Teams: by one message in its own form, or not at all. */
export function createTeamsTurn(parts: TeamsParts): TurnHandler {
  const run = async (context: TurnContext): Promise<void> => {
    const { activity } = context;
    const locale = localeOf(context);
    if (locale) activity.locale = locale;
    const place = placeOf(activity);
    context.onSendActivities(async (_context, activities, send) => {
      for (const [index, sent] of activities.entries()) {
        if (sent.type !== ActivityTypes.Message) continue;
        const { messages } = guideFor(sent.locale ?? locale, parts.guide);
        activities[index] = fitMessage(sent, place.shared, messages);
      }
      return send();
    });
    switch (activity.type) {
      case ActivityTypes.Message:
        return answerMessage(context, parts);
      case ActivityTypes.Invoke:
        return answerInvoke(context, parts);
      case ActivityTypes.InstallationUpdate:
        if (activity.action === 'add') await parts.arrivals.arrive(context);
        else if (activity.action === 'remove') await parts.arrivals.leave(context);
        return;
      case ActivityTypes.ConversationUpdate:
        if (isAmong(activity.membersRemoved, context)) await parts.arrivals.leave(context);
        else if (isAmong(activity.membersAdded, context) || (!place.shared && activity.membersAdded?.length))
          await parts.arrivals.arrive(context);
        return;
      default:
      // Reactions, changes and deletions of messages, and whatever Teams may send one day, need no answer.
    }
  };
  return { run };
}
