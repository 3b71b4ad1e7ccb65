import type { TreeRow } from './tree-rows.ts';

/** What a key does: where the focus goes, and whether the line opens, closes or is chosen. */
type Move = { readonly to?: string | undefined; readonly toggle?: boolean; readonly choose?: boolean };

/** The keys of the tree pattern; undefined for a key that means nothing here. */
export function keyMove(
  key: string,
  row: TreeRow,
  index: number,
  rows: readonly TreeRow[],
): Move | undefined {
  const parted = row.node.children.length > 0;
  switch (key) {
    case 'ArrowDown':
      return { to: rows[index + 1]?.node.id };
    case 'ArrowUp':
      return { to: rows[index - 1]?.node.id };
    case 'Home':
      return { to: rows[0]?.node.id };
    case 'End':
      return { to: rows.at(-1)?.node.id };
    case 'ArrowRight':
      if (!parted) return {};
      return row.open ? { to: rows[index + 1]?.node.id } : { toggle: true };
    case 'ArrowLeft':
      return row.open ? { toggle: false } : { to: row.parentId ?? undefined };
    case 'Enter':
    case ' ':
      return { choose: true };
    default:
      return undefined;
  }
}
