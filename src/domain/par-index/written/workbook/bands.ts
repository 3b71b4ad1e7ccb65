import type { Json } from '../../../kernel/json.ts';
import type { Band } from '../../scorecard/fields.ts';
import { type Bound, isRising, printBound, readBound, resolveBounds } from '../bounds.ts';
import { match, type Phrase, printDecimal, type Reading } from '../phrase.ts';
import { type CellFault, plainly, readList, readName, splitAt, writeList, writeName } from '../piece.ts';
import type { BandCells, Numbered, RowFault } from './rows.ts';

type Row = Numbered<BandCells>;

/** Rows as a scorecard lists its bands, the best first; offices also write them from the worst up. */
export function bestFirst<R extends Pick<BandCells, 'bound'>>(rows: readonly R[]): readonly R[] {
  const bounds = rows.map(({ bound }) => readBound(freshReading(), bound ?? REST));
  const read = bounds.filter((bound) => bound !== undefined);
  return read.length === rows.length && isRising(read) ? rows.toReversed() : rows;
}

const REST = 'còn lại';

/** Bands out of rows that stand best first and say their bounds as tiers do. */
export function bandsOf(rows: readonly Row[], faults: RowFault[]): Json[] {
  const bounds = rows.map((row) => boundOf(row, faults));
  const reading = freshReading();
  const known = faults.some(({ code }) => code === 'band_bound') ? [] : bounds;
  const steps = resolveBounds(reading, known);
  for (const { code, detail } of reading.faults) {
    const row = rows.find(({ bound }) => bound === detail?.piece)?.row;
    faults.push({
      sheet: 'bands',
      ...(row !== undefined && { row }),
      column: 'bound',
      code,
      ...(detail && { detail }),
    });
  }
  return rows.map((row, at) => ({
    name: row.name,
    ...steps[at],
    ...(row.notWith !== null && { not_with: readList(row.notWith) }),
    ...(row.needs !== null && { needs: needsOf(row, row.needs, faults) }),
  }));
}

function freshReading(): Reading & { readonly faults: CellFault[] } {
  return { pieces: [], faults: [], value: 'none' };
}

function boundOf(row: Row, faults: RowFault[]): Bound {
  const reading = freshReading();
  const bound = readBound(reading, row.bound ?? REST);
  if (bound === undefined)
    faults.push({
      sheet: 'bands',
      row: row.row,
      column: 'bound',
      code: 'band_bound',
      detail: { written: row.bound ?? '' },
    });
  return bound ?? { text: row.bound ?? '', lower: undefined, upper: undefined };
}

const SHARE: Phrase = ['{n} %', '{n}'];

/** `3 ≥ 75 %; 8 ≥ 70 %`: of these criteria at least so much. */
function needsOf(row: Row, cell: string, faults: RowFault[]): Json[] {
  return splitAt(cell, ';\n\r')
    .filter((piece) => piece.trim() !== '')
    .map((piece) => {
      const [code = '', share = ''] = splitAt(piece, '≥');
      const [percent] = match(SHARE, plainly(share)) ?? [];
      if (percent === undefined)
        faults.push({
          sheet: 'bands',
          row: row.row,
          column: 'needs',
          code: 'band_needs',
          detail: { written: piece.trim() },
        });
      return { code: readName(code), percent: (percent ?? '0').replace(',', '.') };
    });
}

export function bandRows(bands: readonly Band[]): BandCells[] {
  return bands.map((band, at) => ({
    name: band.name,
    bound: printBound(band, bands[at - 1], ' %'),
    notWith: band.not_with === undefined ? null : writeList(band.not_with),
    needs:
      band.needs === undefined
        ? null
        : band.needs
            .map(({ code, percent }) => `${writeNeeded(code)} ≥ ${printDecimal(percent)} %`)
            .join('; '),
  }));
}

function writeNeeded(code: string): string {
  return writeName(code, /^[\p{L}\p{N}._-]+$/u);
}
