import type { Readable } from 'node:stream';
import { AppError } from '../../../domain/kernel/app-error.ts';
import { fault } from '../../../domain/kernel/fault.ts';
import { readJson } from '../../../domain/kernel/json.ts';
import type { UnitKind } from '../../../domain/organization/unit.ts';
import {
  type WrittenRows,
  writeScorecardRows,
} from '../../../domain/par-index/written/workbook/write-rows.ts';
import type { Language } from '../../../text/language.ts';
import { filled, writeSheets } from '../../sheets/write-sheet.ts';
import { MOST_CHARACTERS } from '../../sheets/xlsx/limits.ts';
import { bandSheet, criteriaSheet, headSheet, sayHead } from './scorecard-sheet.ts';

/**
 * A document that was stored, as the workbook that an import takes back unchanged.
 * @throws AppError `rule_broken` when a rule is longer than any cell
 */
export function writeScorecardSheet(
  document: string,
  kinds: readonly UnitKind[],
  language: Language,
): Readable {
  const names = new Map(kinds.map(({ code, name, nameEn }) => [code, language === 'vi' ? name : nameEn]));
  const rows = writeScorecardRows(readJson(document).value, names);
  const long = rows.criteria.find(({ rule }) => (rule?.length ?? 0) >= MOST_CHARACTERS);
  if (long !== undefined)
    throw new AppError('rule_broken', [fault([long.code ?? ''], 'cell_too_long', { most: MOST_CHARACTERS })]);
  return writeRows(rows, language);
}

/** The empty workbook, with what an ordinary scorecard says of itself to be filled in. */
export function scorecardTemplate(language: Language): Readable {
  const head = (
    [
      'code',
      'name',
      'year',
      'block',
      'total',
      'leaf_decimals',
      'leaf_mode',
      'index_decimals',
      'index_mode',
    ] as const
  ).map((field) => ({ field, value: PRESET[field] ?? null }));
  return writeRows({ criteria: [], head, bands: [] }, language);
}

const PRESET: Readonly<Record<string, string>> = {
  total: '100',
  leaf_decimals: '2',
  leaf_mode: 'half_up',
  index_decimals: '2',
  index_mode: 'half_up',
};

function writeRows({ criteria, head, bands }: WrittenRows, language: Language): Readable {
  const said = head.map(({ field, value }) => ({
    field,
    value: value === null ? null : sayHead(field, value, language),
  }));
  return writeSheets([
    filled(criteriaSheet(language), criteria),
    filled(headSheet(language), said),
    filled(bandSheet(language), bands),
  ]);
}
