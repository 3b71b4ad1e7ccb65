import type { LinkProps } from '@tanstack/react-router';
import {
  BookText,
  Building2,
  ChartNoAxesColumn,
  FileSearch,
  Files,
  ListChecks,
  ListTodo,
  type LucideIcon,
  Table2,
  Users,
} from 'lucide-react';
import type { WorkspaceText } from '../../text/workspace.ts';

export type Place = {
  readonly to: NonNullable<LinkProps['to']>;
  readonly title: (text: WorkspaceText) => string;
  readonly icon: LucideIcon;
};

/** The places of the workspace, in the order of the sidebar. */
export const PLACES: readonly Place[] = [
  { to: '/', title: (text) => text.shell.myWork, icon: ListTodo },
  { to: '/results', title: (text) => text.parIndex.results, icon: ChartNoAxesColumn },
  { to: '/figures', title: (text) => text.parIndex.figures, icon: Table2 },
  { to: '/scorecards', title: (text) => text.parIndex.scorecards, icon: ListChecks },
  { to: '/published-tables', title: (text) => text.parIndex.publishedTables, icon: FileSearch },
  { to: '/documents', title: (text) => text.documents.documents, icon: Files },
  { to: '/units', title: (text) => text.shell.units, icon: Building2 },
  { to: '/people', title: (text) => text.shell.people, icon: Users },
  { to: '/journal', title: (text) => text.shell.journal, icon: BookText },
];
