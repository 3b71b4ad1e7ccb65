import type { Json, JsonObject } from '../../../kernel/json.ts';
import type { Rule } from '../../rules/rule.ts';
import { isObject } from './draft.ts';

export const RULE_KINDS = [
  'choice',
  'all_of',
  'tiers',
  'proportional',
  'shortfall',
  'base_step',
  'relative',
  'deduct',
  'per_count',
  'percent_off',
  'violations',
  'deadline',
  'survey',
  'given',
  'formula',
] as const satisfies readonly Rule['kind'][];

export type RuleKind = Rule['kind'];

const RATIO = { declared: 'ratio' };

/** A rule of each kind with everything it needs; what only its author knows is left empty. */
const BEGUN: Record<RuleKind, (max: Json) => JsonObject> = {
  choice: (max) => ({
    options: [
      { id: 'a', label: '', points: max },
      { id: 'b', label: '', points: '0' },
    ],
  }),
  all_of: () => ({ conditions: [''] }),
  tiers: (max) => ({ input: RATIO, tiers: [{ from: '', closed: true, points: max }, { points: '0' }] }),
  proportional: () => ({ input: RATIO }),
  shortfall: () => ({ input: RATIO, target: '100', each: '', per: '', partial: 'full' }),
  base_step: (max) => ({ input: RATIO, from: '', points: '', each: '', add: '', cap: max }),
  relative: () => ({ input: RATIO, to: 'best' }),
  deduct: () => ({ per: '' }),
  per_count: (max) => ({ each: '', min: '0', max }),
  percent_off: () => ({ per: '' }),
  violations: () => ({ zero_from: 1 }),
  deadline: (max) => ({ due: '', tiers: [{ late_days: 0, points: max }, { points: '0' }] }),
  survey: () => ({ weights: { A: '100', B: '60', C: '20', D: '0' } }),
  given: () => ({ by: 'appraiser' }),
  formula: () => ({ variables: ['x'], branches: [{ id: 'a', label: '', points: '' }] }),
};

/** Kinds that take the same fields in the same meaning, field by field. */
const KEPT: Record<string, readonly RuleKind[]> = {
  input: ['tiers', 'proportional', 'shortfall', 'base_step', 'relative'],
  round_input: ['tiers', 'proportional', 'shortfall', 'base_step', 'relative'],
  target: ['proportional', 'shortfall'],
  min: ['deduct', 'shortfall', 'violations', 'percent_off', 'given'],
  per: ['deduct', 'shortfall'],
};

/** The rule as another kind, for a leaf of this maximum: what means the same there is kept, the rest begins anew. */
export function switchKind(rule: Json | undefined, kind: RuleKind, max: Json): JsonObject {
  const old = isObject(rule) ? rule : {};
  if (old.kind === kind) return old;
  const kept = Object.entries(KEPT).flatMap(([key, kinds]): [string, Json][] => {
    const value = old[key];
    const both = kinds.includes(kind) && kinds.some((one) => one === old.kind);
    return both && value !== undefined ? [[key, value]] : [];
  });
  return { kind, ...BEGUN[kind](max), ...Object.fromEntries(kept), ...wordsOf(old, kind) };
}

/** Conditions become options and the other way round, each by its words. */
function wordsOf(old: JsonObject, kind: RuleKind): JsonObject {
  if (kind === 'all_of' && Array.isArray(old.options)) {
    return { conditions: old.options.map((option) => (isObject(option) ? (option.label ?? '') : '')) };
  }
  if (kind === 'choice' && Array.isArray(old.conditions)) {
    return {
      options: old.conditions.map((label, position) => ({
        id: String.fromCharCode(97 + (position % 26)).repeat(1 + Math.floor(position / 26)),
        label,
        points: '0',
      })),
    };
  }
  return {};
}
