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
import type { Permission } from '../../domain/kernel/permission.ts';
import type { WorkspaceText } from '../../text/workspace.ts';
import { useMe } from './session.ts';

export type Place = {
  readonly to: NonNullable<LinkProps['to']>;
  readonly title: (text: WorkspaceText) => string;
  readonly icon: LucideIcon;
  /** Without it, held for some unit, there is nothing to see. */
  readonly needs?: Permission;
};

/** The places of the workspace, in the order of the sidebar. */
const PLACES: readonly Place[] = [
  { to: '/', title: (text) => text.shell.myWork, icon: ListTodo },
  { to: '/results', title: (text) => text.parIndex.results, icon: ChartNoAxesColumn, needs: 'result.read' },
  { to: '/figures', title: (text) => text.parIndex.figures, icon: Table2, needs: 'figure.read' },
  { to: '/scorecards', title: (text) => text.parIndex.scorecards, icon: ListChecks, needs: 'scorecard.read' },
  {
    to: '/published-tables',
    title: (text) => text.parIndex.publishedTables,
    icon: FileSearch,
    needs: 'result.read',
  },
  { to: '/documents', title: (text) => text.documents.documents, icon: Files, needs: 'file.read' },
  { to: '/units', title: (text) => text.shell.units, icon: Building2 },
  { to: '/people', title: (text) => text.shell.people, icon: Users, needs: 'person.read' },
  { to: '/journal', title: (text) => text.shell.journal, icon: BookText },
];

/** The places where the one who is signed in may see anything. */
export function usePlaces(): readonly Place[] {
  const held = new Set(useMe().permissions.map(({ permission }) => permission));
  return PLACES.filter(({ needs }) => needs === undefined || held.has(needs));
}
