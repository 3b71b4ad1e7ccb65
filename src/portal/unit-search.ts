import { fold, matches } from '../text/fold.ts';

/** A name that a unit has or had, with the unit that it stood under. */
export type UnitName = {
  readonly unitId: string;
  readonly name: string;
  readonly code: string;
  readonly parentId: string | null;
  readonly validFrom: string;
  readonly validTo: string | null;
};

/** One unit became another, wholly or in part. */
export type Heir = { readonly from: string; readonly to: string };

export type FoundUnit = {
  readonly name: string;
  readonly code: string;
  readonly parent: string | undefined;
  /** The first day on which the name no longer held; absent while it holds. */
  readonly until: string | undefined;
  /** For a name of the past: what the unit, or what came of it, is called today. */
  readonly now: readonly string[];
  /** For a name of today: the units that were merged into it. */
  readonly from: readonly string[];
};

/** Names of today first, then those of the past, each in Vietnamese order; a name of several periods is told once. */
export function searchUnits(
  names: readonly UnitName[],
  heirs: readonly Heir[],
  typed: string,
  today: string,
): FoundUnit[] {
  if (!/[a-z0-9]/.test(fold(typed))) return [];
  const begun = names.filter(({ validFrom }) => validFrom <= today).toSorted(byStart);
  const current = new Map(begun.filter((name) => holds(name, today)).map((name) => [name.unitId, name]));
  const lastNames = new Map(begun.map((name) => [name.unitId, name]));
  const lastOfEachName = new Map(begun.map((name) => [`${name.unitId} ${name.name}`, name]));
  const vietnamese = new Intl.Collator('vi', { numeric: true });
  return [...lastOfEachName.values()]
    .filter((name) => matches(`${name.name} ${name.code}`, typed))
    .map((name) => describe(name, current, lastNames, heirs))
    .sort(
      (a, b) =>
        Number(a.until !== undefined) - Number(b.until !== undefined) || vietnamese.compare(a.name, b.name),
    );
}

function describe(
  name: UnitName,
  current: ReadonlyMap<string, UnitName>,
  lastNames: ReadonlyMap<string, UnitName>,
  heirs: readonly Heir[],
): FoundUnit {
  const parent = name.parentId === null ? undefined : lastNames.get(name.parentId)?.name;
  const { code } = name;
  if (current.get(name.unitId) === name) {
    const from = heirs.filter((heir) => heir.to === name.unitId && heir.from !== name.unitId);
    const before = from.flatMap((heir) => lastNames.get(heir.from)?.name ?? []);
    return { name: name.name, code, parent, until: undefined, now: [], from: [...new Set(before)] };
  }
  const now = livingHeirs(name.unitId, current, heirs, new Set());
  return {
    name: name.name,
    code,
    parent,
    until: name.validTo ?? undefined,
    now: [...new Set(now)],
    from: [],
  };
}

/** The unit itself if it lives today, else whatever came of it, however many changes later. */
function livingHeirs(
  unitId: string,
  current: ReadonlyMap<string, UnitName>,
  heirs: readonly Heir[],
  seen: Set<string>,
): string[] {
  if (seen.has(unitId)) return [];
  seen.add(unitId);
  const alive = current.get(unitId);
  if (alive !== undefined) return [alive.name];
  return heirs
    .filter(({ from }) => from === unitId)
    .flatMap(({ to }) => livingHeirs(to, current, heirs, seen));
}

function holds(name: UnitName, day: string): boolean {
  return name.validFrom <= day && (name.validTo === null || day < name.validTo);
}

function byStart(a: UnitName, b: UnitName): number {
  return a.validFrom.localeCompare(b.validFrom);
}
