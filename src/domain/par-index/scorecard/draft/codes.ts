import type { Json, JsonObject } from '../../../kernel/json.ts';
import { type Draft, type DraftNode, HEAD, isObject } from './draft.ts';

/** Codes as they are written, each as often as it occurs. */
function* codesOf(nodes: readonly DraftNode[]): Generator<Json | undefined> {
  for (const { fields, children } of nodes) {
    yield fields.code;
    yield* codesOf(children);
  }
}

/** A code that nothing has yet: the last sibling's counted on, else the first below the parent's. */
export function freeCode(
  draft: Draft,
  siblings: readonly DraftNode[],
  parent: DraftNode | undefined,
): string {
  const taken = new Set(codesOf(draft.roots));
  const last = siblings.at(-1)?.fields.code;
  const counted = typeof last === 'string' ? /^(.*?)(\d+)$/.exec(last) : null;
  const above = parent?.fields.code;
  const stem = counted?.[1] ?? (typeof above === 'string' && above !== '' ? `${above}.` : '');
  let number = Number(counted?.[2] ?? 0) + 1;
  while (taken.has(`${stem}${number}`)) number += 1;
  return `${stem}${number}`;
}

/** Gives a criterion its code; what names it by the old one follows, where that is plain. */
export function setCode(draft: Draft, id: number, code: string): Draft {
  const codes = [...codesOf(draft.roots)];
  let old: Json | undefined;
  const roots = changeEach(draft.roots, (node) => {
    if (node.id !== id) return node;
    old = node.fields.code;
    return { ...node, fields: { ...node.fields, code } };
  });
  const plain = codes.filter((one) => one === old).length === 1 && code !== '' && !codes.includes(code);
  if (typeof old !== 'string' || !plain) return { ...draft, roots };
  return { ...draft, roots, head: renamed(draft.head, new Map([[old, code]])) };
}

/**
 * Counts anew: everything below the criterion as its code and `.1`, `.2` …; below the head from `1`. Tie-breaks and
 * conditions of bands follow.
 */
export function renumber(draft: Draft, id: number): Draft {
  const names = new Map<string, string>();
  const number = (nodes: readonly DraftNode[], stem: string): DraftNode[] =>
    nodes.map((node, position) => {
      const code = `${stem}${position + 1}`;
      const { code: old } = node.fields;
      if (typeof old === 'string') names.set(old, code);
      return { ...node, fields: { ...node.fields, code }, children: number(node.children, `${code}.`) };
    });
  const roots =
    id === HEAD
      ? number(draft.roots, '')
      : changeEach(draft.roots, (node) =>
          node.id === id
            ? { ...node, children: number(node.children, `${String(node.fields.code)}.`) }
            : node,
        );
  return { ...draft, roots, head: renamed(draft.head, names) };
}

function changeEach(nodes: readonly DraftNode[], change: (node: DraftNode) => DraftNode): DraftNode[] {
  return nodes.map((node) => {
    const changed = change(node);
    return changed === node ? { ...node, children: changeEach(node.children, change) } : changed;
  });
}

function renamed(head: JsonObject, names: ReadonlyMap<string, string>): JsonObject {
  const name = (code: Json): Json => (typeof code === 'string' ? (names.get(code) ?? code) : code);
  const { ranking, bands } = head;
  const changed = { ...head };
  if (isObject(ranking) && Array.isArray(ranking.then)) {
    changed.ranking = { ...ranking, then: ranking.then.map(name) };
  }
  if (Array.isArray(bands)) {
    changed.bands = bands.map((band) =>
      isObject(band) && Array.isArray(band.needs)
        ? {
            ...band,
            needs: band.needs.map((need) =>
              isObject(need) && need.code !== undefined ? { ...need, code: name(need.code) } : need,
            ),
          }
        : band,
    );
  }
  return changed;
}
