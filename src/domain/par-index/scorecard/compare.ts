import * as z from 'zod';
import { printRatio } from '../../kernel/number/decimal.ts';
import { printShortPoints } from '../../kernel/number/points.ts';
import type { Criterion, Scorecard } from './scorecard.ts';

const ChangedField = z.enum([
  'name',
  'max',
  'parent',
  'combine',
  'part',
  'nothing_arose',
  'not_for',
  'prints',
  'office',
  'evidence',
  'rule',
  'variants',
]);

/** What became of one criterion. `before` and `after` are printed; of a rule and of variants they are JSON text. */
export const ScorecardChange = z.object({
  code: z.string(),
  name: z.string(),
  change: z.enum(['added', 'removed', 'changed']),
  fields: z.array(
    z.object({ field: ChangedField, before: z.string().nullable(), after: z.string().nullable() }),
  ),
});
export type ScorecardChange = z.infer<typeof ScorecardChange>;

type Face = Readonly<Record<z.infer<typeof ChangedField>, string | null>>;

/** Criterion by criterion, found by code: those of `to` in their order, then those that are gone. */
export function compareScorecards(from: Scorecard, to: Scorecard): ScorecardChange[] {
  const [before, after] = [facesOf(from), facesOf(to)];
  const kept = to.nodes.flatMap(({ code, name }): ScorecardChange[] => {
    const was = before.get(code);
    const is = after.get(code);
    if (was === undefined || is === undefined) return [{ code, name, change: 'added', fields: [] }];
    const fields = ChangedField.options
      .filter((field) => was[field] !== is[field])
      .map((field) => ({ field, before: was[field], after: is[field] }));
    return fields.length === 0 ? [] : [{ code, name, change: 'changed', fields }];
  });
  const gone = from.nodes.filter(({ code }) => !after.has(code));
  return [...kept, ...gone.map(({ code, name }) => ({ code, name, change: 'removed' as const, fields: [] }))];
}

function facesOf(scorecard: Scorecard): Map<string, Face> {
  const faces = new Map<string, Face>();
  const visit = (criterion: Criterion, parent: string | null): void => {
    faces.set(criterion.code, faceOf(criterion, parent));
    if (criterion.type === 'group') for (const child of criterion.children) visit(child, criterion.code);
  };
  for (const root of scorecard.criteria) visit(root, null);
  return faces;
}

function faceOf(criterion: Criterion, parent: string | null): Face {
  const leaf = criterion.type === 'leaf' ? criterion : undefined;
  return {
    name: criterion.name,
    max: printShortPoints(criterion.max),
    parent,
    combine: criterion.type === 'group' ? criterion.combine : null,
    part: leaf?.part ?? null,
    nothing_arose: leaf?.nothingArose ?? null,
    not_for: criterion.notFor.length === 0 ? null : criterion.notFor.join(', '),
    prints: String(criterion.prints),
    office: criterion.office ?? null,
    evidence: criterion.evidence ?? null,
    rule: leaf === undefined ? null : printed(leaf.rule),
    variants: leaf === undefined || leaf.variants.length === 0 ? null : printed(leaf.variants),
  };
}

/** Exact numbers as decimals, so that equal rules print alike however they were written. */
function printed(value: unknown): string {
  return JSON.stringify(value, (_, part: unknown) => {
    if (isRatio(part)) return printRatio(part);
    return typeof part === 'bigint' ? String(part) : part;
  });
}

function isRatio(part: unknown): part is { n: bigint; d: bigint } {
  return (
    typeof part === 'object' &&
    part !== null &&
    'n' in part &&
    'd' in part &&
    typeof part.n === 'bigint' &&
    typeof part.d === 'bigint'
  );
}
