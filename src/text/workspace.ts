import { identity as identityEn } from './en/identity.ts';
import { indexSheets as indexSheetsEn } from './en/index-sheets.ts';
import { journal as journalEn } from './en/journal.ts';
import { organization as organizationEn } from './en/organization.ts';
import { parIndex as parIndexEn } from './en/par-index.ts';
import { shell as shellEn } from './en/shell.ts';
import { requestSentences } from './fault-sentences.ts';
import type { Language } from './language.ts';
import { identity as identityVi } from './vi/identity.ts';
import { indexSheets as indexSheetsVi } from './vi/index-sheets.ts';
import { journal as journalVi } from './vi/journal.ts';
import { organization as organizationVi } from './vi/organization.ts';
import { parIndex as parIndexVi } from './vi/par-index.ts';
import { shell as shellVi } from './vi/shell.ts';

const vi = {
  shell: shellVi,
  identity: identityVi,
  organization: organizationVi,
  journal: journalVi,
  parIndex: parIndexVi,
  indexSheets: indexSheetsVi,
  faults: requestSentences.vi,
};

/** Every sentence of the workspace, by topic. */
export type WorkspaceText = typeof vi;

export const workspaceText: Record<Language, WorkspaceText> = {
  vi,
  en: {
    shell: shellEn,
    identity: identityEn,
    organization: organizationEn,
    journal: journalEn,
    parIndex: parIndexEn,
    indexSheets: indexSheetsEn,
    faults: requestSentences.en,
  },
};
