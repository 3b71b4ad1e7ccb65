import { posix } from 'node:path';
import { type Archive, openArchive, scanPart } from './archive.ts';
import { DamagedWorkbook } from './damaged.ts';
import type { SheetLimits } from './limits.ts';
import { attribute } from './scan-xml.ts';
import { readSharedStrings } from './shared-strings.ts';
import { readDayStyles } from './styles.ts';

/** What cells refer to, and where the sheets are. */
export type Workbook = {
  readonly archive: Archive;
  /** In their order, without hidden ones. */
  readonly sheets: readonly { readonly name: string; readonly part: string }[];
  readonly strings: readonly string[];
  /** Positions of the cell formats that show a number as a day. */
  readonly dayStyles: ReadonlySet<number>;
  /** Days are counted from 1904, as old Excel on Macintosh did. */
  readonly from1904: boolean;
  /** Columns further to the right are not read. */
  readonly columns: number;
};

type Relation = { readonly id: string; readonly type: string; readonly target: string };

const MAIN_TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml';

/** @throws DamagedWorkbook */
export async function openWorkbook(bytes: Buffer, limits: SheetLimits): Promise<Workbook> {
  const archive = await openArchive(bytes, limits);
  if (!archive.has('[Content_Types].xml')) throw new DamagedWorkbook('not_xlsx');
  const main = await findMainPart(archive);
  const relations = await readRelations(archive, main);
  const { sheets, from1904 } = await readMainPart(archive, main, relations);
  const part = (kind: string) => relations.find(({ type }) => type.endsWith(`/${kind}`))?.target;
  return {
    archive,
    sheets,
    from1904,
    columns: limits.columns,
    strings: await readSharedStrings(archive, part('sharedStrings')),
    dayStyles: await readDayStyles(archive, part('styles')),
  };
}

const IGNORE = () => undefined;

async function findMainPart(archive: Archive): Promise<string> {
  const types = new Map<string, string>();
  await scanPart(archive, '[Content_Types].xml', {
    open: (name, attributes) => {
      const [part, type] = [attribute(attributes, 'PartName'), attribute(attributes, 'ContentType')];
      if (name === 'Override' && part !== undefined) types.set(part.replace(/^\//, ''), type ?? '');
    },
    text: IGNORE,
    close: IGNORE,
  });
  if ([...types.values()].some((type) => /macroEnabled|vbaProject/i.test(type)))
    throw new DamagedWorkbook('has_macros');
  if (archive.names().some((name) => /vbaProject\.bin$/i.test(name))) throw new DamagedWorkbook('has_macros');
  const main = (await readRelations(archive, '')).find(({ type }) => type.endsWith('/officeDocument'));
  if (main === undefined || types.get(main.target) !== MAIN_TYPE) throw new DamagedWorkbook('not_xlsx');
  return main.target;
}

/** Relations of a part; of the whole package when the name is empty. */
async function readRelations(archive: Archive, part: string): Promise<Relation[]> {
  const folder = posix.dirname(part);
  const relations: Relation[] = [];
  const name = posix.join(folder, '_rels', `${posix.basename(part)}.rels`);
  if (!archive.has(name)) return [];
  await scanPart(archive, name, {
    open: (element, attributes) => {
      const [id, type, target] = ['Id', 'Type', 'Target'].map((key) => attribute(attributes, key));
      if (element !== 'Relationship' || id === undefined || type === undefined || target === undefined)
        return;
      const path = target.startsWith('/') ? target.slice(1) : posix.join(folder, target);
      relations.push({ id, type, target: path });
    },
    text: IGNORE,
    close: IGNORE,
  });
  return relations;
}

async function readMainPart(
  archive: Archive,
  main: string,
  relations: readonly Relation[],
): Promise<Pick<Workbook, 'sheets' | 'from1904'>> {
  const sheets: { name: string; part: string }[] = [];
  let from1904 = false;
  await scanPart(archive, main, {
    open: (element, attributes) => {
      if (element === 'workbookPr') from1904 = /^(1|true)$/.test(attribute(attributes, 'date1904') ?? '');
      if (element !== 'sheet' || /hidden/i.test(attribute(attributes, 'state') ?? '')) return;
      const relation = relations.find(({ id }) => id === attribute(attributes, 'id'));
      if (relation?.type.endsWith('/worksheet'))
        sheets.push({ name: attribute(attributes, 'name') ?? '', part: relation.target });
    },
    text: IGNORE,
    close: IGNORE,
  });
  return { sheets, from1904 };
}
