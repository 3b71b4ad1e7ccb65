import type { Fault } from '../../../domain/kernel/fault.ts';
import { printDate } from '../../../text/numbers.ts';
import type { Sentence } from '../../../text/sentences.ts';

type FaultSentences = Readonly<Record<string, Sentence>>;

/** A fault as one sentence; days in its detail are written as people read them. */
export function sayFault(fault: Fault, sentences: FaultSentences): string {
  const detail = Object.entries(fault.detail ?? {}).map(([name, value]) => [name, printed(value)]);
  const sentence = sentences[fault.code] ?? sentences.invalid;
  const said = sentence?.(Object.fromEntries(detail)) ?? fault.code;
  return `${said.charAt(0).toUpperCase()}${said.slice(1)}`;
}

function printed(value: string | number): string | number {
  return typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value) ? printDate(value) : value;
}

/** The faults of one field, `name` or `into.name`, as sentences. */
export function faultsAt(
  faults: readonly Fault[],
  at: string,
  sentences: FaultSentences,
): string | undefined {
  const found = faults.filter(({ path }) => path.join('.') === at).map((one) => sayFault(one, sentences));
  return found.length > 0 ? found.join(' ') : undefined;
}
