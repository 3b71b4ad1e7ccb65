import type { work as vi } from '../vi/work.ts';

export const work: typeof vi = {
  waiting: 'Waiting for you',
  what: 'What',
  about: 'About',
  next: 'Next step',
  figuresMissing: (missing) => `Figures missing: ${missing}`,
  figuresOf: (name, period, where) => `${name}, ${period}: ${where}`,
  units: (count) => `${count} units`,
  enterFigures: 'Enter figures',
  resultWaiting: 'Every figure is there; the result is not published',
  publish: 'See and publish',
  draftWaiting: 'Draft scorecard, not issued',
  openDraft: 'Open the draft',
  invitationsOpen: (people) => `Invited and without an account: ${people}`,
  invitationsExpired: (expired) => `Invitations that ran out and need sending again: ${expired}`,
  invitationsValid: 'The invitations still hold',
  seePeople: 'See the list',
  sealsBehind: (entries) => `Entries of the journal without a seal: ${entries}`,
  sealsWhy: 'For more than an hour; sealing may have stopped',
  seeSeals: 'Open the seals',
};
