import { TextInput } from '@mantine/core';
import { useState } from 'react';
import type { Json } from '../../../../domain/kernel/json.ts';
import { isObject } from '../../../../domain/par-index/scorecard/draft/draft.ts';
import { useText } from '../../../ui/language.tsx';
import { RowsField } from '../draft-fields/rows-field.tsx';
import { below, type Spot } from '../draft-fields/spot.ts';
import { CheckField, NumberField, TextField, WordsField } from '../draft-fields/spot-fields.tsx';

type FormProps = { readonly spot: Spot };

/** Answers with their weights, those that do not count, and the groups of those who answer. */
export function SurveyForm({ spot }: FormProps) {
  const { ruleForms } = useText();
  const groups = below(spot, 'groups');
  return (
    <>
      <WeightsField spot={below(spot, 'weights')} />
      <WordsField spot={below(spot, 'ignore')} label={ruleForms.ignore} hint={ruleForms.ignoreHint} />
      <CheckField
        spot={groups}
        label={ruleForms.groupsOn}
        checked={groups.value !== undefined}
        on={[{ id: '', weight: '1' }]}
        off={undefined}
      />
      {groups.value !== undefined && (
        <RowsField
          spot={groups}
          label={ruleForms.groups}
          rowName={ruleForms.group}
          add={ruleForms.addGroup}
          begun={{ id: '', weight: '1' }}
          columns="minmax(0, 1fr) 7rem"
        >
          {(row) => (
            <>
              <TextField spot={below(row, 'id')} label={ruleForms.groupName} />
              <NumberField spot={below(row, 'weight')} label={ruleForms.groupWeight} />
            </>
          )}
        </RowsField>
      )}
    </>
  );
}

/** Weights are written by answer: `{"A": "100"}` is shown as rows and written back in their order. */
function WeightsField({ spot }: FormProps) {
  const { ruleForms } = useText();
  const entries = Object.entries(isObject(spot.value) ? spot.value : {});
  const names = entries.map(([name]) => name);
  const asRows: Spot = {
    value: entries.map(([name, weight]) => ({ name, weight })),
    path: spot.path,
    put: (rows, touched) => spot.put(weightsOf(rows), touched),
  };
  return (
    <RowsField
      spot={asRows}
      label={ruleForms.weights}
      rowName={ruleForms.answer}
      add={ruleForms.addAnswer}
      begun={{ name: freeLetter(names), weight: '' }}
      columns="minmax(0, 1fr) 7rem"
    >
      {(row, position) => (
        <>
          <AnswerName spot={below(row, 'name')} names={names} />
          <NumberField
            spot={{ ...below(row, 'weight'), path: [...spot.path, names[position] ?? position] }}
            label={ruleForms.weight}
            unit={ruleForms.percentMark}
          />
        </>
      )}
    </RowsField>
  );
}

function weightsOf(rows: Json | undefined): Json {
  if (!Array.isArray(rows)) return {};
  return Object.fromEntries(
    rows.flatMap((row) => (isObject(row) ? [[String(row.name), row.weight ?? '']] : [])),
  );
}

function freeLetter(names: readonly string[]): string {
  for (let turn = 0; ; turn += 1) {
    const name = String.fromCharCode(65 + (turn % 26)).repeat(1 + Math.floor(turn / 26));
    if (!names.includes(name)) return name;
  }
}

/** Two answers cannot have one name, so a name counts once the field is left. */
function AnswerName({ spot, names }: FormProps & { readonly names: readonly string[] }) {
  const { ruleForms } = useText();
  const [typed, setTyped] = useState<string>();
  const [refused, setRefused] = useState(false);
  const own = String(spot.value ?? '');
  const leave = () => {
    const name = typed?.trim() ?? own;
    const taken = name === '' || (name !== own && names.includes(name));
    setRefused(taken);
    setTyped(undefined);
    if (!taken && name !== own) spot.put(name);
  };
  return (
    <TextInput
      label={ruleForms.answerName}
      error={refused ? ruleForms.answerTaken : undefined}
      value={typed ?? own}
      onChange={(event) => setTyped(event.currentTarget.value)}
      onBlur={leave}
    />
  );
}
