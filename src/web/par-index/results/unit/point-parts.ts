import type { ResultNode } from '../../../../domain/par-index/campaign/result.ts';
import type { PointPart } from '../../../ui/charts/point-bar.tsx';

type Node = Pick<ResultNode, 'code' | 'points' | 'applicable' | 'state' | 'leaf' | 'depth'>;

/** Thousandths of a point out of the printed form, so that lengths add up exactly. */
export function thousandths(written: string): number {
  const negative = written.startsWith('-');
  const [whole = '0', fraction = ''] = written.replace('-', '').split('.');
  const value = Number(whole) * 1000 + Number(fraction.padEnd(3, '0').slice(0, 3));
  return negative ? -value : value;
}

/**
 * What became of the points of a criterion: earned, lost, and not known because no figure is there. What is below it
 * follows it in tree order, deeper than itself; a missing alternative takes no more than is left.
 */
export function partsOf(nodes: readonly Node[], position: number): PointPart[] {
  const node = nodes[position];
  if (node === undefined) return [];
  const safe = Math.max(0, thousandths(node.points));
  const rest = Math.max(0, thousandths(node.applicable) - safe);
  const unknown = Math.min(rest, unknownBelow(nodes, position));
  return [
    { state: 'safe', amount: safe },
    { state: 'lost', amount: rest - unknown },
    { state: 'unknown', amount: unknown },
  ];
}

function unknownBelow(nodes: readonly Node[], position: number): number {
  const node = nodes[position];
  if (node === undefined) return 0;
  if (node.state === 'missing') return thousandths(node.applicable);
  let unknown = 0;
  for (const below of nodes.slice(position + 1)) {
    if (below.depth <= node.depth) break;
    if (below.leaf && below.state === 'missing') unknown += thousandths(below.applicable);
  }
  return unknown;
}

/** The same for the whole unit, out of its roots. */
export function partsOfUnit(nodes: readonly Node[], points: string, applicable: string): PointPart[] {
  const safe = Math.max(0, thousandths(points));
  const rest = Math.max(0, thousandths(applicable) - safe);
  const missing = nodes
    .map((node, position) => (node.depth === 0 ? position : -1))
    .filter((position) => position >= 0)
    .reduce((sum, position) => sum + (partsOf(nodes, position).find(isUnknown)?.amount ?? 0), 0);
  const unknown = Math.min(rest, missing);
  return [
    { state: 'safe', amount: safe },
    { state: 'lost', amount: rest - unknown },
    { state: 'unknown', amount: unknown },
  ];
}

function isUnknown({ state }: PointPart): boolean {
  return state === 'unknown';
}
