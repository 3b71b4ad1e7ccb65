import type { Fault } from '../../../../domain/kernel/fault.ts';
import {
  placedInHead,
  readTableHead,
  type TableHead,
} from '../../../../domain/par-index/written/published/head.ts';
import type { RowFault } from '../../../../domain/par-index/written/workbook/rows.ts';
import { fold } from '../../../../text/fold.ts';
import type { Language } from '../../../../text/language.ts';
import type { Columns, SheetDefinition, SheetFault } from '../../../sheets/definition.ts';
import type { SheetPlace } from '../../../sheets/fault-sheet.ts';
import { readTable, type SheetReading } from '../../../sheets/read-sheet.ts';
import type { Workbook } from '../../../sheets/xlsx/workbook.ts';
import { BESIDE_NAMES, rankingMethodOf, tableBandSheet, tableHeadSheet } from './beside.ts';

/** What stands beside a table of results: what it says of itself, and its bands. */
export type Beside = {
  readonly head: TableHead;
  readonly faults: readonly SheetFault[];
  /** Where a fault of the document that lies in no row of the table is mended. */
  readonly place: (fault: Fault) => SheetFault;
  readonly places: readonly SheetPlace[];
};

type Sheet = Workbook['sheets'][number];
type Found<C extends Columns> = { readonly name: string; readonly reading: SheetReading<C> };

/** @param table the sheet with the table itself, whatever its name @throws DamagedWorkbook */
export async function readBeside(workbook: Workbook, table: Sheet, language: Language): Promise<Beside> {
  const sheets = workbook.sheets.filter((sheet) => sheet !== table);
  const [headSheet, bandSheet] = [tableHeadSheet(language), tableBandSheet(language)];
  const head = await readNamed(workbook, sheets, 'head', headSheet);
  const bands = await readNamed(workbook, sheets, 'bands', bandSheet);
  const read = readTableHead({ head: rowsOf(head), bands: rowsOf(bands) }, rankingMethodOf);
  const titles: Titles = {
    head: { name: head?.name, columns: headSheet.columns },
    bands: { name: bands?.name, columns: bandSheet.columns },
  };
  return {
    head: read.head,
    faults: [...cellFaults(head), ...cellFaults(bands), ...read.faults.map((one) => placed(one, titles))],
    place: (fault) => placed(placedInHead(fault, read.places), titles),
    places: [...placesOf(head), ...placesOf(bands)],
  };
}

/** A sheet that only has a name like that of what is looked for, and not its columns, is somebody's own. */
async function readNamed<C extends Columns>(
  workbook: Workbook,
  sheets: readonly Sheet[],
  key: keyof typeof BESIDE_NAMES,
  definition: SheetDefinition<C>,
): Promise<Found<C> | undefined> {
  const { own, others } = BESIDE_NAMES[key];
  const find = (names: readonly string[]) =>
    sheets.find(({ name }) => names.some((known) => fold(known) === fold(name)));
  const sheet = find(own) ?? find(others);
  if (sheet === undefined) return undefined;
  const reading = await readTable(definition, workbook, sheet.part);
  return reading.headerRow === undefined && find(own) === undefined
    ? undefined
    : { name: sheet.name, reading };
}

function rowsOf<C extends Columns>(found: Found<C> | undefined) {
  return (found?.reading.rows ?? []).map(({ number, row }) => ({ ...row, row: number }));
}

type AnyFound = {
  readonly name: string;
  readonly reading: Pick<SheetReading<Columns>, 'faults' | 'headerRow'>;
};

function cellFaults(found: AnyFound | undefined): SheetFault[] {
  return (found?.reading.faults ?? []).map((one) => ({ ...one, sheet: found?.name ?? '' }));
}

function placesOf(found: AnyFound | undefined): SheetPlace[] {
  const headerRow = found?.reading.headerRow;
  return found === undefined || headerRow === undefined ? [] : [{ name: found.name, headerRow }];
}

type Titles = Readonly<
  Record<
    'head' | 'bands',
    {
      readonly name: string | undefined;
      readonly columns: Readonly<Record<string, { readonly title: string }>>;
    }
  >
>;

function placed({ sheet, row, column, code, detail }: RowFault, titles: Titles): SheetFault {
  const { name, columns } = titles[sheet === 'bands' ? 'bands' : 'head'];
  const title = column === undefined ? undefined : columns[column]?.title;
  return {
    ...(name !== undefined && { sheet: name }),
    ...(row !== undefined && { row }),
    ...(title !== undefined && { column: title }),
    code,
    ...(detail !== undefined && { detail }),
  };
}
