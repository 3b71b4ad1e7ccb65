import { faults as en } from './en/faults.ts';
import { figureSheetFaults as enFigureSheets } from './en/figure-sheet-faults.ts';
import { fileFaults as enFiles } from './en/file-faults.ts';
import { identityFaults as enIdentity } from './en/identity-faults.ts';
import { indexSheetFaults as enIndexSheets } from './en/index-sheet-faults.ts';
import { organizationFaults as enOrganization } from './en/organization-faults.ts';
import { parIndexFaults as enParIndex } from './en/par-index-faults.ts';
import { requestFaults as enRequest } from './en/request-faults.ts';
import { sheetFaults as enSheets } from './en/sheet-faults.ts';
import type { Language } from './language.ts';
import type { Sentence } from './sentences.ts';
import { faults as vi } from './vi/faults.ts';
import { figureSheetFaults as viFigureSheets } from './vi/figure-sheet-faults.ts';
import { fileFaults as viFiles } from './vi/file-faults.ts';
import { identityFaults as viIdentity } from './vi/identity-faults.ts';
import { indexSheetFaults as viIndexSheets } from './vi/index-sheet-faults.ts';
import { organizationFaults as viOrganization } from './vi/organization-faults.ts';
import { parIndexFaults as viParIndex } from './vi/par-index-faults.ts';
import { requestFaults as viRequest } from './vi/request-faults.ts';
import { sheetFaults as viSheets } from './vi/sheet-faults.ts';

/** What is wrong with a request of the workspace, one sentence for each code. */
export const requestSentences: Record<Language, Readonly<Record<string, Sentence>>> = {
  vi: {
    ...vi,
    ...viRequest,
    ...viOrganization,
    ...viIdentity,
    ...viSheets,
    ...viFiles,
    ...viParIndex,
    ...viFigureSheets,
    ...viIndexSheets,
  },
  en: {
    ...en,
    ...enRequest,
    ...enOrganization,
    ...enIdentity,
    ...enSheets,
    ...enFiles,
    ...enParIndex,
    ...enFigureSheets,
    ...enIndexSheets,
  },
};
