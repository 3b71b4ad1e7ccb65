import { greatest, type Ratio, sum, ZERO } from '../../kernel/number/ratio.ts';
import type { UnitFigures } from '../figures/figures.ts';
import type { Rule } from '../rules/rule.ts';
import { type Reference, referenceTo } from '../rules/value/relative.ts';
import { type Leaf, ruleFor, type Scorecard } from '../scorecard/scorecard.ts';

/** The block's best or mean for each `relative` rule; what-if for one unit holds it fixed. */
export type References = ReadonlyMap<Rule, Reference>;

/** Leaves whose points depend on what others reached. */
export function relativeLeaves(scorecard: Scorecard): Leaf[] {
  return scorecard.nodes.flatMap((node) =>
    node.type === 'leaf' && [node.rule, ...node.variants.map(({ rule }) => rule)].some(isRelative)
      ? [node]
      : [],
  );
}

/** Over the units that the same rule judges and that have a value for it; one switched off was given none. */
export function references(scorecard: Scorecard, units: readonly UnitFigures[]): References {
  const leaves = relativeLeaves(scorecard);
  const values = new Map<Rule, Ratio[]>();
  if (leaves.length === 0) return new Map();
  for (const unit of units) {
    for (const leaf of leaves) {
      const [rule, input] = [ruleFor(leaf, unit), unit.inputs[leaf.position]];
      if (!isRelative(rule) || input?.kind !== 'value') continue;
      const list = values.get(rule);
      if (list === undefined) values.set(rule, [input.v]);
      else list.push(input.v);
    }
  }
  return new Map([...values].map(([rule, list]) => [rule, referenceTo(referenceOf(rule, list))]));
}

/** Whether every rule is measured against the same as before, written alike; then nobody's points move but one's own. */
export function sameReferences(before: References, after: References): boolean {
  return (
    before.size === after.size &&
    [...before].every(([rule, { exact }]) => {
      const now = after.get(rule)?.exact;
      return now !== undefined && now.n === exact.n && now.d === exact.d;
    })
  );
}

function isRelative(rule: Rule): boolean {
  return rule.kind === 'relative';
}

function referenceOf(rule: Rule, values: readonly Ratio[]): Ratio {
  if (rule.kind !== 'relative' || values.length === 0) return ZERO;
  if (rule.to === 'best') return values.reduce(greatest);
  const total = sum(values);
  return { n: total.n, d: total.d * BigInt(values.length) };
}
