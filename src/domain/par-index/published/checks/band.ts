import { reaches } from '../../rules/bounds.ts';
import { type Figure, printFigure } from '../figure.ts';
import { type Disagreement, judge, type Verdict } from '../finding.ts';
import { type Published, type PublishedBand, rankedFigure } from '../published.ts';

/**
 * The printed band against the one in which the unit's figure falls. Below all printed bounds any band that the
 * table does not define may stand.
 */
export function* bands({ bands = [], units }: Published): Generator<Verdict> {
  for (const [at, unit] of units.entries()) {
    const figure = rankedFigure(unit);
    const { band: printed } = unit;
    if (figure === undefined || printed === undefined || printed === null || bands.length === 0) continue;
    const right = bands.find(({ from, closed }) => reaches(figure.value, from?.value, closed));
    const named = bands.findIndex(({ name }) => isSameName(name, printed));
    const agrees = right === undefined ? named === -1 : isSameName(right.name, printed);
    yield judge('band', at, agrees, () => disagreement(right, printed, figure, bands, named));
  }
}

/** One and the same Vietnamese letter may be stored in two ways. */
function isSameName(a: string, b: string): boolean {
  return a.normalize('NFC').trim() === b.normalize('NFC').trim();
}

function disagreement(
  right: PublishedBand | undefined,
  printed: string,
  figure: Figure,
  bands: readonly PublishedBand[],
  named: number,
): Disagreement {
  const [own, better] = [bands[named], bands[named - 1]];
  return {
    problem: right === undefined ? 'band_below_all' : 'band',
    expected: right?.name ?? '',
    found: printed,
    names: {
      fromSign: own?.closed ? '≥' : '>',
      belowSign: better?.closed ? '<' : '≤',
    },
    figures: {
      value: printFigure(figure),
      from: own?.from && printFigure(own.from),
      below: better?.from && printFigure(better.from),
    },
  };
}
