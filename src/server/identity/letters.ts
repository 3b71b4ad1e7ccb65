import { letters as en } from '../../text/en/letters.ts';
import { letters as vi } from '../../text/vi/letters.ts';

type Letter = { subject: string; body: string };

/** In Vietnamese, and below it in English: nobody has chosen a language yet who has no account. */
export function printInvitation(name: string, link: string): Letter {
  return {
    subject: `${vi.invitationSubject} · ${en.invitationSubject}`,
    body: both(vi.invitation(name, link), en.invitation(name, link)),
  };
}

export function printReset(name: string, link: string): Letter {
  return {
    subject: `${vi.resetSubject} · ${en.resetSubject}`,
    body: both(vi.reset(name, link), en.reset(name, link)),
  };
}

function both(vietnamese: string, english: string): string {
  return `${vietnamese}\n————\n\n${english}`;
}
