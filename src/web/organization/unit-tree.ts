import type { UnitNode } from '../../domain/organization/contract.ts';
import type { Choice } from '../ui/fields/choice-field.tsx';
import type { TreeNode } from '../ui/tree/tree-rows.ts';

type Listed = Readonly<Record<keyof Pick<UnitNode, 'unitId' | 'name' | 'code'>, string>> & {
  readonly parentId: string | null;
};

/** The units of a day as a tree; a unit whose parent is out of sight stands at the top. */
export function unitForest(units: readonly Listed[]): TreeNode[] {
  const seen = new Set<string>(units.map(({ unitId }) => unitId));
  const below = new Map<string | null, Listed[]>();
  for (const unit of units) {
    const parent = unit.parentId !== null && seen.has(unit.parentId) ? unit.parentId : null;
    below.set(parent, [...(below.get(parent) ?? []), unit]);
  }
  const grow = (parentId: string | null): TreeNode[] =>
    (below.get(parentId) ?? []).map((unit) => ({
      id: unit.unitId,
      label: unit.name,
      hint: unit.code,
      children: grow(unit.unitId),
    }));
  return grow(null);
}

/**
 * What each unit is called where the tree is not in sight: a part of an agency or commune with the name of what it is
 * part of, since many are called the same.
 */
export function unitLabels(units: readonly Listed[]): Map<string, string> {
  const known = new Map<string, Listed>(units.map((unit) => [unit.unitId, unit]));
  return new Map(
    units.map((unit) => {
      const parent = known.get(unit.parentId ?? '');
      const inside = parent !== undefined && parent.parentId !== null;
      return [unit.unitId, inside ? `${unit.name}, ${parent.name}` : unit.name];
    }),
  );
}

/** Units to choose from, less those left out. */
export function unitChoices(units: readonly Listed[], without: readonly string[] = []): Choice[] {
  const labels = unitLabels(units);
  return units
    .filter(({ unitId }) => !without.includes(unitId))
    .map(({ unitId, name, code }) => ({ value: unitId, label: `${labels.get(unitId) ?? name} (${code})` }));
}
