import { AppError } from '../../../domain/kernel/app-error.ts';
import { type Fault, fault } from '../../../domain/kernel/fault.ts';
import { isUnreadable, readJson } from '../../../domain/kernel/json.ts';
import { readScorecard } from '../../../domain/par-index/scorecard/read-scorecard.ts';
import type { Scorecard } from '../../../domain/par-index/scorecard/scorecard.ts';

export type ReadScorecard =
  | { readonly scorecard: Scorecard; readonly faults: readonly [] }
  | { readonly scorecard: undefined; readonly faults: readonly Fault[] };

/** The scorecard that a text describes, or everything that is wrong with it: what the server would say, at once. */
export function readDocument(text: string): ReadScorecard {
  const { value, faults } = readJson(text);
  if (isUnreadable(faults)) return { scorecard: undefined, faults };
  try {
    return { scorecard: readScorecard(value, faults), faults: [] };
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    return { scorecard: undefined, faults: error.faults.length > 0 ? error.faults : [fault([], 'invalid')] };
  }
}
