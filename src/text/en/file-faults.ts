import { printInstant } from '../instants.ts';
import type { Detail } from '../sentences.ts';
import type { fileFaults as vi } from '../vi/file-faults.ts';

export const fileFaults: typeof vi = {
  file_store_unavailable: () =>
    'the file store does not answer at the moment; nothing was kept, try again in a few minutes',
  file_scanner_silent: () =>
    'the virus scanner does not answer; the file was not taken, try again in a few minutes',
  file_infected: ({ name }: Detail) => `the virus scanner found ${name} in the file; it was not taken`,
  file_unchanged: ({ version }: Detail) => `the file is the same as version ${version}, which is in force`,
  file_present: ({ name, version, addedBy, addedAt }: Detail) =>
    `the unit has a document with the same contents: ${name}, version ${version}, added by ${addedBy} at ${printInstant(String(addedAt))}`,
  file_not_viewable: () => 'this kind of file cannot be shown in place; download it',
  no_unit_there: () => 'no unit stands at this path today',
  reason_needed: () => 'a reason is needed',
  file_contents_lost: () =>
    'the contents of this file are no longer in the store; ask the operator to restore them from a backup',
};
