import { bands } from './checks/band.ts';
import { derivedParts } from './checks/derived.ts';
import { groups } from './checks/group.ts';
import { blockSizes } from './checks/of.ts';
import { indices, means, percents } from './checks/percents.ts';
import { ranks } from './checks/rank.ts';
import { maxima, sums, trends } from './checks/sums.ts';
import type { Finding, Kind, Verdict } from './finding.ts';
import type { Published } from './published.ts';

/** In the order in which the findings of one unit are told. */
const CHECKS: readonly ((published: Published) => Iterable<Verdict>)[] = [
  sums,
  percents,
  maxima,
  groups,
  derivedParts,
  ranks,
  bands,
  means,
  blockSizes,
  indices,
  trends,
];

/** `judged` counts the comparisons that the figures allowed, whatever came of them. */
export type Checked = { readonly findings: readonly Finding[]; readonly judged: ReadonlyMap<Kind, number> };

/** Compares every figure of the table with the others: findings in the order of units, those of the table last. */
export function checkPublished(published: Published): Checked {
  const judged = new Map<Kind, number>();
  const found: { at: number | null; finding: Finding }[] = [];
  for (const check of CHECKS) {
    for (const { kind, at, disagreement } of check(published)) {
      judged.set(kind, (judged.get(kind) ?? 0) + 1);
      if (disagreement === undefined) continue;
      const unit = at === null ? null : (published.units[at]?.unit ?? null);
      found.push({ at, finding: { unit, kind, ...disagreement } });
    }
  }
  const place = (at: number | null) => at ?? published.units.length;
  const findings = found.toSorted((a, b) => place(a.at) - place(b.at)).map(({ finding }) => finding);
  return { findings, judged };
}
