import { printShortPoints } from '../../../domain/kernel/number/points.ts';
import type { Rule } from '../../../domain/par-index/rules/rule.ts';
import type { Criterion, Scorecard } from '../../../domain/par-index/scorecard/scorecard.ts';
import { ruleSentence as ruleEn } from '../../../text/en/rules.ts';
import { printNumber } from '../../../text/numbers.ts';
import { ruleSentence as ruleVi } from '../../../text/vi/rules.ts';
import { Facts } from '../../ui/facts.tsx';
import { useLanguage } from '../../ui/language.tsx';
import { useKindNames } from '../kind-names.ts';
import { TryRule } from './rule-forms/try-rule.tsx';
import styles from './scorecards.module.css';

type CriterionPaneProps = { readonly scorecard: Scorecard; readonly criterion: Criterion };

/** One criterion: its maximum, its rule as a sentence, what proves it and who answers for it. */
export function CriterionPane({ scorecard, criterion }: CriterionPaneProps) {
  const { text, language } = useLanguage();
  const { parIndex } = text;
  const kinds = useKindNames();
  const max = printNumber(printShortPoints(criterion.max), language);
  const leaf = criterion.type === 'leaf' ? criterion : undefined;
  const say = (rule: Rule) => <Sentences sentence={{ vi: ruleVi, en: ruleEn }[language](rule, max)} />;
  const below = criterion.type === 'group' ? criterion.combine : undefined;
  return (
    <section aria-label={criterion.name} aria-live="polite">
      <h2>
        {criterion.code}. {criterion.name}
      </h2>
      <Facts
        facts={[
          [parIndex.max, max],
          leaf && [parIndex.part, parIndex.parts[leaf.part]],
          leaf && [parIndex.rule, say(leaf.rule)],
          below && [parIndex.rule, below === 'best' ? parIndex.combineBest : parIndex.combineSum],
          ...(leaf?.variants ?? []).map(
            ({ for: list, rule }) => [parIndex.ruleFor(kinds(list)), say(rule)] as const,
          ),
          leaf?.nothingArose && [parIndex.nothingArose, parIndex.nothingAroseWays[leaf.nothingArose]],
          criterion.notFor.length > 0 ? [parIndex.notFor, kinds(criterion.notFor)] : undefined,
          criterion.evidence === undefined ? undefined : [parIndex.evidence, criterion.evidence],
          criterion.office === undefined
            ? undefined
            : [parIndex.office, parIndex.offices[criterion.office] ?? criterion.office],
        ]}
      />
      {leaf !== undefined && <TryRule key={leaf.code} leaf={leaf} rounding={scorecard.rounding.leaf} />}
    </section>
  );
}

/** The steps of a rule, one a line. */
function Sentences({ sentence }: { readonly sentence: string }) {
  return sentence.split('; ').map((step) => (
    <p key={step} className={styles.sentence}>
      {step}
    </p>
  ));
}
