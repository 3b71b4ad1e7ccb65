import { AppError } from '../../../domain/kernel/app-error.ts';
import { fault } from '../../../domain/kernel/fault.ts';
import type { UnitKind } from '../../../domain/organization/unit.ts';
import type { Basics } from '../../../domain/par-index/written/workbook/head.ts';
import { readScorecardRows } from '../../../domain/par-index/written/workbook/read-rows.ts';
import type { RowFault, SheetKey } from '../../../domain/par-index/written/workbook/rows.ts';
import { fold } from '../../../text/fold.ts';
import type { Language } from '../../../text/language.ts';
import type { Columns, SheetDefinition, SheetFault } from '../../sheets/definition.ts';
import type { SheetPlace } from '../../sheets/fault-sheet.ts';
import { readTable, type SheetReading } from '../../sheets/read-sheet.ts';
import { DamagedWorkbook } from '../../sheets/xlsx/damaged.ts';
import { SHEET_LIMITS } from '../../sheets/xlsx/limits.ts';
import { openWorkbook, type Workbook } from '../../sheets/xlsx/workbook.ts';
import { bandSheet, chooseHead, criteriaSheet, headSheet, SHEET_NAMES } from './scorecard-sheet.ts';

/** What came of reading a workbook; nothing is stored by it. */
export type ScorecardSheetOutcome = {
  /** `minhchung/scorecard@1`, when nothing is wrong. */
  readonly document: string | null;
  readonly faults: readonly SheetFault[];
  /** Titles of columns that were not used. */
  readonly ignored: readonly string[];
  /** Particulars that the file does not give and the form must. */
  readonly asks: readonly string[];
  readonly places: readonly SheetPlace[];
};

type Found<C extends Columns> = { readonly name: string; readonly reading: SheetReading<C> };
/** Whatever its columns are. */
type AnyFound = {
  readonly name: string;
  readonly reading: Pick<SheetReading<Columns>, 'faults' | 'headerRow'>;
};

/** @throws AppError `invalid_input` when the file is no workbook or has no table of criteria */
export async function readScorecardSheet(
  bytes: Buffer,
  basics: Basics,
  kinds: readonly UnitKind[],
  language: Language,
): Promise<ScorecardSheetOutcome> {
  try {
    const workbook = await openWorkbook(bytes, SHEET_LIMITS);
    return await readOpened(workbook, basics, kinds, language);
  } catch (error) {
    if (!(error instanceof DamagedWorkbook)) throw error;
    throw new AppError('invalid_input', [fault([], error.damage)]);
  }
}

async function readOpened(
  workbook: Workbook,
  basics: Basics,
  kinds: readonly UnitKind[],
  language: Language,
): Promise<ScorecardSheetOutcome> {
  const head = await readNamed(workbook, 'head', headSheet(language));
  const bands = await readNamed(workbook, 'bands', bandSheet(language));
  const criteria = await readNamed(workbook, 'criteria', criteriaSheet(language));
  if (criteria?.reading.headerRow === undefined) throw noTable(criteria);
  const found = { criteria, head, bands };
  const read = readScorecardRows(
    { criteria: rowsOf(criteria), head: rowsOf(head), bands: rowsOf(bands) },
    { basics, kinds: kindNames(kinds), choose: chooseHead },
  );
  const cells = [criteria, head, bands].flatMap((sheet) => cellFaults(sheet));
  const titles = titlesOf(language);
  const placed = read.faults.map((one) => toSheetFault(one, found, titles));
  const faults = cells.length > 0 ? [...cells, ...placed.filter(({ code }) => saidOfCell(code))] : placed;
  return {
    document: faults.length === 0 ? (read.document ?? null) : null,
    faults: faults.slice(0, MOST_FAULTS),
    ignored: criteria.reading.ignored,
    asks: read.asks,
    places: [criteria, head, bands].flatMap((sheet) => placesOf(sheet)),
  };
}

/** More are not mended one by one. */
const MOST_FAULTS = 1_000;

/** While a cell cannot be read its row is missing, and others are not blamed for what follows from that. */
function saidOfCell(code: string): boolean {
  return /^(rule_|tier|bound_|band_|ambiguous)/.test(code);
}

function noTable(criteria: AnyFound | undefined): AppError {
  const faults = criteria?.reading.faults ?? [];
  if (faults.length === 0) return new AppError('invalid_input', [fault([], 'no_rows')]);
  return new AppError(
    'invalid_input',
    faults.map(({ code, detail }) => fault([], code, detail)),
  );
}

/** The sheet of this name; criteria may also stand in the first sheet that is not one of the others. */
async function readNamed<C extends Columns>(
  workbook: Workbook,
  key: SheetKey,
  definition: SheetDefinition<C>,
): Promise<Found<C> | undefined> {
  const { sheets } = workbook;
  const isNamed = (names: readonly string[]) => (sheet: { name: string }) => names.includes(fold(sheet.name));
  const others = [...SHEET_NAMES.head, ...SHEET_NAMES.bands];
  const sheet =
    sheets.find(isNamed(SHEET_NAMES[key])) ??
    (key === 'criteria' ? sheets.find((one) => !isNamed(others)(one)) : undefined);
  if (sheet === undefined) return undefined;
  return { name: sheet.name, reading: await readTable(definition, workbook, sheet.part) };
}

function rowsOf<C extends Columns>(found: Found<C> | undefined) {
  return (found?.reading.rows ?? []).map(({ number, row }) => ({ ...row, row: number }));
}

function cellFaults(found: AnyFound | undefined): SheetFault[] {
  return (found?.reading.faults ?? []).map((one) => ({ ...one, sheet: found?.name ?? '' }));
}

function placesOf(found: AnyFound | undefined): SheetPlace[] {
  const headerRow = found?.reading.headerRow;
  return found === undefined || headerRow === undefined ? [] : [{ name: found.name, headerRow }];
}

/** Kinds of unit by code and by their names in both languages. */
function kindNames(kinds: readonly UnitKind[]): Map<string, string> {
  return new Map(
    kinds.flatMap(({ code, name, nameEn }) =>
      [name, nameEn, code].map((known) => [fold(known), code] as const),
    ),
  );
}

type Titles = Readonly<Record<SheetKey, Readonly<Record<string, string>>>>;

function titlesOf(language: Language): Titles {
  const of = ({ columns }: SheetDefinition) =>
    Object.fromEntries(Object.entries(columns).map(([key, { title }]) => [key, title]));
  return {
    criteria: of(criteriaSheet(language)),
    head: of(headSheet(language)),
    bands: of(bandSheet(language)),
  };
}

/** Codes that mean something else where workbooks of other modules use them. */
const OF_SCORECARDS: Readonly<Record<string, string>> = {
  unknown_code: 'unknown_criterion',
  name: 'rule_name',
};

function toSheetFault(
  { sheet, row, column, code, detail }: RowFault,
  found: Readonly<Record<SheetKey, { readonly name: string } | undefined>>,
  titles: Titles,
): SheetFault {
  const name = found[sheet]?.name;
  const title = column === undefined ? undefined : titles[sheet][column];
  return {
    ...(name !== undefined && { sheet: name }),
    ...(row !== undefined && { row }),
    ...(title !== undefined && { column: title }),
    code: OF_SCORECARDS[code] ?? code,
    ...(detail !== undefined && { detail }),
  };
}
