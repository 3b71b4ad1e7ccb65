import { useQueries, useQuery } from '@tanstack/react-query';
import { unitHistory, unitTree } from '../organization/queries.ts';
import { unitLabels } from '../organization/unit-tree.ts';
import { personWhole } from '../people/queries.ts';
import { useText } from '../ui/language.tsx';

/** What people call the things that the journal names by id; nothing while it is being asked. */
export type Names = {
  readonly person: (personId: string) => string;
  /** The unit at the end of a path, `/a/b/`; empty for the whole tenant. */
  readonly unitAt: (path: string) => string;
};

type Named = {
  readonly personId: string | null;
  readonly onBehalfOf: string | null;
  readonly unitPath: string;
};

/** Units come from today's tree, those that ended from their history. */
export function useNames(entries: readonly Named[]): Names {
  const { journal } = useText();
  const tree = useQuery(unitTree(''));
  const units = unitLabels(tree.data?.units ?? []);
  const ended = distinct(entries.map(({ unitPath }) => lastOf(unitPath)).filter((id) => !units.has(id)));
  const histories = useQueries({
    queries: tree.isSuccess
      ? ended.map((id) => ({ ...unitHistory(id), staleTime: 300_000, retry: false }))
      : [],
  });
  for (const [at, { data, isError }] of histories.entries())
    units.set(ended[at] ?? '', isError ? journal.hiddenUnit : (data?.versions.at(-1)?.name ?? ''));
  const actors = distinct(entries.flatMap(({ personId, onBehalfOf }) => [personId ?? '', onBehalfOf ?? '']));
  const found = useQueries({
    queries: actors.map((id) => ({ ...personWhole(id), staleTime: 300_000, retry: false })),
  });
  const people = new Map(
    found.map(({ data, isError }, at) => [actors[at], isError ? journal.hiddenPerson : (data?.name ?? '')]),
  );
  return {
    person: (personId) => people.get(personId) ?? '',
    unitAt: (path) => units.get(lastOf(path)) ?? '',
  };
}

function lastOf(path: string): string {
  return path.split('/').at(-2) ?? '';
}

function distinct(ids: readonly string[]): string[] {
  return [...new Set(ids)].filter((id) => id !== '');
}
