import { Spotlight, type SpotlightActionData, spotlight } from '@mantine/spotlight';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { Building2, LogOut, Search, User } from 'lucide-react';
import { useState } from 'react';
import { matches } from '../../text/fold.ts';
import { peopleFound } from '../identity/queries.ts';
import { unitTree } from '../organization/queries.ts';
import { unitLabels } from '../organization/unit-tree.ts';
import { useText } from '../ui/language.tsx';
import { PLACES } from './navigation.ts';
import { useSignOut } from './session.ts';

export const openPalette = spotlight.open;

/** Ctrl+K: every page, unit and person by name, without diacritics. */
export function CommandPalette() {
  const text = useText();
  const navigate = useNavigate();
  const signOut = useSignOut();
  const [typed, setTyped] = useState('');
  const searching = typed.trim().length > 1;
  const units = useQuery({ ...unitTree(''), enabled: searching });
  const people = useQuery({ ...peopleFound(typed), enabled: searching });

  const pages: SpotlightActionData[] = PLACES.map((place) => ({
    id: place.to,
    label: place.title(text),
    leftSection: <place.icon size={18} />,
    onClick: () => navigate({ to: place.to }),
  }));
  const out = {
    id: 'sign-out',
    label: text.shell.signOut,
    leftSection: <LogOut size={18} />,
    onClick: signOut,
  };
  const labels = unitLabels(units.data?.units ?? []);
  const foundUnits = (units.data?.units ?? [])
    .filter(({ unitId, code }) => searching && matches(`${labels.get(unitId)} ${code}`, typed))
    .slice(0, 8)
    .map((unit) => ({
      id: unit.unitId,
      label: labels.get(unit.unitId) ?? unit.name,
      leftSection: <Building2 size={18} />,
      onClick: () => navigate({ to: '/units/$unitId', params: { unitId: unit.unitId } }),
    }));
  const foundPeople = (people.data?.people ?? []).slice(0, 8).map((person) => ({
    id: person.personId,
    label: person.name,
    description: labels.get(person.unitId) ?? person.unitName,
    leftSection: <User size={18} />,
    onClick: () => navigate({ to: '/people/$personId', params: { personId: person.personId } }),
  }));
  const named = (found: SpotlightActionData[]) => found.filter(({ label }) => matches(label ?? '', typed));
  const groups = [
    { group: text.shell.pages, actions: named([...pages, out]) },
    { group: text.shell.units, actions: foundUnits },
    { group: text.shell.people, actions: searching ? foundPeople : [] },
  ].filter(({ actions }) => actions.length > 0);

  return (
    <Spotlight
      actions={groups}
      filter={(_, given) => given}
      query={typed}
      onQueryChange={setTyped}
      shortcut={['mod + K']}
      nothingFound={text.shell.searchNothing}
      highlightQuery={false}
      searchProps={{
        'aria-label': text.shell.search,
        placeholder: text.shell.searchHint,
        leftSection: <Search size={18} aria-hidden="true" />,
      }}
      scrollable
      overlayProps={{ backgroundOpacity: 0.25, blur: 0 }}
      maxHeight="60dvh"
    />
  );
}
