import type { Guide, Turn } from '../guide.ts';
import { paragraphs, type Reply } from '../reply.ts';
import { organisations } from './organisations.ts';
import { contact } from './service.ts';

/**
 * The way to a person: the society's contact. Where none is set, the phone lines of organisations that fit what is
 * known of the talk, so that the wish for a person is no dead end.
 */
export function humanContact(turn: Turn, guide: Guide): Reply {
  const own = contact('human_contact', turn, guide);
  const { email, phone, url } = guide.society;
  if (email || phone || url) return own;
  const lines = organisations(
    { ...turn, talk: { ...turn.talk, onlyWithHelpline: true } },
    guide,
    'find_organisation',
    false,
  );
  const withPhone = lines.organisations.some((id) => (guide.directory.organisation(id)?.helplines.length ?? 0) > 0);
  return {
    ...lines,
    text: withPhone ? paragraphs(guide.messages.say('contact.noneHuman')) : lines.text,
    note: own.note,
    help: own.help,
    talk: { ...lines.talk, onlyWithHelpline: true },
  };
}
