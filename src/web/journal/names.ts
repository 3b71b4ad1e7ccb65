import { useQueries, useQuery } from '@tanstack/react-query';
import { unitHistory, unitTree } from '../organization/queries.ts';
import { unitLabels } from '../organization/unit-tree.ts';
import { personWhole } from '../people/queries.ts';

/** What people call the things that the journal names by id; the id itself where the name is out of sight. */
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
  const tree = useQuery(unitTree(''));
  const units = unitLabels(tree.data?.units ?? []);
  const ended = distinct(entries.map(({ unitPath }) => lastOf(unitPath)).filter((id) => !units.has(id)));
  const histories = useQueries({
    queries: tree.isSuccess
      ? ended.map((id) => ({ ...unitHistory(id), staleTime: 300_000, retry: false }))
      : [],
  });
  for (const { data } of histories) {
    const last = data?.versions.at(-1);
    if (last !== undefined) units.set(last.unitId, last.name);
  }
  const actors = distinct(entries.flatMap(({ personId, onBehalfOf }) => [personId ?? '', onBehalfOf ?? '']));
  const found = useQueries({
    queries: actors.map((id) => ({ ...personWhole(id), staleTime: 300_000, retry: false })),
  });
  const people = new Map<string, string>(
    found.flatMap(({ data }) => (data === undefined ? [] : [[data.personId, data.name]])),
  );
  return {
    person: (personId) => people.get(personId) ?? personId,
    unitAt: (path) => units.get(lastOf(path)) ?? lastOf(path),
  };
}

function lastOf(path: string): string {
  return path.split('/').at(-2) ?? '';
}

function distinct(ids: readonly string[]): string[] {
  return [...new Set(ids)].filter((id) => id !== '');
}
