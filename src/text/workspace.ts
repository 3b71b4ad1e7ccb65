import { faults as faultsEn } from './en/faults.ts';
import { identity as identityEn } from './en/identity.ts';
import { identityFaults as identityFaultsEn } from './en/identity-faults.ts';
import { journal as journalEn } from './en/journal.ts';
import { organization as organizationEn } from './en/organization.ts';
import { organizationFaults as organizationFaultsEn } from './en/organization-faults.ts';
import { requestFaults as requestFaultsEn } from './en/request-faults.ts';
import { shell as shellEn } from './en/shell.ts';
import type { Language } from './language.ts';
import { faults as faultsVi } from './vi/faults.ts';
import { identity as identityVi } from './vi/identity.ts';
import { identityFaults as identityFaultsVi } from './vi/identity-faults.ts';
import { journal as journalVi } from './vi/journal.ts';
import { organization as organizationVi } from './vi/organization.ts';
import { organizationFaults as organizationFaultsVi } from './vi/organization-faults.ts';
import { requestFaults as requestFaultsVi } from './vi/request-faults.ts';
import { shell as shellVi } from './vi/shell.ts';

const vi = {
  shell: shellVi,
  identity: identityVi,
  organization: organizationVi,
  journal: journalVi,
  faults: { ...faultsVi, ...organizationFaultsVi, ...identityFaultsVi, ...requestFaultsVi },
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
    faults: { ...faultsEn, ...organizationFaultsEn, ...identityFaultsEn, ...requestFaultsEn },
  },
};
