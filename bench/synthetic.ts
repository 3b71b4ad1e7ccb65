import { type Chance, chance } from './chance.ts';
import { type Cell, KINDS, type Kind } from './kinds.ts';

/** A made-up scorecard with the figures of a block, as JSON texts and as the tables of a spreadsheet. */
export type Synthetic = {
  readonly scorecardText: string;
  readonly figuresText: string;
  readonly kinds: readonly Kind[];
  /** One row a unit; the cells of a criterion stand side by side, criteria in their order. */
  readonly rows: readonly (readonly Cell[])[];
};

const LEAVES_OF_A_FIELD = 10;

export function synthetic(units: number, leaves: number): Synthetic {
  const random = chance(units * 1000 + leaves);
  const kinds = Array.from({ length: leaves }, () => drawn(random));
  const rows: Cell[][] = [];
  const written = Array.from({ length: units }, (_, position) => {
    const figures = kinds.map((kind) => kind.figure(random));
    rows.push(figures.flatMap(({ cells }) => cells));
    const inputs = Object.fromEntries(figures.map((figure, at) => [codeOf(at), figure.written]));
    return { code: `don-vi-${position + 1}`, kind: 'xa', inputs };
  });
  return {
    scorecardText: JSON.stringify(scorecardOf(kinds)),
    figuresText: JSON.stringify({ format: 'minhchung/figures@1', units: written }),
    kinds,
    rows,
  };
}

function drawn(random: Chance): Kind {
  let ticket = random.below(KINDS.reduce((all, { share }) => all + share, 0));
  const kind = KINDS.find(({ share }) => {
    ticket -= share;
    return ticket < 0;
  });
  if (kind === undefined) throw new Error('no kind drawn');
  return kind;
}

function codeOf(leaf: number): string {
  return `${Math.floor(leaf / LEAVES_OF_A_FIELD) + 1}.${(leaf % LEAVES_OF_A_FIELD) + 1}`;
}

function scorecardOf(kinds: readonly Kind[]): object {
  const two = { decimals: 2, mode: 'half_up' };
  const fields = Array.from({ length: Math.ceil(kinds.length / LEAVES_OF_A_FIELD) }, (_, field) => {
    const from = field * LEAVES_OF_A_FIELD;
    const children = kinds.slice(from, from + LEAVES_OF_A_FIELD).map(({ rule, more }, at) => ({
      code: codeOf(from + at),
      name: `Tiêu chí ${codeOf(from + at)}`,
      max: '2',
      ...more,
      rule,
    }));
    const name = `Lĩnh vực ${field + 1}`;
    return { code: `${field + 1}`, name, max: String(children.length * 2), children };
  });
  return {
    format: 'minhchung/scorecard@1',
    code: 'thu-toc-do',
    name: 'Bộ chỉ số thử tốc độ',
    year: 2026,
    total: String(kinds.length * 2),
    rounding: { leaf: two, index: two },
    ranking: { by: 'printed', method: 'competition' },
    criteria: fields,
  };
}
