import type { Fault, Step } from '../../kernel/fault.ts';
import { FIGURES_FORMAT } from '../figures/figures.ts';

/** A judged unit with its figures as they are kept. */
export type KeptFigures = {
  readonly code: string;
  readonly name: string;
  readonly kind: string;
  readonly tags: readonly string[];
  readonly flags: readonly string[];
  readonly ranked: boolean;
  /** Members of an object, `"1.1": {"count": 3}, …`, each as it was written; empty where nothing was handed in. */
  readonly inputs: string;
};

/** The units as a `minhchung/figures@1` document, in their order; every input stands as it was written. */
export function writeFigures(units: readonly KeptFigures[]): string {
  const written = units.map(
    ({ inputs, ...head }) => `    { ${members(head)},\n      "inputs": {${inputs}} }`,
  );
  return `{ "format": ${JSON.stringify(FIGURES_FORMAT)},\n  "units": [\n${written.join(',\n')} ] }\n`;
}

function members(head: Omit<KeptFigures, 'inputs'>): string {
  return Object.entries(head)
    .map(([key, value]) => `${JSON.stringify(key)}: ${JSON.stringify(value)}`)
    .join(', ');
}

/**
 * Faults of a document, told at the cell that caused them: `units[2].inputs["1.1"].ratio` as
 * `cells[0].input.ratio`. `cellAt` finds the cell by the unit's place in the document and the criterion's code.
 */
export function atCells(
  faults: readonly Fault[],
  cellAt: (unit: number, code: string) => number | undefined,
): Fault[] {
  return faults.map((found) => {
    const [list, unit, part, code, ...rest] = found.path;
    if (list !== 'units' || typeof unit !== 'number' || part !== 'inputs' || typeof code !== 'string')
      return found;
    const cell = cellAt(unit, code);
    const path: Step[] = cell === undefined ? [...found.path] : ['cells', cell, 'input', ...rest];
    return { ...found, path };
  });
}
