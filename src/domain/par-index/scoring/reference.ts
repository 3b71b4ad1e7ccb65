import { greatest, type Ratio, sum, ZERO } from '../../kernel/number/ratio.ts';
import type { UnitFigures } from '../figures/figures.ts';
import type { Rule } from '../rules/rule.ts';
import { type Reference, referenceTo } from '../rules/value/relative.ts';
import { ruleFor, type Scorecard } from '../scorecard/scorecard.ts';

/** The block's best or mean for each `relative` rule; what-if for one unit holds it fixed. */
export type References = ReadonlyMap<Rule, Reference>;

/** Over the units that the same rule judges and that have a value for it; one switched off was given none. */
export function references(scorecard: Scorecard, units: readonly UnitFigures[]): References {
  const leaves = scorecard.nodes.filter(
    (node) => node.type === 'leaf' && [node.rule, ...node.variants.map(({ rule }) => rule)].some(isRelative),
  );
  const values = new Map<Rule, Ratio[]>();
  if (leaves.length === 0) return new Map();
  for (const unit of units) {
    for (const leaf of leaves) {
      if (leaf.type !== 'leaf') continue;
      const [rule, input] = [ruleFor(leaf, unit), unit.inputs[leaf.position]];
      if (!isRelative(rule) || input?.kind !== 'value') continue;
      values.set(rule, [...(values.get(rule) ?? []), input.v]);
    }
  }
  return new Map([...values].map(([rule, list]) => [rule, referenceTo(referenceOf(rule, list))]));
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
