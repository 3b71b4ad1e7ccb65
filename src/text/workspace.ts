import { documents as documentsEn } from './en/documents.ts';
import { draftForms as draftFormsEn } from './en/draft-forms.ts';
import { figureConflict as figureConflictEn } from './en/figure-conflict.ts';
import { figureSheets as figureSheetsEn } from './en/figure-sheets.ts';
import { identity as identityEn } from './en/identity.ts';
import { indexOverview as indexOverviewEn } from './en/index-overview.ts';
import { indexSheets as indexSheetsEn } from './en/index-sheets.ts';
import { journal as journalEn } from './en/journal.ts';
import { organization as organizationEn } from './en/organization.ts';
import { parIndex as parIndexEn } from './en/par-index.ts';
import { publishedSheets as publishedSheetsEn } from './en/published-sheets.ts';
import { rankFlow as rankFlowEn } from './en/rank-flow.ts';
import { resultPapers as resultPapersEn } from './en/result-papers.ts';
import { ruleForms as ruleFormsEn } from './en/rule-forms.ts';
import { scorecardEditor as scorecardEditorEn } from './en/scorecard-editor.ts';
import { seal as sealEn } from './en/seal.ts';
import { shell as shellEn } from './en/shell.ts';
import { unitInPeriod as unitInPeriodEn } from './en/unit-in-period.ts';
import { work as workEn } from './en/work.ts';
import { requestSentences } from './fault-sentences.ts';
import type { Language } from './language.ts';
import { documents as documentsVi } from './vi/documents.ts';
import { draftForms as draftFormsVi } from './vi/draft-forms.ts';
import { figureConflict as figureConflictVi } from './vi/figure-conflict.ts';
import { figureSheets as figureSheetsVi } from './vi/figure-sheets.ts';
import { identity as identityVi } from './vi/identity.ts';
import { indexOverview as indexOverviewVi } from './vi/index-overview.ts';
import { indexSheets as indexSheetsVi } from './vi/index-sheets.ts';
import { journal as journalVi } from './vi/journal.ts';
import { organization as organizationVi } from './vi/organization.ts';
import { parIndex as parIndexVi } from './vi/par-index.ts';
import { publishedSheets as publishedSheetsVi } from './vi/published-sheets.ts';
import { rankFlow as rankFlowVi } from './vi/rank-flow.ts';
import { resultPapers as resultPapersVi } from './vi/result-papers.ts';
import { ruleForms as ruleFormsVi } from './vi/rule-forms.ts';
import { scorecardEditor as scorecardEditorVi } from './vi/scorecard-editor.ts';
import { seal as sealVi } from './vi/seal.ts';
import { shell as shellVi } from './vi/shell.ts';
import { unitInPeriod as unitInPeriodVi } from './vi/unit-in-period.ts';
import { work as workVi } from './vi/work.ts';

const vi = {
  shell: shellVi,
  documents: documentsVi,
  work: workVi,
  identity: identityVi,
  organization: organizationVi,
  journal: journalVi,
  parIndex: parIndexVi,
  ruleForms: ruleFormsVi,
  draftForms: draftFormsVi,
  scorecardEditor: scorecardEditorVi,
  indexOverview: indexOverviewVi,
  rankFlow: rankFlowVi,
  seal: sealVi,
  figureConflict: figureConflictVi,
  unitInPeriod: unitInPeriodVi,
  figureSheets: figureSheetsVi,
  resultPapers: resultPapersVi,
  indexSheets: indexSheetsVi,
  publishedSheets: publishedSheetsVi,
  faults: requestSentences.vi,
};

/** Every sentence of the workspace, by topic. */
export type WorkspaceText = typeof vi;

export const workspaceText: Record<Language, WorkspaceText> = {
  vi,
  en: {
    shell: shellEn,
    documents: documentsEn,
    work: workEn,
    identity: identityEn,
    organization: organizationEn,
    journal: journalEn,
    parIndex: parIndexEn,
    ruleForms: ruleFormsEn,
    draftForms: draftFormsEn,
    scorecardEditor: scorecardEditorEn,
    indexOverview: indexOverviewEn,
    rankFlow: rankFlowEn,
    seal: sealEn,
    figureConflict: figureConflictEn,
    unitInPeriod: unitInPeriodEn,
    figureSheets: figureSheetsEn,
    resultPapers: resultPapersEn,
    indexSheets: indexSheetsEn,
    publishedSheets: publishedSheetsEn,
    faults: requestSentences.en,
  },
};
