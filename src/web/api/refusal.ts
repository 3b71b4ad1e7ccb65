import type { Fault } from '../../domain/kernel/fault.ts';
import type { FailureCode } from './failure.ts';

/** What a form says above its fields after a refusal. */
export type Refusal = {
  /** One sentence: what kind of refusal it is, or the reason itself where that says it all. */
  readonly sentence: string;
  readonly reasons: readonly string[];
  /** The session has ended; signing in again is the way on. */
  readonly ended: boolean;
};

/** Kinds of refusal whose own sentence says less than the reason. */
const SAID_BY_REASON: readonly FailureCode[] = ['unauthenticated', 'forbidden', 'not_found'];

/**
 * `reasons` are the sentences of the faults that no field shows. A wrong password is refused as `unauthenticated` too;
 * only `sign_in_first` means that the session has ended.
 */
export function refusalOf(
  code: FailureCode,
  faults: readonly Fault[],
  reasons: readonly string[],
  general: Readonly<Record<FailureCode, string>>,
): Refusal {
  const ended = code === 'unauthenticated' && (faults.length === 0 || faults.some(isSignInFirst));
  const distinct = [...new Set(reasons)];
  if (ended) return { sentence: general.unauthenticated, reasons: [], ended };
  if (!SAID_BY_REASON.includes(code)) return { sentence: general[code], reasons: distinct, ended };
  if (distinct.length > 0) return { sentence: `${distinct.join('. ')}.`, reasons: [], ended };
  return { sentence: faults.length > 0 ? general.invalid_input : general[code], reasons: [], ended };
}

function isSignInFirst({ code }: Fault): boolean {
  return code === 'sign_in_first';
}
