import { type JsonObject, writeJson } from '../../../kernel/json.ts';
import type { Draft, DraftNode } from './draft.ts';

/** Two drafts joined; `clashes` counts the places that both changed, where mine is kept. */
export type Merged = { readonly draft: Draft; readonly clashes: number };

/**
 * What I and they changed since `base`, put together field by field, criteria found by their codes. Undefined when both
 * changed the tree itself, or when a code does not name one criterion.
 */
export function mergeDrafts(base: Draft, mine: Draft, theirs: Draft): Merged | undefined {
  const [was, my, their] = [base, mine, theirs].map(facesOf);
  if (was === undefined || my === undefined || their === undefined) return undefined;
  const iMoved = my.shape !== was.shape;
  if (iMoved && their.shape !== was.shape && their.shape !== my.shape) return undefined;
  const frame = iMoved ? mine : theirs;
  let clashes = lostIn(was, my, their);
  const join = (before: JsonObject, own: JsonObject, other: JsonObject): JsonObject => {
    const joined = joinFields(before, own, other);
    clashes += joined.clashes;
    return joined.fields;
  };
  const joinAll = (nodes: readonly DraftNode[]): DraftNode[] =>
    nodes.map((node) => {
      const code = String(node.fields.code);
      const [before, own, other] = [was, my, their].map(({ fields }) => fields.get(code));
      const known = before !== undefined && own !== undefined && other !== undefined;
      return {
        ...node,
        fields: known ? join(before, own, other) : node.fields,
        children: joinAll(node.children),
      };
    });
  const draft = { ...frame, head: join(base.head, mine.head, theirs.head), roots: joinAll(frame.roots) };
  return { draft, clashes };
}

type Faces = { readonly fields: ReadonlyMap<string, JsonObject>; readonly shape: string };

function facesOf(draft: Draft): Faces | undefined {
  const fields = new Map<string, JsonObject>();
  let unique = true;
  const visit = (node: DraftNode): string => {
    const code = String(node.fields.code);
    unique &&= !fields.has(code);
    fields.set(code, node.fields);
    return `${JSON.stringify(code)}(${node.children.map(visit).join(' ')})`;
  };
  const shape = draft.roots.map(visit).join(' ');
  return unique ? { fields, shape } : undefined;
}

/** Criteria that I took out and they changed. */
function lostIn(was: Faces, my: Faces, their: Faces): number {
  return [...was.fields].filter(([code, before]) => {
    const other = their.fields.get(code);
    return !my.fields.has(code) && other !== undefined && writeJson(other) !== writeJson(before);
  }).length;
}

function joinFields(
  before: JsonObject,
  own: JsonObject,
  other: JsonObject,
): { readonly fields: JsonObject; readonly clashes: number } {
  const fields: JsonObject = {};
  let clashes = 0;
  for (const key of new Set([...Object.keys(own), ...Object.keys(other)])) {
    const [was, mine, theirs] = [before, own, other].map((one) =>
      Object.hasOwn(one, key) ? one[key] : undefined,
    );
    const written = [was, mine, theirs].map((value) => (value === undefined ? '' : writeJson(value)));
    const iChanged = written[1] !== written[0];
    const theyChanged = written[2] !== written[0];
    if (iChanged && theyChanged && written[1] !== written[2]) clashes += 1;
    const kept = iChanged ? mine : theirs;
    if (kept !== undefined) fields[key] = kept;
  }
  return { fields, clashes };
}
