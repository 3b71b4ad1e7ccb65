import { Fragment, type ReactNode } from 'react';
import type { JudgedUnit } from '../../../../domain/par-index/campaign/figure-record.ts';
import type { RankingRow } from '../../../../domain/par-index/campaign/result.ts';
import { Aligned } from '../../../ui/aligned.tsx';
import { useText } from '../../../ui/language.tsx';
import styles from '../figures.module.css';
import { Gap, type SeenColumn } from './grid-window.tsx';

type GridRowProps = {
  readonly unit: JudgedUnit;
  readonly row: number;
  /** Room of the rows above that are not drawn. */
  readonly before: number;
  readonly measure: (row: HTMLTableRowElement | null) => void;
  readonly columns: readonly SeenColumn[];
  readonly standing: RankingRow | undefined;
  readonly onUnit: (unitId: string) => void;
  readonly children: (column: number) => ReactNode;
};

/** A unit, where it stands, and its figures. The headings are row 1. */
export function GridRow(props: GridRowProps) {
  const { unit, row, columns, standing } = props;
  const { parIndex, unitInPeriod } = useText();
  return (
    <>
      <Gap height={props.before} />
      <tr ref={props.measure} data-index={row} aria-rowindex={row + 2}>
        <th scope="row" className={styles.unit}>
          <button
            type="button"
            className={styles.unitName}
            title={unitInPeriod.open}
            onClick={() => props.onUnit(unit.unitId)}
          >
            {unit.name}
          </button>
        </th>
        <td className={styles.number}>
          {standing?.index == null ? '–' : <Aligned written={standing.index} />}
        </td>
        <td className={styles.number} title={standing?.band ?? parIndex.noBand}>
          {standing?.rank ?? '–'}
        </td>
        {columns.map(({ index, before }) => (
          <Fragment key={index}>
            <Gap width={before} />
            {props.children(index)}
          </Fragment>
        ))}
      </tr>
    </>
  );
}
