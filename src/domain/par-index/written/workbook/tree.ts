import type { CriterionCells, Numbered, RowFault } from './rows.ts';

type Row = Numbered<CriterionCells>;

/** A criterion as its rows say it: its own, those of its variants, and those of the criteria below it. */
export type RowNode = {
  readonly row: Row;
  readonly variants: Row[];
  readonly children: RowNode[];
};

/** As deep as a scorecard can be written as a document. */
const MOST_DEPTH = 100;

/** In the column of the parent: stands at the top although its code looks like one below another. */
export const NO_PARENT = '-';

/**
 * Rows as a tree. The parent is the one that is named, else the nearest code that this one continues: 1.2.3 stands
 * below 1.2, or below 1. A row that says for whom it applies is a variant of the criterion above it.
 */
export function treeOf(rows: readonly Row[], faults: RowFault[]): RowNode[] {
  const nodes: RowNode[] = [];
  for (const row of rows) {
    const above = nodes.at(-1);
    if (row.for === null) nodes.push({ row, variants: [], children: [] });
    else if (above === undefined || (row.code !== null && row.code !== above.row.code))
      faults.push(at(row, 'for', 'variant_without_rule'));
    else above.variants.push(row);
  }
  const roots: RowNode[] = [];
  const parents = parentsOf(nodes, faults);
  for (const node of nodes) (parents.get(node)?.children ?? roots).push(node);
  for (const node of nodes)
    if (!reachesRoot(node, parents)) faults.push(at(node.row, 'parent', 'parent_circle'));
  return roots;
}

function parentsOf(nodes: readonly RowNode[], faults: RowFault[]): Map<RowNode, RowNode | undefined> {
  const byCode = new Map(nodes.toReversed().map((node) => [node.row.code ?? '', node]));
  const above = new Map<string, RowNode>();
  const parents = new Map<RowNode, RowNode | undefined>();
  for (const node of nodes) {
    const { parent, code } = node.row;
    if (parent === null) parents.set(node, nearest(code ?? '', above));
    else if (parent !== NO_PARENT) {
      const named = byCode.get(parent);
      if (named === undefined) faults.push(at(node.row, 'parent', 'unknown_parent_code', { code: parent }));
      parents.set(node, named);
    }
    if (code !== null) above.set(code, node);
  }
  return parents;
}

/** The longest code of a row above that this one continues after a point. */
export function nearest<T>(code: string, above: ReadonlyMap<string, T>): T | undefined {
  for (let end = code.lastIndexOf('.'); end > 0; end = code.lastIndexOf('.', end - 1)) {
    const found = above.get(code.slice(0, end));
    if (found !== undefined) return found;
  }
  return undefined;
}

function reachesRoot(node: RowNode, parents: ReadonlyMap<RowNode, RowNode | undefined>): boolean {
  let up: RowNode | undefined = node;
  for (let depth = 0; depth < MOST_DEPTH; depth += 1) {
    up = parents.get(up);
    if (up === undefined) return true;
  }
  return false;
}

export function at(
  { row }: { readonly row: number },
  column: string,
  code: string,
  detail?: RowFault['detail'],
): RowFault {
  return { sheet: 'criteria', row, column, code, ...(detail !== undefined && { detail }) };
}
