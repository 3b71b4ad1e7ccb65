import { Button, VisuallyHidden } from '@mantine/core';
import { Plus } from 'lucide-react';
import { type KeyboardEvent, type ReactNode, useContext, useLayoutEffect, useRef, useState } from 'react';
import type { Json } from '../../../../domain/kernel/json.ts';
import { useText } from '../../../ui/language.tsx';
import styles from './draft-fields.module.css';
import { atOf, FaultsHere } from './faults-here.ts';
import { RowTools } from './row-tools.tsx';
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

const FIELDS = 'input, textarea, select, button';

/** A list, one row each; rows are added, taken out and moved, also with Alt and an arrow. */
export function RowsField(props: RowsFieldProps) {
  const { ruleForms } = useText();
  const said = useContext(FaultsHere)(props.spot.path);
  const rows = listed(props.spot);
  const put = (list: Json[]) => props.spot.put(props.optional && list.length === 0 ? undefined : list);
  const values = Array.isArray(props.spot.value) ? props.spot.value : [];
  const list = useRef<HTMLFieldSetElement>(null);
  const next = useRef<{ readonly row: number; readonly field: number }>(undefined);
  const [moved, setMoved] = useState('');
  // What was just added or moved takes the focus; after a row is taken out it goes to the way to add one.
  useLayoutEffect(() => {
    if (next.current === undefined) return;
    const row = list.current?.querySelectorAll(':scope > [role="group"]')[next.current.row];
    const fields = [...(row?.querySelectorAll<HTMLElement>(FIELDS) ?? [])];
    const field = fields[next.current.field];
    const found = field?.matches(':disabled') ? fields[0] : field;
    (found ?? list.current?.querySelector<HTMLElement>(':scope > [data-adds]'))?.focus();
    next.current = undefined;
  });
  const ends = rows.length - (props.beforeLast ? 1 : 0);
  const mayMove = (from: number, to: number) => from < ends && to >= 0 && to < ends;
  const move = (from: number, to: number, row: Element | null) => {
    if (!mayMove(from, to)) return;
    const fields = [...(row?.querySelectorAll(FIELDS) ?? [])];
    const held = document.activeElement;
    next.current = { row: to, field: held === null ? 0 : Math.max(0, fields.indexOf(held)) };
    put(values.toSpliced(from, 1).toSpliced(to, 0, values[from] ?? null));
    setMoved(ruleForms.movedRow(props.rowName(`${from + 1}`), `${to + 1}`));
  };
  // Before the fields see the key, since Alt and an arrow would open a list of choices.
  const onKey = (event: KeyboardEvent<HTMLElement>, position: number) => {
    const step = { ArrowUp: -1, ArrowDown: 1 }[event.key];
    const own =
      event.target instanceof Element && event.target.closest('[role="group"]') === event.currentTarget;
    if (!event.altKey || step === undefined || !own || ends < 2) return;
    event.preventDefault();
    event.stopPropagation();
    move(position, position + step, event.currentTarget);
  };
  const add = () => {
    const position = Math.max(0, props.beforeLast ? rows.length - 1 : rows.length);
    next.current = { row: position, field: 0 };
    put(values.toSpliced(position, 0, props.begun));
  };
  const takeOut = (position: number) => {
    next.current = { row: rows.length, field: 0 };
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
          <div
            key={atOf(row.path)}
            role="group"
            aria-label={name}
            className={styles.row}
            data-table={props.columns !== undefined}
            onKeyDownCapture={(event) => onKey(event, position)}
          >
            <div className={styles.cells} style={{ gridTemplateColumns: props.columns }}>
              {props.children(row, position, position === rows.length - 1)}
            </div>
            <RowTools
              name={name}
              roomy={ends > 1}
              movable={ends > 1 && position < ends}
              mayMove={(step) => mayMove(position, position + step)}
              onMove={(step, row) => move(position, position + step, row)}
              onTakeOut={() => takeOut(position)}
            />
          </div>
        );
      })}
      <VisuallyHidden role="status">{moved}</VisuallyHidden>
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
