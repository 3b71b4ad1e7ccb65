import { parseDecimal } from '../../../domain/kernel/number/decimal.ts';
import type { Points } from '../../../domain/kernel/number/points.ts';
import type { Rounding } from '../../../domain/kernel/number/rounding.ts';
import type { Input, Rule } from '../../../domain/par-index/rules/rule.ts';
import type { Leaf } from '../../../domain/par-index/scorecard/scorecard.ts';
import { scoreLeaf } from '../../../domain/par-index/scoring/leaf.ts';

/** What a single typed number can stand for under the rule; nothing where one number is not enough. */
export function exampleOf(rule: Rule): 'value' | 'count' | undefined {
  switch (rule.kind) {
    case 'tiers':
    case 'proportional':
    case 'shortfall':
    case 'base_step':
      return 'value';
    case 'deduct':
      return rule.items === undefined ? 'count' : undefined;
    case 'violations':
    case 'percent_off':
    case 'per_count':
      return 'count';
    default:
      return undefined;
  }
}

/** Points that the leaf's own rule gives for a number as it is typed, `85` or `12,5`; undefined when it is none. */
export function pointsFor(leaf: Leaf, typed: string, rounding: Rounding): Points | undefined {
  const input = inputOf(leaf.rule, typed);
  if (input === undefined) return undefined;
  const inputs: (Input | undefined)[] = [];
  inputs[leaf.position] = input;
  const unit = { code: '', name: '', kind: '', tags: [], flags: [], ranked: true, inputs };
  return scoreLeaf({ ...leaf, variants: [] }, unit, rounding, new Map()).points;
}

function inputOf(rule: Rule, typed: string): Input | undefined {
  const form = exampleOf(rule);
  const written = typed.trim().replace(',', '.');
  if (form === undefined || !/^-?\d{1,15}(\.\d{1,15})?$/.test(written)) return undefined;
  const v = parseDecimal(written);
  if (form === 'value') return { kind: 'value', v };
  return v.d === 1n && v.n >= 0n ? { kind: 'count', n: v } : undefined;
}
