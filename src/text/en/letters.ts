import type { letters as vi } from '../vi/letters.ts';

export const letters: typeof vi = {
  invitationSubject: 'Invitation to Minh Chứng',
  invitation: (name, link) => `Dear ${name},

You are invited to Minh Chứng, the software for the administrative-reform index. Open this link to set a password and begin:

${link}

The link works once, within 7 days. If you do not expect this invitation, please ignore this letter.
`,
  resetSubject: 'Reset your Minh Chứng password',
  reset: (name, link) => `Dear ${name},

Someone asked to reset the password of this account. If it was you, open this link:

${link}

The link works once, within one hour. If not, please ignore this letter; the password stays as it is.
`,
};
