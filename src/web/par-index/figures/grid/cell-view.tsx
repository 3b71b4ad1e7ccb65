import type { KeyboardEvent, MouseEvent } from 'react';
import { useText } from '../../../ui/language.tsx';
import styles from '../figures.module.css';
import type { Cell } from '../grid-cells.ts';
import type { Place } from '../sheet.ts';

type CellViewProps = {
  readonly cell: Cell;
  readonly place: Place;
  readonly text: string;
  readonly label: string;
  readonly here: boolean;
  readonly selected: boolean;
  readonly wrong: boolean;
  /** What is being typed here; undefined while the cell is only looked at. */
  readonly typing: string | undefined;
  readonly onChoose: (stretch: boolean) => void;
  readonly onType: (text: string | undefined) => void;
  /** The text to keep, or undefined to forget it, and where to go. */
  readonly onLeave: (text: string | undefined, step: Place) => void;
};

/** Unit, index and rank stand before the figures; columns are counted from 1. */
const FIRST_COLUMN = 4;

/** One figure: hatched while there is none, a field while it is typed. */
export function CellView(props: CellViewProps) {
  const { cell, place, text, here, selected, wrong, typing } = props;
  const { parIndex } = useText();
  const shown = cell.off ? parIndex.notCounted : text;
  const choose = (event: MouseEvent) => props.onChoose(event.shiftKey);
  const said = text === '' && !cell.off ? `${props.label}: ${parIndex.noFigure}` : undefined;
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the grid takes the keys
    <td
      // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: a cell of a grid takes keys
      role="gridcell"
      tabIndex={here && typing === undefined ? 0 : -1}
      data-place={`${place.row}.${place.column}`}
      aria-colindex={place.column + FIRST_COLUMN}
      data-empty={text === '' && !cell.off}
      data-changed={text !== cell.text}
      data-off={cell.off}
      aria-selected={selected}
      aria-invalid={wrong}
      aria-readonly={cell.off || !cell.unit.editable}
      {...(said !== undefined && { 'aria-label': said })}
      title={shown}
      className={styles.cell}
      onClick={choose}
      onDoubleClick={() => !cell.off && cell.unit.editable && props.onType(text)}
    >
      {typing === undefined ? (
        <span className={styles.text}>{shown}</span>
      ) : (
        <Typing {...props} typing={typing} />
      )}
    </td>
  );
}

function Typing({ typing, label, onType, onLeave }: CellViewProps & { readonly typing: string }) {
  const onKeyDown = (event: KeyboardEvent) => {
    const step = STEPS[event.key];
    if (step === undefined) return;
    event.preventDefault();
    event.stopPropagation();
    const back = event.shiftKey ? -1 : 1;
    onLeave(event.key === 'Escape' ? undefined : typing, {
      row: step.row * back,
      column: step.column * back,
    });
  };
  return (
    <input
      // biome-ignore lint/a11y/noAutofocus: the person has just begun to type here
      autoFocus
      aria-label={label}
      className={styles.input}
      value={typing}
      onChange={(event) => onType(event.currentTarget.value)}
      onKeyDown={onKeyDown}
      onBlur={() => onLeave(typing, { row: 0, column: 0 })}
    />
  );
}

const STEPS: Readonly<Record<string, Place>> = {
  Enter: { row: 1, column: 0 },
  Tab: { row: 0, column: 1 },
  Escape: { row: 0, column: 0 },
};
