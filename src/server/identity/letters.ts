import { letters } from '../../text/vi/letters.ts';

type Letter = { subject: string; body: string };

export function printInvitation(name: string, link: string): Letter {
  return { subject: letters.invitationSubject, body: letters.invitation(name, link) };
}

export function printReset(name: string, link: string): Letter {
  return { subject: letters.resetSubject, body: letters.reset(name, link) };
}
