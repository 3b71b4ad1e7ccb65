import { useDebouncedValue, useHotkeys } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { Building2, LogOut, User, UserRoundCog } from 'lucide-react';
import { useState } from 'react';
import { matches } from '../../text/fold.ts';
import { unitTree } from '../organization/queries.ts';
import { unitLabels } from '../organization/unit-tree.ts';
import { peopleFound } from '../people/queries.ts';
import { useText } from '../ui/language.tsx';
import { Palette, type PaletteGroup, type PaletteItem } from '../ui/palette.tsx';
import { usePlaces } from './navigation.ts';
import { useSignOut } from './session.ts';

const ICON = { size: 18, strokeWidth: 1.75, 'aria-hidden': true } as const;
const MOST = 8;

type CommandPaletteProps = { readonly open: boolean; readonly onOpen: (open: boolean) => void };

/** Ctrl+K: every page, unit and person by name, without diacritics. */
export function CommandPalette({ open, onOpen }: CommandPaletteProps) {
  const { shell } = useText();
  const [typed, setTyped] = useState('');
  useHotkeys([['mod+K', () => onOpen(true)]], []);
  const groups = [
    { title: shell.pages, items: usePages(typed) },
    { title: shell.units, items: useUnits(typed) },
    { title: shell.people, items: usePeople(typed) },
  ].filter((group: PaletteGroup) => group.items.length > 0);
  return (
    <Palette open={open} onClose={() => onOpen(false)} typed={typed} onTyped={setTyped} groups={groups} />
  );
}

function usePages(typed: string): PaletteItem[] {
  const text = useText();
  const navigate = useNavigate();
  const signOut = useSignOut();
  const pages = usePlaces().map((place) => ({
    id: place.to,
    label: place.title(text),
    icon: <place.icon {...ICON} />,
    run: () => navigate({ to: place.to }),
  }));
  const account = {
    id: 'account',
    label: text.shell.account,
    icon: <UserRoundCog {...ICON} />,
    run: () => navigate({ to: '/account' }),
  };
  const out = { id: 'sign-out', label: text.shell.signOut, icon: <LogOut {...ICON} />, run: signOut };
  return [...pages, account, out].filter(({ label }) => matches(label, typed));
}

function useUnits(typed: string): PaletteItem[] {
  const navigate = useNavigate();
  const tree = useQuery({ ...unitTree(''), enabled: isSearch(typed) });
  const units = tree.data?.units ?? [];
  const labels = unitLabels(units);
  return units
    .filter(({ unitId, code }) => isSearch(typed) && matches(`${labels.get(unitId)} ${code}`, typed))
    .slice(0, MOST)
    .map(({ unitId, name }) => ({
      id: unitId,
      label: labels.get(unitId) ?? name,
      icon: <Building2 {...ICON} />,
      run: () => navigate({ to: '/units/$unitId', params: { unitId } }),
    }));
}

function usePeople(typed: string): PaletteItem[] {
  const navigate = useNavigate();
  const [settled] = useDebouncedValue(typed, 150);
  const found = useQuery({ ...peopleFound(settled), enabled: isSearch(settled) });
  if (!isSearch(typed)) return [];
  return (found.data?.people ?? []).slice(0, MOST).map(({ personId, name, titles, unitName }) => ({
    id: personId,
    label: name,
    description: [...titles, unitName].join(', '),
    icon: <User {...ICON} />,
    run: () => navigate({ to: '/people/$personId', params: { personId } }),
  }));
}

/** One letter would match half the province. */
function isSearch(typed: string): boolean {
  return typed.trim().length > 1;
}
