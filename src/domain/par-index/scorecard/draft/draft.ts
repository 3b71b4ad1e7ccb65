import type { Step } from '../../../kernel/fault.ts';
import { type Json, type JsonObject, writeJson } from '../../../kernel/json.ts';

/** A criterion under work. `fields` are written as they stand, right or wrong; without children it is a leaf. */
export type DraftNode = {
  /** Stays with the criterion wherever it moves and whatever it is called. */
  readonly id: number;
  readonly fields: JsonObject;
  readonly children: readonly DraftNode[];
};

/**
 * A scorecard document under work: everything but the criteria, and the tree. It may be illegal; what is wrong is told
 * by `readScorecard` on `writeDraft`. Operations give a new draft and leave the old one as it is.
 */
export type Draft = {
  readonly head: JsonObject;
  readonly roots: readonly DraftNode[];
  readonly next: number;
};

/** Stands for what belongs to the scorecard as a whole. */
export const HEAD = 0;

/** What only a leaf has; a leaf that is given children keeps it, unwritten, until they are gone. */
const OF_LEAF = new Set(['rule', 'part', 'nothing_arose', 'variants']);
const OF_GROUP = new Set(['combine']);

export function isObject(value: Json | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The draft of a document; undefined when it has not the shape of a tree of criteria. */
export function readDraft(document: Json): Draft | undefined {
  if (!isObject(document)) return undefined;
  const { criteria, ...head } = document;
  let next = HEAD + 1;
  const read = (raw: Json): DraftNode | undefined => {
    if (!isObject(raw) || ('children' in raw && 'rule' in raw)) return undefined;
    const { children: below = [], ...fields } = raw;
    const id = next++;
    const children = readAll(below);
    return children && { id, fields, children };
  };
  const readAll = (raws: Json): DraftNode[] | undefined => {
    if (!Array.isArray(raws)) return undefined;
    const nodes = raws.map(read).filter((node) => node !== undefined);
    return nodes.length === raws.length ? nodes : undefined;
  };
  const roots = readAll(criteria ?? []);
  return roots && { head, roots, next };
}

/** The document that the draft stands for. */
export function writeDraft({ head, roots }: Draft): JsonObject {
  return { ...head, criteria: roots.map(writeNode) };
}

/** What was written of a criterion stays the same object while the criterion does, so that it is judged and printed once. */
const written = new WeakMap<DraftNode, JsonObject>();

function writeNode(node: DraftNode): JsonObject {
  const known = written.get(node);
  if (known !== undefined) return known;
  const { fields, children } = node;
  const foreign = children.length > 0 ? OF_LEAF : OF_GROUP;
  const own = Object.fromEntries(Object.entries(fields).filter(([key]) => !foreign.has(key)));
  const fresh = children.length > 0 ? { ...own, children: children.map(writeNode) } : own;
  written.set(node, fresh);
  return fresh;
}

const LINE = 110;

/** What does not fit on a line, as it was printed last and how far in. */
const printed = new WeakMap<object, { readonly indent: string; readonly text: string }>();

/** The document as text for people: what fits on a line stands on one. */
export function printDocument(value: Json, indent = ''): string {
  if (typeof value !== 'object' || value === null) return writeJson(value);
  const known = printed.get(value);
  if (known?.indent === indent) return known.text;
  const flat = onOneLine(value, LINE - indent.length);
  if (flat !== undefined) return flat;
  const text = onManyLines(value, indent);
  printed.set(value, { indent, text });
  return text;
}

function onManyLines(value: JsonObject | readonly Json[], indent: string): string {
  const deeper = `${indent}  `;
  if (Array.isArray(value)) {
    return `[\n${value.map((item) => deeper + printDocument(item, deeper)).join(',\n')}\n${indent}]`;
  }
  const members = Object.entries(value).map(
    ([key, member]) => `${deeper}${JSON.stringify(key)}: ${printDocument(member, deeper)}`,
  );
  return `{\n${members.join(',\n')}\n${indent}}`;
}

/** As `writeJson` writes it; undefined as soon as it is longer than there is room for. */
function onOneLine(value: Json, room: number): string | undefined {
  if (typeof value !== 'object' || value === null) {
    const flat = writeJson(value);
    return flat.length > room ? undefined : flat;
  }
  const parts: string[] = [];
  let left = room - 2;
  const members = Array.isArray(value) ? value.entries() : Object.entries(value);
  for (const [key, member] of members) {
    const name = typeof key === 'number' ? '' : `${JSON.stringify(key)}: `;
    const flat = onOneLine(member, left - name.length);
    if (flat === undefined) return undefined;
    parts.push(name + flat);
    left -= name.length + flat.length + 2;
  }
  const flat = Array.isArray(value)
    ? `[${parts.join(', ')}]`
    : parts.length === 0
      ? '{}'
      : `{ ${parts.join(', ')} }`;
  return flat.length > room ? undefined : flat;
}

/** The criterion in which a path of the written document lies, and the way on from there. */
export function placeOf(draft: Draft, path: readonly Step[]): { id: number; rest: readonly Step[] } {
  let id = HEAD;
  let nodes = draft.roots;
  let at = 0;
  while (path[at] === (at === 0 ? 'criteria' : 'children')) {
    const position = path[at + 1];
    const node = typeof position === 'number' ? nodes[position] : undefined;
    if (node === undefined) break;
    id = node.id;
    nodes = node.children;
    at += 2;
  }
  return { id, rest: path.slice(at) };
}
