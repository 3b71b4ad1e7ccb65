import type { fileFaults as vi } from '../vi/file-faults.ts';

export const fileFaults: typeof vi = {
  file_store_unavailable: () =>
    'the file store does not answer at the moment; nothing was kept, try again in a few minutes',
  file_contents_lost: () =>
    'the contents of this file are no longer in the store; ask the operator to restore them from a backup',
};
