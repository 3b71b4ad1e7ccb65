/** One step into a document: a key of an object or a position in a list. */
export type Step = string | number;

/**
 * One thing wrong with something handed to the product. `code` names the rule that is broken, `detail` carries
 * the values its sentence needs; the sentence itself lives in `text`.
 */
export type Fault = {
  readonly path: readonly Step[];
  readonly code: string;
  readonly detail?: Readonly<Record<string, string | number>>;
};

/** Nobody mends more at once; a document with more faults is not read further. */
export const MOST_FAULTS = 1000;

export function fault(path: readonly Step[], code: string, detail?: Fault['detail']): Fault {
  return detail === undefined ? { path, code } : { path, code, detail };
}

/**
 * `criteria[0].rule.tiers[1].from`, `--suspend[1].from`; the document itself is `$`. A key that is neither a plain word
 * nor an option stands in `["…"]`.
 */
export function printPath(path: readonly Step[]): string {
  let printed = '';
  for (const step of path) {
    if (typeof step === 'number') printed += `[${step}]`;
    else if (/^(--)?[\p{L}_][\p{L}\p{N}_-]*$/u.test(step)) printed += printed === '' ? step : `.${step}`;
    else printed += `[${JSON.stringify(step)}]`;
  }
  return printed === '' ? '$' : printed;
}
