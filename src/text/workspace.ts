import { figureConflict as figureConflictEn } from './en/figure-conflict.ts';
import { identity as identityEn } from './en/identity.ts';
import { indexOverview as indexOverviewEn } from './en/index-overview.ts';
import { journal as journalEn } from './en/journal.ts';
import { organization as organizationEn } from './en/organization.ts';
import { parIndex as parIndexEn } from './en/par-index.ts';
import { rankFlow as rankFlowEn } from './en/rank-flow.ts';
import { seal as sealEn } from './en/seal.ts';
import { shell as shellEn } from './en/shell.ts';
import { unitInPeriod as unitInPeriodEn } from './en/unit-in-period.ts';
import { requestSentences } from './fault-sentences.ts';
import type { Language } from './language.ts';
import { figureConflict as figureConflictVi } from './vi/figure-conflict.ts';
import { identity as identityVi } from './vi/identity.ts';
import { indexOverview as indexOverviewVi } from './vi/index-overview.ts';
import { journal as journalVi } from './vi/journal.ts';
import { organization as organizationVi } from './vi/organization.ts';
import { parIndex as parIndexVi } from './vi/par-index.ts';
import { rankFlow as rankFlowVi } from './vi/rank-flow.ts';
import { seal as sealVi } from './vi/seal.ts';
import { shell as shellVi } from './vi/shell.ts';
import { unitInPeriod as unitInPeriodVi } from './vi/unit-in-period.ts';

const vi = {
  shell: shellVi,
  identity: identityVi,
  organization: organizationVi,
  journal: journalVi,
  parIndex: parIndexVi,
  indexOverview: indexOverviewVi,
  rankFlow: rankFlowVi,
  seal: sealVi,
  figureConflict: figureConflictVi,
  unitInPeriod: unitInPeriodVi,
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
    indexOverview: indexOverviewEn,
    rankFlow: rankFlowEn,
    seal: sealEn,
    figureConflict: figureConflictEn,
    unitInPeriod: unitInPeriodEn,
    faults: requestSentences.en,
  },
};
