// Activities of the Bot Framework, of every type and channel, valid enough to reach the dialog.

import type { Random } from './random.ts';
import { anyText, LOCALES } from './texts.ts';

type Json = Record<string, unknown>;

const CHANNELS = [
  'msteams',
  'msteams',
  'emulator',
  'webchat',
  'directline',
  'slack',
  'telegram',
  'email',
  'sms',
  'line',
  'facebook',
  'agents',
  'unheard-of',
];
const OTHER_TYPES = [
  'typing',
  'endOfConversation',
  'event',
  'messageReaction',
  'messageUpdate',
  'messageDelete',
  'installationUpdate',
  'contactRelationUpdate',
  'deleteUserData',
  'handoff',
  'trace',
  'command',
  'commandResult',
  'suggestion',
  'delay',
  'unheardOf',
];
const INVOKES = [
  'composeExtension/query',
  'composeExtension/queryLink',
  'composeExtension/selectItem',
  'composeExtension/submitAction',
  'composeExtension/fetchTask',
  'composeExtension/querySettingUrl',
  'adaptiveCard/action',
  'application/search',
  'task/fetch',
  'task/submit',
  'tab/fetch',
  'fileConsent/invoke',
  'signin/verifyState',
  'signin/tokenExchange',
  'message/submitAction',
  'handoff/action',
  'healthCheck',
  'config/fetch',
  'unheard/of',
];

/** Values of a button, right and wrong. */
export function anyValue(random: Random): unknown {
  return random.pick<unknown>([
    undefined,
    null,
    { action: 'more' },
    { action: random.pick(['restart', 'delete', 'country', 'next', '__proto__']), value: anyText(random) },
    { text: anyText(random) },
    'a string',
    0,
    [],
    { msteams: { type: 'messageBack', text: anyText(random) } },
    { commandId: 'searchOrganisations', parameters: [{ name: 'query', value: anyText(random) }] },
    { commandId: 'x', parameters: 'x', queryOptions: { skip: -1, count: 1e9 } },
    { action: { type: 'Action.Execute', verb: 'x', data: {} }, trigger: 'manual' },
  ]);
}

/** The conversation and the person of an activity: some come back, most are new. */
function place(random: Random, channelId: string): Json {
  const person = `29:${random.below(2000)}`;
  const isGroup = random.percent(15);
  return {
    channelId,
    conversation: {
      id: `a:${random.below(2000)}`,
      ...(channelId === 'msteams' && {
        conversationType: isGroup ? random.pick(['channel', 'groupChat']) : 'personal',
      }),
      ...(isGroup && { isGroup }),
      tenantId: 'tenant',
    },
    from: { id: person, name: 'A person', aadObjectId: '00000000-0000-0000-0000-000000000001' },
    recipient: { id: '28:bot', name: 'Guide' },
    ...(random.percent(50) && { locale: random.pick(LOCALES) }),
    ...(random.percent(30) && { channelData: { tenant: { id: 'tenant' }, ...(isGroup && { team: { id: '19:t' } }) } }),
    ...(random.percent(30) && {
      entities: [
        { type: 'clientInfo', country: random.pick(['DE', 'FR', 'XX']), locale: 'de-DE', platform: 'Web' },
        { type: 'mention', text: '<at>Guide</at>', mentioned: { id: '28:bot' } },
      ],
    }),
  };
}

function content(random: Random): Json {
  const kind = random.below(100);
  if (kind < 60) {
    const value = random.percent(15) ? anyValue(random) : undefined;
    return {
      type: 'message',
      ...(!random.percent(5) && { text: anyText(random) }),
      ...(value !== undefined && { value }),
    };
  }
  if (kind < 68)
    return {
      type: 'conversationUpdate',
      ...(random.percent(80) && { membersAdded: [{ id: random.pick(['28:bot', '29:1']) }] }),
      ...(random.percent(20) && { membersRemoved: [{ id: '29:2' }] }),
    };
  if (kind < 74) return { type: 'installationUpdate', action: random.pick(['add', 'remove', 'add-upgrade', 'x']) };
  if (kind < 84) return { type: 'invoke', name: random.pick(INVOKES), value: anyValue(random) };
  return {
    type: random.pick(OTHER_TYPES),
    name: random.pick(['tokens/response', 'continueConversation', 'x']),
    value: anyValue(random),
    ...(random.percent(50) && { reactionsAdded: [{ type: 'like' }], replyToId: '1' }),
  };
}

/** An activity whose replies stay in the HTTP answer, as nearly all are; the others name no place for them, or an odd one. */
export function anyActivity(random: Random): Json {
  const inAnswer = !random.percent(4);
  return {
    id: String(random.below(1e9)),
    timestamp: '2026-11-24T12:00:00Z',
    ...place(random, random.pick(CHANNELS)),
    ...content(random),
    ...(inAnswer ? { deliveryMode: 'expectReplies' } : {}),
    ...(random.percent(60) && inAnswer && { serviceUrl: 'http://127.0.0.1:9/' }),
    ...(!inAnswer && {
      serviceUrl: random.pick([
        'http://127.0.0.1:1/',
        'https://example.org/',
        'javascript:alert(1)',
        'http://localhost',
        '',
      ]),
    }),
  };
}

/** An activity with one part broken. */
export function brokenActivity(random: Random): unknown {
  const activity = anyActivity(random);
  const name = random.pick(Object.keys(activity));
  const odd = random.pick<unknown>([
    null,
    undefined,
    0,
    -1,
    1e300,
    '',
    'x'.repeat(3000),
    [],
    {},
    true,
    { id: null },
    [[[]]],
  ]);
  return random.percent(10) ? random.pick<unknown>([null, [], {}, 'x', 1, [activity]]) : { ...activity, [name]: odd };
}
