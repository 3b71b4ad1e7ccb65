import type { Step } from '../../../kernel/fault.ts';
import type { Rule } from '../../rules/rule.ts';
import { type FigurePart, type Slot, slotsOf } from './parts.ts';
import { type PartValue, shortDecimal } from './take-apart.ts';

/** `at` is the position of the part among those of the rule. */
export type PartFault = {
  readonly at: number;
  readonly code: 'part_missing' | 'one_way_only' | 'word_alone';
};

export type PutTogether =
  /** JSON text of an input of `minhchung/figures@1`. */
  { readonly input: string } | { readonly faults: readonly PartFault[] };

/** The figure that the parts make; undefined when nothing was given, which is a figure that is missing and never 0. */
export function putTogether(rule: Rule, values: readonly PartValue[]): PutTogether | undefined {
  const given = values.flatMap((value, at) => (value === undefined ? [] : [{ value, at }]));
  if (given.length === 0) return undefined;
  if (given.some(({ value }) => value === 'nothing_arose')) {
    const others = given.filter(({ value }) => value !== 'nothing_arose');
    if (others.length === 0) return { input: '{"nothing_arose": true}' };
    return { faults: others.map(({ at }) => ({ at, code: 'word_alone' })) };
  }
  const slots = placed(slotsOf(rule));
  const faults = slots.flatMap((slot) => slotFaults(slot, values));
  if (faults.length > 0) return { faults };
  const tree: Tree = new Map();
  for (const { part, at } of slots.flatMap(({ ways }) => ways.flat())) {
    const value = values[at];
    if (value === 'never') put(tree, ['never'], 'true');
    else if (value !== undefined) put(tree, part.path, written(part, value));
  }
  if (rule.kind === 'formula' && rule.branches.length === 1)
    put(tree, ['branch'], JSON.stringify(rule.branches[0]?.id));
  return { input: print(tree) };
}

type PlacedPart = { readonly part: FigurePart; readonly at: number };
type PlacedSlot = { readonly ways: readonly (readonly PlacedPart[])[]; readonly optional: boolean };

function placed(slots: readonly Slot[]): PlacedSlot[] {
  let at = 0;
  return slots.map(({ ways, optional }) => ({
    optional,
    ways: ways.map((way) =>
      way.map((part) => {
        const here = { part, at };
        at += 1;
        return here;
      }),
    ),
  }));
}

/** One of the ways, and of it every part. */
function slotFaults({ ways, optional }: PlacedSlot, values: readonly PartValue[]): PartFault[] {
  const used = ways.filter((way) => way.some(({ at }) => values[at] !== undefined));
  const [way, other] = used;
  if (other !== undefined)
    return other.flatMap(({ at }) => (values[at] === undefined ? [] : [{ at, code: 'one_way_only' }]));
  if (way === undefined && optional) return [];
  return (way ?? ways[0] ?? []).flatMap(({ at }) =>
    values[at] === undefined ? [{ at, code: 'part_missing' }] : [],
  );
}

function written({ holds, options }: FigurePart, value: string): string {
  switch (holds) {
    case 'count':
      return value.replace(/^0+(?=\d)/, '');
    case 'yes_no':
      return value === '1' ? 'true' : 'false';
    case 'choice':
      return JSON.stringify(options[Number(value)]?.id ?? value);
    case 'decimal':
      return JSON.stringify(shortDecimal(value));
    case 'day':
      return JSON.stringify(value);
  }
}

/** Keys of an object or positions of a list, each with what stands there: more of the same, or JSON text. */
type Tree = Map<Step, Tree | string>;

function put(tree: Tree, path: readonly Step[], json: string): void {
  const [step = '', ...rest] = path;
  if (rest.length === 0) {
    tree.set(step, json);
    return;
  }
  const known = tree.get(step);
  const below: Tree = known instanceof Map ? known : new Map();
  tree.set(step, below);
  put(below, rest, json);
}

function print(tree: Tree | string): string {
  if (typeof tree === 'string') return tree;
  const isList = [...tree.keys()].every((step) => typeof step === 'number');
  if (isList) return `[${[...tree.values()].map(print).join(', ')}]`;
  return `{${[...tree].map(([key, value]) => `${JSON.stringify(key)}: ${print(value)}`).join(', ')}}`;
}
