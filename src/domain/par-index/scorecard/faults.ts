import type * as z from 'zod';
import { type Fault, fault, MOST_FAULTS, type Step } from '../../kernel/fault.ts';
import type { Json } from '../../kernel/json.ts';
import {
  addPoints,
  fitsDecimals,
  NO_POINTS,
  type Points,
  printShortPoints,
} from '../../kernel/number/points.ts';
import { descendingFaults } from '../rules/bounds.ts';
import { ruleFaults } from '../rules/rule.ts';
import { repeatedIds } from '../rules/source.ts';
import { GroupFields, LeafFields, ScorecardFields } from './fields.ts';
import { readFields, readFieldsOnce } from './partial.ts';

/** More criteria than any scorecard has; a larger tree is refused. */
const MAX_CRITERIA = 20_000;

type Head = Partial<z.infer<typeof ScorecardFields>>;
/** What is known of a criterion while its document is checked; `max` is undefined when at fault. */
type Seen = { readonly max: Points | undefined; readonly bonus: boolean };

type Tree = { readonly head: Head; readonly codes: Map<string, Step[]>; readonly faults: Fault[] };

/** Everything wrong with a scorecard document, in the order of the document. */
export function scorecardFaults(document: Json): Fault[] {
  const faults: Fault[] = [];
  const head = readFields(ScorecardFields, document, [], faults);
  const tree: Tree = { head, codes: new Map(), faults };
  const roots = childrenOf(tree, Array.isArray(head.criteria) ? head.criteria : [], ['criteria'], 'sum');
  if (tree.codes.size > MAX_CRITERIA) return [fault(['criteria'], 'too_many', { most: MAX_CRITERIA })];
  sumFaults(roots, head.total, ['total'], faults);
  faults.push(...headFaults(tree));
  return faults;
}

function* headFaults({ head, codes }: Tree): Generator<Fault> {
  if (head.flags !== undefined) yield* repeatedIds(head.flags, ['flags']);
  yield* bandFaults(head, codes);
  for (const [position, code] of (head.ranking?.then ?? []).entries()) {
    if (!codes.has(code)) yield fault(['ranking', 'then', position], 'unknown_code', { code });
  }
  yield* bonusFaults(head);
}

function* bandFaults({ bands, flags }: Head, codes: Tree['codes']): Generator<Fault> {
  if (bands === undefined) return;
  yield* descendingFaults(bands, ['bands']);
  for (const [position, { not_with = [], needs = [] }] of bands.entries()) {
    if (position === bands.length - 1 && not_with.length + needs.length > 0) {
      yield fault(['bands', position], 'last_band_has_condition');
    }
    for (const [at, id] of not_with.entries()) {
      if (flags?.some((flag) => flag.id === id)) continue;
      yield fault(['bands', position, 'not_with', at], 'undeclared_flag', { flag: id });
    }
    for (const [at, { code }] of needs.entries()) {
      if (!codes.has(code)) yield fault(['bands', position, 'needs', at, 'code'], 'unknown_code', { code });
    }
  }
}

function* bonusFaults({ bonus, rounding }: Head): Generator<Fault> {
  if (bonus === undefined) return;
  for (const key of ['min', 'max', 'reward_max', 'penalty_min'] as const) {
    const bound = bonus[key];
    if (bound === undefined || rounding === undefined) continue;
    if (!fitsDecimals(bound, rounding.leaf.decimals)) {
      yield fault(['bonus', key], 'finer_than_leaf', { decimals: rounding.leaf.decimals });
    }
  }
  const { min, max, reward_max, penalty_min } = bonus;
  if (min !== undefined && max !== undefined && min > max) yield fault(['bonus', 'min'], 'min_above_max');
  if (reward_max !== undefined && reward_max < 0) yield fault(['bonus', 'reward_max'], 'negative');
  if (penalty_min !== undefined && penalty_min > 0) yield fault(['bonus', 'penalty_min'], 'positive');
}

function childrenOf(tree: Tree, raws: readonly unknown[], path: Step[], combine: 'sum' | 'best'): Seen[] {
  return raws.map((raw, position) => criterionFaults(tree, raw, [...path, position], combine));
}

function criterionFaults(tree: Tree, raw: unknown, path: Step[], within: 'sum' | 'best'): Seen {
  if (tree.faults.length > MOST_FAULTS) return { max: undefined, bonus: false };
  const isObject = typeof raw === 'object' && raw !== null && !Array.isArray(raw);
  if (!isObject) {
    tree.faults.push(fault(path, 'wrong_type', { expected: 'object' }));
    return { max: undefined, bonus: false };
  }
  if (!('children' in raw) && !('rule' in raw)) {
    tree.faults.push(fault(path, 'children_or_rule'));
    return { max: undefined, bonus: false };
  }
  return 'children' in raw ? groupFaults(tree, raw, path) : leafFaults(tree, raw, path, within);
}

function groupFaults(tree: Tree, raw: object, path: Step[]): Seen {
  const group = readFieldsOnce(GroupFields, raw, path, tree.faults);
  commonFaults(tree, group, path);
  const combine = group.combine ?? 'sum';
  const children = childrenOf(tree, group.children ?? [], [...path, 'children'], combine);
  if (combine === 'sum') sumFaults(children, group.max, [...path, 'max'], tree.faults);
  else bestFaults(children, group.max, path, tree.faults);
  return { max: group.max, bonus: false };
}

function leafFaults(tree: Tree, raw: object, path: Step[], within: 'sum' | 'best'): Seen {
  const { head, faults } = tree;
  const leaf = readFieldsOnce(LeafFields, raw, path, faults);
  commonFaults(tree, leaf, path);
  const bonus = leaf.part === 'bonus';
  if (bonus && head.bonus === undefined) faults.push(fault([...path, 'part'], 'bonus_not_declared'));
  if (leaf.nothing_arose === 'redistribute' && (bonus || within === 'best')) {
    faults.push(fault([...path, 'nothing_arose'], bonus ? 'redistribute_bonus' : 'redistribute_best'));
  }
  const place = { max: leaf.max, bonus, decimals: head.rounding?.leaf.decimals };
  if (leaf.rule !== undefined) faults.push(...ruleFaults(leaf.rule, { ...place, path: [...path, 'rule'] }));
  for (const [position, { rule }] of (leaf.variants ?? []).entries()) {
    faults.push(...ruleFaults(rule, { ...place, path: [...path, 'variants', position, 'rule'] }));
  }
  return { max: leaf.max, bonus };
}

function commonFaults(tree: Tree, criterion: { code?: string; max?: Points }, path: Step[]): void {
  const decimals = tree.head.rounding?.leaf.decimals;
  if (criterion.max !== undefined && decimals !== undefined && !fitsDecimals(criterion.max, decimals)) {
    tree.faults.push(fault([...path, 'max'], 'finer_than_leaf', { decimals }));
  }
  if (criterion.code === undefined) return;
  if (tree.codes.has(criterion.code)) {
    tree.faults.push(fault([...path, 'code'], 'repeated_code', { code: criterion.code }));
  }
  tree.codes.set(criterion.code, path);
}

/** Bonus leaves stand outside; a maximum that could not be read leaves the sum unjudged. */
function sumFaults(children: readonly Seen[], max: Points | undefined, path: Step[], faults: Fault[]): void {
  const counted = children.filter(({ bonus }) => !bonus);
  if (max === undefined || children.length === 0 || counted.some((child) => child.max === undefined)) return;
  const sum = counted.reduce((all, child) => addPoints(all, child.max ?? NO_POINTS), NO_POINTS);
  if (sum === max) return;
  faults.push(fault(path, 'sum_of_maxima', { sum: printShortPoints(sum), max: printShortPoints(max) }));
}

function bestFaults(children: readonly Seen[], max: Points | undefined, path: Step[], faults: Fault[]): void {
  for (const [position, child] of children.entries()) {
    if (max === undefined || child.max === undefined || child.bonus || child.max <= max) continue;
    faults.push(fault([...path, 'children', position, 'max'], 'alternative_above_max'));
  }
}
