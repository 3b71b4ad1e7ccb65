import type { reference as vi } from '../vi/reference.ts';

export const reference: typeof vi = {
  title: 'Minh Chứng: programming interface',
  forPrograms: 'For programs to read',
  otherLanguage: 'Tiếng Việt',
  intro: [
    'Sign in by POST /api/session/sign-in and keep the cookie for the calls that follow.',
    'Operations that change something take the header Idempotency-Key (8 to 200 characters): sent again with the same key, they answer what the first did and do nothing twice.',
    'A refusal always has the body { code, faults }: each fault has its place (path), its code and the values that belong to it (detail).',
    'Files stand apart: POST /api/files?name=…&unit=… with the contents as the body; GET /api/files/{id} to fetch them.',
  ],
  refusals: 'Codes of refusal',
  refusal: {
    invalid_input: 'what was sent is wrong; every fault is told',
    unauthenticated: 'not signed in',
    forbidden: 'seen, but not for you to do',
    not_found: 'not there, or not for you to see',
    conflict: 'against what is there already',
    rule_broken: 'against the rules',
  },
  groups: {
    identity: 'Accounts and sessions',
    units: 'Units',
    people: 'People and roles',
    files: 'Documents',
    journal: 'Journal',
  },
  needs: 'Needs',
  anyone: 'anyone',
  signedIn: 'anyone signed in',
  parameter: 'Parameter',
  place: 'In',
  places: { path: 'path', query: 'query', header: 'header' },
  form: 'Form',
  required: 'required',
  sends: 'Sends',
  receives: 'Receives',
};
