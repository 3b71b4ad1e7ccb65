import type { Json } from '../../../kernel/json.ts';
import { Decimal, printRatio } from '../../../kernel/number/decimal.ts';
import { add, compare, type Ratio, subtract, ZERO } from '../../../kernel/number/ratio.ts';
import { type Draft, type DraftNode, HEAD } from './draft.ts';
import { changeFields, nodeOf } from './outline.ts';

/** What the maxima below add up to beside what is written above them; all in plain decimal form. */
export type MaximaSum = {
  readonly sum: string;
  readonly written: string;
  /** `sum − written`, without sign. */
  readonly difference: string;
  readonly order: 'equal' | 'above' | 'below';
};

/** Undefined where nothing is to be summed: a leaf, alternatives, or a maximum that is no number. */
export function sumBelow(draft: Draft, id: number): MaximaSum | undefined {
  if (id === HEAD) return compared(draft.roots, draft.head.total);
  const node = nodeOf(draft, id);
  return node && sumUnder(node);
}

export function sumUnder({ fields, children }: DraftNode): MaximaSum | undefined {
  return fields.combine === 'best' ? undefined : compared(children, fields.max);
}

function compared(children: readonly DraftNode[], above: Json | undefined): MaximaSum | undefined {
  const written = decimalOf(above);
  const sum = sumOf(children);
  if (children.length === 0 || sum === undefined || written === undefined) return undefined;
  const order = compare(sum, written);
  const difference = order < 0 ? subtract(written, sum) : subtract(sum, written);
  return {
    sum: printRatio(sum),
    written: printRatio(written),
    difference: printRatio(difference),
    order: order === 0 ? 'equal' : order > 0 ? 'above' : 'below',
  };
}

/** Writes the sum of the maxima below as the maximum, or as the total; nothing changes where there is no sum. */
export function takeSum(draft: Draft, id: number): Draft {
  const children = id === HEAD ? draft.roots : (nodeOf(draft, id)?.children ?? []);
  const sum = sumOf(children);
  if (children.length === 0 || sum === undefined) return draft;
  const key = id === HEAD ? 'total' : 'max';
  return changeFields(draft, id, (fields) => ({ ...fields, [key]: printRatio(sum) }));
}

/** Bonus leaves stand outside all sums. */
function sumOf(nodes: readonly DraftNode[]): Ratio | undefined {
  let sum = ZERO;
  for (const { fields, children } of nodes) {
    if (children.length === 0 && fields.part === 'bonus') continue;
    const max = decimalOf(fields.max);
    if (max === undefined) return undefined;
    sum = add(sum, max);
  }
  return sum;
}

function decimalOf(value: Json | undefined): Ratio | undefined {
  return Decimal.safeParse(value).data;
}
