import { NativeSelect } from '@mantine/core';
import type { Json } from '../../../../domain/kernel/json.ts';
import { isObject } from '../../../../domain/par-index/scorecard/draft/draft.ts';
import { useText } from '../../../ui/language.tsx';
import { RowsField } from '../draft-fields/rows-field.tsx';
import { below, type Spot } from '../draft-fields/spot.ts';
import { TextField } from '../draft-fields/spot-fields.tsx';
import { freeId } from './count-forms.tsx';

type FormProps = { readonly spot: Spot };

/** Named variables, and a formula for each case. */
export function FormulaForm({ spot }: FormProps) {
  const { ruleForms } = useText();
  const branches = below(spot, 'branches');
  return (
    <>
      <RowsField
        spot={below(spot, 'variables')}
        label={ruleForms.variables}
        rowName={ruleForms.variable}
        add={ruleForms.addVariable}
        begun=""
        columns="minmax(0, 1fr) minmax(0, 1fr)"
      >
        {(row) => <VariableFields spot={row} />}
      </RowsField>
      <RowsField
        spot={branches}
        label={ruleForms.branches}
        hint={ruleForms.formulaHint}
        rowName={ruleForms.branch}
        add={ruleForms.addBranch}
        begun={{ id: freeId(branches.value), label: '', points: '' }}
      >
        {(row) => (
          <>
            <TextField spot={below(row, 'label')} label={ruleForms.branchLabel} />
            <TextField spot={below(row, 'points')} label={ruleForms.branchFormula} long fixed />
          </>
        )}
      </RowsField>
    </>
  );
}

type Form = 'any' | 'ratio' | 'number' | 'measure';

/** A variable is written as its name alone while its form is free. */
function VariableFields({ spot }: FormProps) {
  const { ruleForms } = useText();
  const variable = isObject(spot.value) ? spot.value : undefined;
  const name: Spot = variable === undefined ? spot : below(spot, 'name');
  const source = below(below(spot, 'input'), 'measure');
  const form = formOf(variable?.input);
  const change = (next: string) => {
    const plain = name.value ?? '';
    if (next === 'any') return spot.put(plain);
    spot.put({ name: plain, input: next === 'measure' ? { measure: '' } : { declared: next } });
  };
  return (
    <>
      <TextField spot={{ ...name, path: spot.path }} label={ruleForms.variableName} fixed />
      <NativeSelect
        size="sm"
        label={ruleForms.variableForm}
        value={form}
        data={(['any', 'ratio', 'number', 'measure'] as const).map((value) => ({
          value,
          label: ruleForms.variableForms[value],
        }))}
        onChange={(event) => change(event.currentTarget.value)}
      />
      {form === 'measure' && <TextField spot={source} label={ruleForms.measure} fixed />}
    </>
  );
}

function formOf(input: Json | undefined): Form {
  if (!isObject(input)) return 'any';
  if (input.measure !== undefined) return 'measure';
  return input.declared === 'number' ? 'number' : 'ratio';
}
