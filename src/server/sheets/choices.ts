import type { Choice, Column } from './definition.ts';
import { headerXml, type SheetSource, sheetBegin } from './sheet-head.ts';
import { cellXml, letters } from './xlsx/cells.ts';
import { escapeXml, quotedName, sheetFoot } from './xlsx/parts.ts';

const CHOICES = 'Danh mục';

/** How many rows below the header are checked by Excel as people fill them in. */
const CHECKED_ROWS = 20_000;

type List = { readonly title: string; readonly choices: readonly Choice[] };

/** The sheet of lists to choose from; none where no column has any. */
export function choicesSource(columns: readonly Column[]): SheetSource[] {
  const lists = [...listsOf(columns).values()];
  return lists.length === 0 ? [] : [{ name: CHOICES, xml: listsXml(lists) }];
}

/** Lists to choose from and what to write, shown by Excel as somebody fills in the sheet; `all` are the workbook's columns. */
export function validationsXml(
  columns: readonly Column[],
  headerRow: number,
  all: readonly Column[] = columns,
): string {
  const keys = [...listsOf(all).keys()];
  const rules = columns.flatMap(({ title, help, choices }, at) => {
    if (choices === undefined && help === undefined) return [];
    const range = `${letters(at)}${headerRow + 1}:${letters(at)}${CHECKED_ROWS + headerRow}`;
    const prompt =
      help === undefined
        ? ''
        : ` showInputMessage="1" promptTitle="${escapeXml(title.slice(0, 32))}" prompt="${escapeXml(help.slice(0, 255))}"`;
    if (choices === undefined) return [`<dataValidation${prompt} sqref="${range}"/>`];
    const list = letters(keys.indexOf(keyOf(choices)));
    const source = `${quotedName(CHOICES)}!$${list}$2:$${list}$${choices.length + 1}`;
    return [
      `<dataValidation type="list" allowBlank="1" showErrorMessage="1"${prompt} sqref="${range}"><formula1>${escapeXml(source)}</formula1></dataValidation>`,
    ];
  });
  return rules.length === 0
    ? ''
    : `<dataValidations count="${rules.length}">${rules.join('')}</dataValidations>`;
}

/** Columns that offer the same share a list, under the title of the first of them. */
function listsOf(columns: readonly Column[]): Map<string, List> {
  const lists = new Map<string, List>();
  for (const { title, choices } of columns)
    if (choices !== undefined && !lists.has(keyOf(choices))) lists.set(keyOf(choices), { title, choices });
  return lists;
}

function keyOf(choices: readonly Choice[]): string {
  return JSON.stringify(choices.map(({ title }) => title));
}

function* listsXml(lists: readonly List[]): Generator<string> {
  yield sheetBegin(lists.map(() => ({ width: 30 })));
  yield headerXml(
    1,
    lists.map(({ title }) => title),
  );
  const longest = Math.max(...lists.map(({ choices }) => choices.length));
  for (let at = 0; at < longest; at += 1) {
    const cells = lists.map(({ choices }, column) =>
      cellXml('text', `${letters(column)}${at + 2}`, choices[at]?.title ?? null),
    );
    yield `<row r="${at + 2}">${cells.join('')}</row>`;
  }
  yield `</sheetData>${sheetFoot()}`;
}
