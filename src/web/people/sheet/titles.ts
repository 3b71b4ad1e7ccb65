import { workspaceText } from '../../../text/workspace.ts';
import type { Titles } from './pasted.ts';

const { vi, en } = workspaceText;

/** Titles in both languages, since a list made on one screen is pasted on another. */
export const TITLES: Titles = {
  columns: {
    unitCode: [vi.identity.unitCode, en.identity.unitCode],
    name: [vi.identity.person, en.identity.person],
    email: [vi.identity.email, en.identity.email, 'Email'],
    title: [vi.identity.title, en.identity.title],
    role: [vi.identity.role, en.identity.role],
  },
  rolesNamed: (role) => [role, vi.identity.roleNames[role], en.identity.roleNames[role]],
};
