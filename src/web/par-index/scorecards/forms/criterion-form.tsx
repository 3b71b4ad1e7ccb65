import { Button, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { Json } from '../../../../domain/kernel/json.ts';
import { Rounding } from '../../../../domain/kernel/number/rounding.ts';
import { setCode } from '../../../../domain/par-index/scorecard/draft/codes.ts';
import { type DraftNode, HEAD, isObject } from '../../../../domain/par-index/scorecard/draft/draft.ts';
import { changeFields } from '../../../../domain/par-index/scorecard/draft/outline.ts';
import { sumBelow, takeSum } from '../../../../domain/par-index/scorecard/draft/sums.ts';
import { printNumber } from '../../../../text/numbers.ts';
import { useLanguage, useText } from '../../../ui/language.tsx';
import styles from '../draft-fields/draft-fields.module.css';
import { atOf, useFaultAt } from '../draft-fields/faults-here.ts';
import { RowsField } from '../draft-fields/rows-field.tsx';
import { below, type Spot } from '../draft-fields/spot.ts';
import { CheckField, FewField, KindsField, NumberField, TextField } from '../draft-fields/spot-fields.tsx';
import type { DraftForm } from '../editor/use-draft-editor.ts';
import { type Judging, RuleForm } from '../rule-forms/rule-form.tsx';

type CriterionFormProps = { readonly editing: DraftForm; readonly node: DraftNode };

/** Everything about one criterion: what it is called, what it can earn, how, and what proves it. */
export function CriterionForm({ editing, node }: CriterionFormProps) {
  const { ruleForms, scorecardEditor: words } = useText();
  const { draft, change } = editing;
  const { id, fields } = node;
  const spot: Spot = {
    value: fields,
    path: [],
    put: (value, touched = []) => {
      if (isObject(value))
        change(
          changeFields(draft, id, () => value),
          `${id}.${atOf(touched)}`,
        );
    },
  };
  const group = node.children.length > 0;
  return (
    <div className={styles.stack}>
      <div className={styles.codeAndMax}>
        <CodeField key={`${id}.${String(fields.code)}`} editing={editing} node={node} />
        <NumberField spot={below(spot, 'max')} label={words.max} unit={ruleForms.pointsMark} />
      </div>
      <SumLine editing={editing} id={id} />
      <TextField spot={below(spot, 'name')} label={words.name} long />
      {group ? (
        <FewField
          spot={below(spot, 'combine')}
          label={words.combine}
          choices={words.combines}
          absent={words.combineSum}
        />
      ) : (
        <LeafFields spot={spot} rounding={draft.head.rounding} />
      )}
      <ProofFields spot={spot} />
    </div>
  );
}

/** A code counts once the field is left, so that what names the criterion by it can follow. */
function CodeField({ editing, node }: CriterionFormProps) {
  const { scorecardEditor: words } = useText();
  const at = useFaultAt(['code']);
  const own = String(node.fields.code ?? '');
  const [typed, setTyped] = useState(own);
  const leave = () => {
    if (typed.trim() !== own) editing.change(setCode(editing.draft, node.id, typed.trim()));
  };
  return (
    <TextInput
      {...at}
      label={words.code}
      value={typed}
      onChange={(event) => setTyped(event.currentTarget.value)}
      onBlur={leave}
      onKeyDown={(event) => event.key === 'Enter' && leave()}
    />
  );
}

/** What the maxima below add up to, where it differs, and the way to take it over. */
export function SumLine({ editing, id }: { readonly editing: DraftForm; readonly id: number }) {
  const { text, language } = useLanguage();
  const { scorecardEditor: words } = text;
  const sum = sumBelow(editing.draft, id);
  if (sum === undefined || sum.order === 'equal') return null;
  const difference = printNumber(sum.difference, language);
  const said = words.sum(printNumber(sum.sum, language), printNumber(sum.written, language));
  const gap = sum.order === 'above' ? words.sumOver(difference) : words.sumUnder(difference);
  return (
    <div className={styles.sum} role="status">
      <span>
        {said} ({gap})
      </span>
      <Button
        variant="default"
        size="compact-sm"
        onClick={(event) => {
          const field = `[data-at="${id === HEAD ? 'total' : 'max'}"]`;
          event.currentTarget.closest('section')?.querySelector<HTMLElement>(field)?.focus();
          editing.change(takeSum(editing.draft, id));
        }}
      >
        {words.takeSum}
      </Button>
    </div>
  );
}

function LeafFields({ spot, rounding }: { readonly spot: Spot; readonly rounding: Json | undefined }) {
  const { scorecardEditor: words } = useText();
  const bonus = below(spot, 'part').value === 'bonus';
  const judging: Judging = { max: below(spot, 'max').value, bonus, rounding: leafRounding(rounding) };
  return (
    <>
      <RuleForm spot={below(spot, 'rule')} judging={judging} />
      <RowsField
        spot={below(spot, 'variants')}
        label={words.variants}
        hint={words.variantsLead}
        rowName={words.variant}
        add={words.addVariant}
        begun={{ for: [] }}
        optional
      >
        {(row) => (
          <div className={styles.stack}>
            <KindsField spot={below(row, 'for')} label={words.variantFor} kept />
            <RuleForm spot={below(row, 'rule')} judging={judging} />
          </div>
        )}
      </RowsField>
      <div className={styles.pair}>
        <FewField
          spot={below(spot, 'part')}
          label={words.part}
          choices={words.parts}
          absent={words.partUsual}
        />
        <FewField
          spot={below(spot, 'nothing_arose')}
          label={words.nothingArose}
          choices={words.nothingAroseWays}
          absent={words.nothingAroseSilent}
        />
      </div>
    </>
  );
}

function leafRounding(rounding: Json | undefined): Rounding {
  const leaf = isObject(rounding) ? rounding.leaf : undefined;
  return Rounding.safeParse(leaf).data ?? { decimals: 2, mode: 'half_up' };
}

function ProofFields({ spot }: { readonly spot: Spot }) {
  const { scorecardEditor: words } = useText();
  const prints = below(spot, 'prints');
  return (
    <fieldset className={styles.part}>
      <legend>{words.proof}</legend>
      <div className={styles.stack}>
        <TextField spot={below(spot, 'evidence')} label={words.evidence} long optional />
        <TextField spot={below(spot, 'office')} label={words.office} optional />
        <KindsField spot={below(spot, 'not_for')} label={words.notFor} />
        <CheckField
          spot={prints}
          label={words.hidden}
          checked={prints.value === false}
          on={false}
          off={undefined}
        />
      </div>
    </fieldset>
  );
}
