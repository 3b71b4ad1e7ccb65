import type { Scorecard } from '../scorecard/scorecard.ts';

/**
 * Tags that mean something here: those that the scorecard names besides kinds of unit, and those that units have. What
 * a scorecard names is a kind when it is one of its block or the kind of a unit.
 */
export function knownTags(
  { nodes, block = [] }: Pick<Scorecard, 'nodes' | 'block'>,
  units: readonly { readonly kind: string; readonly tags: readonly string[] }[],
): string[] {
  const kinds = new Set([...block, ...units.map(({ kind }) => kind)]);
  const named = nodes.flatMap((node) => [
    ...node.notFor,
    ...(node.type === 'leaf' ? node.variants.flatMap((variant) => variant.for) : []),
  ]);
  const tags = [...named.filter((name) => !kinds.has(name)), ...units.flatMap((unit) => unit.tags)];
  return [...new Set(tags)].sort();
}
