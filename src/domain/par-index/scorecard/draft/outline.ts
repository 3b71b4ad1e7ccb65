import type { JsonObject } from '../../../kernel/json.ts';
import { freeCode } from './codes.ts';
import { type Draft, type DraftNode, HEAD } from './draft.ts';

/** A draft and the criterion on which the work goes on. */
export type Moment = { readonly draft: Draft; readonly current: number };

/** Positions from the top down to the criterion; undefined when it is not in the draft. */
function wayTo(nodes: readonly DraftNode[], id: number): readonly number[] | undefined {
  for (const [position, node] of nodes.entries()) {
    if (node.id === id) return [position];
    const below = wayTo(node.children, id);
    if (below !== undefined) return [position, ...below];
  }
  return undefined;
}

function nodeAt(nodes: readonly DraftNode[], [first, ...rest]: readonly number[]): DraftNode | undefined {
  const node = first === undefined ? undefined : nodes[first];
  return node === undefined || rest.length === 0 ? node : nodeAt(node.children, rest);
}

export function nodeOf(draft: Draft, id: number): DraftNode | undefined {
  return nodeAt(draft.roots, wayTo(draft.roots, id) ?? []);
}

type Change = (siblings: readonly DraftNode[]) => readonly DraftNode[];

/** The tree with the list below `way` changed; the empty way is the list of roots. */
function changeBelow(
  nodes: readonly DraftNode[],
  [first, ...rest]: readonly number[],
  change: Change,
): readonly DraftNode[] {
  if (first === undefined) return change(nodes);
  return nodes.map((node, position) =>
    position === first ? { ...node, children: changeBelow(node.children, rest, change) } : node,
  );
}

/** The draft with the fields of one criterion, or of its head, changed. */
export function changeFields(draft: Draft, id: number, change: (fields: JsonObject) => JsonObject): Draft {
  if (id === HEAD) return { ...draft, head: change(draft.head) };
  const way = wayTo(draft.roots, id);
  if (way === undefined) return draft;
  const last = way.at(-1);
  const roots = changeBelow(draft.roots, way.slice(0, -1), (siblings) =>
    siblings.map((node, at) => (at === last ? { ...node, fields: change(node.fields) } : node)),
  );
  return { ...draft, roots };
}

/** A new criterion after this one, on its level; after the head, before all others. */
export function addAfter(draft: Draft, id: number): Moment {
  const way = wayTo(draft.roots, id) ?? [-1];
  return insert(draft, way.slice(0, -1), (way.at(-1) ?? -1) + 1);
}

/** A new criterion, the last below this one. The first below a leaf takes over its maximum. */
export function addBelow(draft: Draft, id: number): Moment {
  const way = wayTo(draft.roots, id) ?? [];
  const parent = nodeAt(draft.roots, way);
  const siblings = parent?.children ?? draft.roots;
  const first = parent !== undefined && siblings.length === 0;
  return insert(draft, way, siblings.length, first ? parent.fields.max : undefined);
}

function insert(
  draft: Draft,
  parentWay: readonly number[],
  position: number,
  max: JsonObject[string] = '0',
): Moment {
  const parent = nodeAt(draft.roots, parentWay);
  const siblings = parent?.children ?? draft.roots;
  const code = freeCode(draft, siblings, parent);
  const node: DraftNode = { id: draft.next, fields: { code, name: '', max }, children: [] };
  const roots = changeBelow(draft.roots, parentWay, (list) => list.toSpliced(position, 0, node));
  return { draft: { ...draft, roots, next: draft.next + 1 }, current: node.id };
}

/** Without the criterion and everything below it; the work goes on beside it, else above it. */
export function remove(draft: Draft, id: number): Moment {
  const way = wayTo(draft.roots, id);
  if (way === undefined) return { draft, current: id };
  const [above, position] = [way.slice(0, -1), way.at(-1) ?? 0];
  const parent = nodeAt(draft.roots, above);
  const siblings = parent?.children ?? draft.roots;
  const beside = siblings[position + 1] ?? siblings[position - 1] ?? parent;
  const roots = changeBelow(draft.roots, above, (list) => list.toSpliced(position, 1));
  return { draft: { ...draft, roots }, current: beside?.id ?? HEAD };
}

/** The ways a criterion can be moved: among its siblings, below the one before it, out to its parent's level. */
export type Move = 'up' | 'down' | 'in' | 'out';

export function mayMove(draft: Draft, id: number): Record<Move, boolean> {
  const way = wayTo(draft.roots, id) ?? [];
  const position = way.at(-1);
  const siblings = nodeAt(draft.roots, way.slice(0, -1))?.children ?? draft.roots;
  return {
    up: position !== undefined && position > 0,
    down: position !== undefined && position < siblings.length - 1,
    in: position !== undefined && position > 0,
    out: way.length > 1,
  };
}

/** Moved with everything below it; codes and maxima stay as they are. A move that cannot be made changes nothing. */
export function move(draft: Draft, id: number, by: Move): Draft {
  const way = wayTo(draft.roots, id);
  const node = nodeAt(draft.roots, way ?? []);
  if (way === undefined || node === undefined || !mayMove(draft, id)[by]) return draft;
  const [above, position] = [way.slice(0, -1), way.at(-1) ?? 0];
  const without = changeBelow(draft.roots, above, (list) => list.toSpliced(position, 1));
  const put = (target: readonly number[], at: number) => ({
    ...draft,
    roots: changeBelow(without, target, (list) => list.toSpliced(at, 0, node)),
  });
  switch (by) {
    case 'up':
      return put(above, position - 1);
    case 'down':
      return put(above, position + 1);
    case 'in':
      return put([...above, position - 1], Number.MAX_SAFE_INTEGER);
    case 'out':
      return put(above.slice(0, -1), (above.at(-1) ?? 0) + 1);
  }
}
