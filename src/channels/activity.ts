import { z } from 'zod';

/** Longer messages are refused: nobody types them. */
export const MOST_TEXT = 20_000;

const account = z.looseObject({ id: z.string().min(1).max(1000) });

/** The parts of an activity that must be right before an adapter may see it. */
const activitySchema = z.looseObject({
  type: z.string().min(1).max(50),
  id: z.string().max(1000).optional(),
  channelId: z.string().min(1).max(100),
  serviceUrl: z.string().max(2000).optional(),
  conversation: account,
  from: account,
  recipient: account.optional(),
  text: z
    .string()
    .max(MOST_TEXT, { error: `is longer than ${MOST_TEXT} characters` })
    .nullish(),
  locale: z.string().max(50).nullish(),
  membersAdded: z.array(account).max(1000).optional(),
  membersRemoved: z.array(account).max(1000).optional(),
  entities: z.array(z.unknown()).max(1000).nullish(),
});

/** What is wrong with an activity, in a sentence; null where it may be answered. */
export function faultOfActivity(body: unknown): string | null {
  if (typeof body !== 'object' || body === null || Array.isArray(body)) return 'The body must be one activity as JSON.';
  const result = activitySchema.safeParse(body);
  if (result.success) return null;
  const issue = result.error.issues[0]!;
  return `The activity is not valid: ${issue.path.map(String).join('.') || 'body'} ${issue.message.toLowerCase()}.`;
}
