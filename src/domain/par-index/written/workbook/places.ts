import type { Fault, Step } from '../../../kernel/fault.ts';
import type { HeadField } from './head.ts';
import type { RowFault } from './rows.ts';
import type { RowNode } from './tree.ts';

/** Rows out of which a document was made, to say of its faults where they lie. */
export type Places = {
  readonly roots: readonly RowNode[];
  readonly head: ReadonlyMap<HeadField, number>;
  readonly bands: readonly number[];
};

const COLUMNS: Readonly<Record<string, string>> = {
  code: 'code',
  name: 'name',
  max: 'max',
  part: 'part',
  nothing_arose: 'nothingArose',
  not_for: 'notFor',
  prints: 'prints',
  office: 'office',
  evidence: 'evidence',
  combine: 'combine',
  rule: 'rule',
  children: 'code',
};

/** A fault of the document as one of the sheet, row and column that say what is wrong. */
export function placedFault({ path, code, detail }: Fault, places: Places): RowFault {
  const [top, ...rest] = path;
  const where =
    top === 'criteria'
      ? inCriteria(rest, places.roots)
      : top === 'bands'
        ? inBands(rest, places.bands)
        : inHead(path, places.head);
  return { ...where, code, ...(detail !== undefined && { detail }) };
}

type Where = Omit<RowFault, 'code' | 'detail'>;

function inCriteria(path: readonly Step[], roots: readonly RowNode[]): Where {
  let [nodes, at] = [roots, 0];
  let node: RowNode | undefined;
  for (;;) {
    const step = path[at];
    const found: RowNode | undefined = typeof step === 'number' ? nodes[step] : undefined;
    if (found === undefined) break;
    node = found;
    nodes = node.children;
    at += 1;
    if (path[at] !== 'children') break;
    at += 1;
  }
  if (node === undefined) return { sheet: 'criteria' };
  const [field, position, part] = path.slice(at);
  if (field === 'variants' && typeof position === 'number') {
    const row = node.variants[position]?.row ?? node.row.row;
    return { sheet: 'criteria', row, column: part === 'for' ? 'for' : 'rule' };
  }
  const column = COLUMNS[`${field}`];
  return { sheet: 'criteria', row: node.row.row, ...(column !== undefined && { column }) };
}

function inBands([position, field]: readonly Step[], rows: readonly number[]): Where {
  const row = typeof position === 'number' ? rows[position] : undefined;
  const columns: Record<string, string> = { name: 'name', not_with: 'notWith', needs: 'needs' };
  const column = columns[`${field}`] ?? 'bound';
  return row === undefined ? { sheet: 'bands' } : { sheet: 'bands', row, column };
}

const HEAD: readonly (readonly [string, HeadField])[] = [
  ['code', 'code'],
  ['name', 'name'],
  ['year', 'year'],
  ['block', 'block'],
  ['total', 'total'],
  ['rounding.leaf.mode', 'leaf_mode'],
  ['rounding.leaf', 'leaf_decimals'],
  ['rounding.index.mode', 'index_mode'],
  ['rounding.index', 'index_decimals'],
  ['decision.date', 'decision_date'],
  ['decision.issuer', 'decision_issuer'],
  ['decision', 'decision_number'],
  ['flags', 'flag'],
  ['ranking.then', 'ranking_then'],
  ['ranking.by', 'ranking_by'],
  ['ranking', 'ranking_method'],
  ['bonus.max', 'bonus_max'],
  ['bonus.reward_max', 'bonus_reward_max'],
  ['bonus.penalty_min', 'bonus_penalty_min'],
  ['bonus.may_exceed_total', 'bonus_may_exceed_total'],
  ['bonus', 'bonus_min'],
];

function inHead(path: readonly Step[], rows: ReadonlyMap<HeadField, number>): Where {
  const dotted = path.join('.');
  const field = HEAD.find(([begin]) => dotted === begin || dotted.startsWith(`${begin}.`))?.[1];
  const row = field === undefined ? undefined : rows.get(field);
  return row === undefined ? { sheet: 'head' } : { sheet: 'head', row, column: 'value' };
}
