import type { draftForms as vi } from '../vi/draft-forms.ts';

export const draftForms: typeof vi = {
  decisionLead:
    'Leave it empty while there is none. What stands here is filled in when the scorecard is issued.',
};
