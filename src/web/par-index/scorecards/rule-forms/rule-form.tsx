import { Select } from '@mantine/core';
import { type ComponentType, useMemo } from 'react';
import type { Json } from '../../../../domain/kernel/json.ts';
import { printShortPoints, WholePoints } from '../../../../domain/kernel/number/points.ts';
import type { Rounding } from '../../../../domain/kernel/number/rounding.ts';
import { Rule, ruleFaults } from '../../../../domain/par-index/rules/rule.ts';
import { isObject } from '../../../../domain/par-index/scorecard/draft/draft.ts';
import {
  RULE_KINDS,
  type RuleKind,
  switchKind,
} from '../../../../domain/par-index/scorecard/draft/rule-kind.ts';
import type { Leaf } from '../../../../domain/par-index/scorecard/scorecard.ts';
import { ruleSentence as ruleEn } from '../../../../text/en/rules.ts';
import { matches } from '../../../../text/fold.ts';
import { printNumber } from '../../../../text/numbers.ts';
import { ruleSentence as ruleVi } from '../../../../text/vi/rules.ts';
import { useLanguage, useText } from '../../../ui/language.tsx';
import draftStyles from '../draft-fields/draft-fields.module.css';
import { useFaultAt } from '../draft-fields/faults-here.ts';
import type { Spot } from '../draft-fields/spot.ts';
import { AllOfForm, ChoiceForm, DeadlineForm, GivenForm } from './answer-forms.tsx';
import { DeductForm, PerCountForm, PercentOffForm, ViolationsForm } from './count-forms.tsx';
import { FormulaForm } from './formula-form.tsx';
import styles from './rule-forms.module.css';
import { SurveyForm } from './survey-form.tsx';
import { TryRule } from './try-rule.tsx';
import { BaseStepForm, ProportionalForm, RelativeForm, ShortfallForm, TiersForm } from './value-forms.tsx';

const FORMS: Record<RuleKind, ComponentType<{ readonly spot: Spot }>> = {
  choice: ChoiceForm,
  all_of: AllOfForm,
  tiers: TiersForm,
  proportional: ProportionalForm,
  shortfall: ShortfallForm,
  base_step: BaseStepForm,
  relative: RelativeForm,
  deduct: DeductForm,
  per_count: PerCountForm,
  percent_off: PercentOffForm,
  violations: ViolationsForm,
  deadline: DeadlineForm,
  survey: SurveyForm,
  given: GivenForm,
  formula: FormulaForm,
};

/** What of the leaf and of the scorecard a rule is judged by. */
export type Judging = {
  readonly max: Json | undefined;
  readonly bonus: boolean;
  readonly rounding: Rounding;
};

type RuleFormProps = { readonly spot: Spot; readonly judging: Judging };

/** How a leaf earns its points: the kind, the fields of that kind, the rule read out and tried. */
export function RuleForm({ spot, judging }: RuleFormProps) {
  const kind = kindOf(spot.value);
  const Form = kind === undefined ? undefined : FORMS[kind];
  return (
    <div className={draftStyles.stack}>
      <KindField spot={spot} kind={kind} max={judging.max ?? ''} />
      {Form !== undefined && <Form spot={spot} />}
      {kind !== undefined && <RuleReading key={kind} rule={spot.value} judging={judging} />}
    </div>
  );
}

export function kindOf(rule: Json | undefined): RuleKind | undefined {
  const kind = isObject(rule) ? rule.kind : undefined;
  return RULE_KINDS.find((one) => one === kind);
}

type KindFieldProps = { readonly spot: Spot; readonly kind: RuleKind | undefined; readonly max: Json };

function KindField({ spot, kind, max }: KindFieldProps) {
  const { ruleForms, shell } = useText();
  const at = useFaultAt([...spot.path, 'kind']);
  return (
    <Select
      {...at}
      label={ruleForms.kind}
      placeholder={ruleForms.chooseKind}
      description={kind === undefined ? undefined : ruleForms.about[kind]}
      inputWrapperOrder={['label', 'input', 'description', 'error']}
      data={RULE_KINDS.map((value) => ({ value, label: ruleForms.kinds[value] }))}
      value={kind ?? null}
      allowDeselect={false}
      searchable
      openOnFocus={false}
      maxDropdownHeight={420}
      nothingFoundMessage={shell.searchNothing}
      filter={({ options, search }) =>
        options.filter((option) => 'value' in option && matches(option.label, search))
      }
      renderOption={({ option }) => {
        const one = RULE_KINDS.find((value) => value === option.value);
        return (
          <div>
            <div>{option.label}</div>
            {one !== undefined && <div className={styles.about}>{ruleForms.about[one]}</div>}
          </div>
        );
      }}
      onChange={(value) => {
        const next = RULE_KINDS.find((one) => one === value);
        if (next !== undefined) spot.put(switchKind(spot.value, next, max));
      }}
    />
  );
}

/** The rule as a sentence and a figure tried on it, as soon as it has no fault. */
function RuleReading({ rule, judging }: { readonly rule: Json | undefined; readonly judging: Judging }) {
  const { text, language } = useLanguage();
  const { ruleForms } = text;
  const leaf = useMemo(() => leafOf(rule, judging), [rule, judging]);
  return (
    <section className={styles.reading} aria-label={ruleForms.sentence}>
      {leaf === undefined ? (
        <p className={styles.about}>{ruleForms.sentenceWaits}</p>
      ) : (
        <>
          {{ vi: ruleVi, en: ruleEn }
            [language](leaf.rule, printNumber(printShortPoints(leaf.max), language))
            .split('; ')
            .map((step) => (
              <p key={step}>{step}</p>
            ))}
          <TryRule leaf={leaf} rounding={judging.rounding} />
        </>
      )}
    </section>
  );
}

/** A leaf of its own around the rule; undefined while either is at fault. */
function leafOf(written: Json | undefined, { max, bonus, rounding }: Judging): Leaf | undefined {
  const rule = Rule.safeParse(written).data;
  const most = WholePoints.safeParse(max).data;
  if (rule === undefined || most === undefined) return undefined;
  const place = { path: [], max: most, bonus, decimals: rounding.decimals };
  if (!ruleFaults(rule, place).next().done) return undefined;
  return {
    type: 'leaf',
    position: 0,
    code: '',
    name: '',
    max: most,
    notFor: [],
    prints: true,
    office: undefined,
    evidence: undefined,
    part: bonus ? 'bonus' : 'appraised',
    nothingArose: undefined,
    rule,
    variants: [],
  };
}
