import { ActionIcon, Button } from '@mantine/core';
import { Plus, X } from 'lucide-react';
import { type ReactNode, useContext, useLayoutEffect, useRef } from 'react';
import type { Json } from '../../../../domain/kernel/json.ts';
import { useText } from '../../../ui/language.tsx';
import styles from './draft-fields.module.css';
import { atOf, FaultsHere } from './faults-here.ts';
import { listed, type Spot } from './spot.ts';

type RowsFieldProps = {
  readonly spot: Spot;
  readonly label: string;
  readonly hint?: string;
  /** Names the row to those who do not see it. */
  readonly rowName: (number: string) => string;
  readonly add: string;
  readonly begun: Json;
  /** A new row stands before the last, which is for everything else. */
  readonly beforeLast?: boolean;
  /** Without rows the member is taken out. */
  readonly optional?: boolean;
  readonly columns?: string;
  readonly children: (row: Spot, position: number, last: boolean) => ReactNode;
};

/** A list, one row each; rows are added and taken out. */
export function RowsField(props: RowsFieldProps) {
  const { ruleForms } = useText();
  const said = useContext(FaultsHere)(props.spot.path);
  const rows = listed(props.spot);
  const put = (list: Json[]) => props.spot.put(props.optional && list.length === 0 ? undefined : list);
  const values = Array.isArray(props.spot.value) ? props.spot.value : [];
  const list = useRef<HTMLFieldSetElement>(null);
  const next = useRef<number>(undefined);
  // What was just added takes the focus; after a row is taken out it goes to the way to add one.
  useLayoutEffect(() => {
    if (next.current === undefined) return;
    const row = list.current?.querySelectorAll(':scope > [role="group"]')[next.current];
    const field = row?.querySelector<HTMLElement>('input, textarea, select');
    (field ?? list.current?.querySelector<HTMLElement>(':scope > [data-adds]'))?.focus();
    next.current = undefined;
  });
  const add = () => {
    const position = Math.max(0, props.beforeLast ? rows.length - 1 : rows.length);
    next.current = position;
    put(values.toSpliced(position, 0, props.begun));
  };
  const takeOut = (position: number) => {
    next.current = rows.length;
    put(values.toSpliced(position, 1));
  };
  return (
    <fieldset ref={list} className={styles.rows} data-at={atOf(props.spot.path)} tabIndex={-1}>
      <legend>{props.label}</legend>
      {props.hint !== undefined && <p className={styles.hint}>{props.hint}</p>}
      {said !== undefined && <p className={styles.wrong}>{said}</p>}
      {rows.map((row, position) => {
        const name = props.rowName(`${position + 1}`);
        return (
          // biome-ignore lint/a11y/useSemanticElements: a fieldset for each row would be read out at each field
          <div key={atOf(row.path)} role="group" aria-label={name} className={styles.row}>
            <div className={styles.cells} style={{ gridTemplateColumns: props.columns }}>
              {props.children(row, position, position === rows.length - 1)}
            </div>
            <ActionIcon
              variant="subtle"
              color="gray"
              aria-label={ruleForms.removeRow(name)}
              onClick={() => takeOut(position)}
            >
              <X size={16} aria-hidden="true" />
            </ActionIcon>
          </div>
        );
      })}
      <Button
        variant="subtle"
        data-adds=""
        className={styles.add ?? ''}
        leftSection={<Plus size={16} aria-hidden="true" />}
        onClick={add}
      >
        {props.add}
      </Button>
    </fieldset>
  );
}
