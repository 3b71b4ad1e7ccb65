import { type Fault, printPath, type Step } from '../../domain/kernel/fault.ts';
import type { Json } from '../../domain/kernel/json.ts';
import type { Language } from '../../text/language.ts';
import { printNumber } from '../../text/numbers.ts';
import { faultSentence } from '../../text/print-fault.ts';

/** A fault as it travels. */
export type SentFault = Pick<Fault, 'path' | 'code'> & { readonly detail?: Fault['detail'] | undefined };

export type SaidFault = { readonly key: string; readonly place: string; readonly says: string };

/** Faults of a document, each with its place: the criterion or unit it lies in, where there is one, and the path. */
export function sayFaults(
  faults: readonly SentFault[],
  language: Language,
  document: Json = null,
): SaidFault[] {
  return faults.map(({ path, code, detail }, position) => {
    const said = faultSentence({ code, ...(detail && { detail: localized(detail, language) }) }, language);
    return {
      key: `${position}`,
      place: placeOf(path, document),
      says: `${said.charAt(0).toUpperCase()}${said.slice(1)}`,
    };
  });
}

/** Numbers in a sentence are written as the language writes them. */
export function localized(
  detail: NonNullable<Fault['detail']>,
  language: Language,
): NonNullable<Fault['detail']> {
  return Object.fromEntries(
    Object.entries(detail).map(([name, value]) => [
      name,
      typeof value === 'string' && /^-?\d+\.\d+$/.test(value) ? printNumber(value, language) : value,
    ]),
  );
}

/** `1.1: max` for a place inside a criterion, else the whole path. */
function placeOf(path: readonly Step[], document: Json): string {
  let at: Json | undefined = document;
  let code: string | undefined;
  let rest: readonly Step[] = path;
  for (const [position, step] of path.entries()) {
    at = childOf(at, step);
    const own = childOf(at, 'code');
    if (typeof own !== 'string') continue;
    code = own;
    rest = path.slice(position + 1);
  }
  if (code === undefined) return printPath(path);
  return rest.length === 0 ? code : `${code}: ${printPath(rest)}`;
}

function childOf(value: Json | undefined, step: Step): Json | undefined {
  if (Array.isArray(value)) return typeof step === 'number' ? value[step] : undefined;
  if (typeof value !== 'object' || value === null) return undefined;
  return Object.hasOwn(value, step) ? value[step] : undefined;
}
