import { matches } from '../../../text/fold.ts';

export type TreeNode = {
  readonly id: string;
  readonly label: string;
  /** A word or two after the label, such as the kind. */
  readonly hint?: string;
  readonly children: readonly TreeNode[];
};

export type TreeRow = {
  readonly node: TreeNode;
  readonly level: number;
  readonly parentId: string | null;
  readonly position: number;
  readonly siblings: number;
  readonly open: boolean;
};

/**
 * The lines of a tree from top to bottom. While something is typed, only the nodes that match and those above them
 * remain, all open.
 */
export function treeRows(roots: readonly TreeNode[], open: ReadonlySet<string>, typed: string): TreeRow[] {
  const filtering = typed.trim() !== '';
  const kept = filtering ? keepMatching(roots, typed) : roots;
  const rows: TreeRow[] = [];
  const walk = (nodes: readonly TreeNode[], level: number, parentId: string | null) => {
    for (const [index, node] of nodes.entries()) {
      const isOpen = node.children.length > 0 && (filtering || open.has(node.id));
      rows.push({ node, level, parentId, position: index + 1, siblings: nodes.length, open: isOpen });
      if (isOpen) walk(node.children, level + 1, node.id);
    }
  };
  walk(kept, 1, null);
  return rows;
}

function keepMatching(nodes: readonly TreeNode[], typed: string): TreeNode[] {
  return nodes.flatMap((node) => {
    const children = keepMatching(node.children, typed);
    const found = children.length > 0 || matches(`${node.label} ${node.hint ?? ''}`, typed);
    return found ? [{ ...node, children }] : [];
  });
}

/** The ids from the top down to the parent of this node; empty when it is at the top or not there. */
export function idsAbove(roots: readonly TreeNode[], id: string): string[] {
  for (const node of roots) {
    if (node.children.some((child) => child.id === id)) return [node.id];
    const below = idsAbove(node.children, id);
    if (below.length > 0) return [node.id, ...below];
  }
  return [];
}
