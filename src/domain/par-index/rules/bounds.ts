import { type Fault, fault, type Step } from '../../kernel/fault.ts';
import { pointsToRatio } from '../../kernel/number/points.ts';
import { compare, type Ratio } from '../../kernel/number/ratio.ts';
import type { Limit, Place } from './scored.ts';

/** A figure of a rule that could give more than the leaf's maximum is refused. */
export function* aboveMax(points: Ratio, place: Place, ...steps: Step[]): Generator<Fault> {
  if (place.max !== undefined && compare(points, pointsToRatio(place.max)) > 0) {
    yield fault([...place.path, ...steps], 'above_max');
  }
}

export function* notPositive(value: Ratio, place: Place, ...steps: Step[]): Generator<Fault> {
  if (value.n <= 0n) yield fault([...place.path, ...steps], 'not_positive');
}

/**
 * Steps listed best first, each with a lower bound, the last without: bounds fall strictly; two equal bounds make
 * sense only as "above" followed by "from".
 */
export function* descendingFaults(
  list: readonly { readonly from?: Ratio | undefined; readonly closed?: boolean | undefined }[],
  path: readonly Step[],
): Generator<Fault> {
  for (const [position, { from, closed }] of list.entries()) {
    const last = position === list.length - 1;
    const at = (key: string): Step[] => [...path, position, key];
    if (last && from !== undefined) yield fault(at('from'), 'last_has_bound');
    if (!last && from === undefined) yield fault(at('from'), 'required');
    if (from !== undefined && closed === undefined) yield fault(at('closed'), 'required');
    if (from === undefined && closed !== undefined) yield fault(at('closed'), 'closed_without_bound');
    const before = list[position - 1];
    if (from === undefined || before?.from === undefined) continue;
    const order = compare(from, before.from);
    const split = order === 0 && before.closed === false && closed === true;
    if (order > 0 || (order === 0 && !split)) yield fault(at('from'), 'not_descending');
  }
}

/** Whether v reaches the bound: above it, or on it when closed. Without a bound everything does. */
export function reaches(v: Ratio, from: Ratio | undefined, closed: boolean | undefined): boolean {
  if (from === undefined) return true;
  const order = compare(v, from);
  return order > 0 || (order === 0 && closed === true);
}

/** The value kept within its bounds, and which of them acted. */
export function bounded(
  value: Ratio,
  low: Ratio,
  high?: Ratio,
): { readonly exact: Ratio; readonly limit: Limit | undefined } {
  if (compare(value, low) < 0) return { exact: low, limit: 'min' };
  if (high !== undefined && compare(value, high) > 0) return { exact: high, limit: 'max' };
  return { exact: value, limit: undefined };
}
