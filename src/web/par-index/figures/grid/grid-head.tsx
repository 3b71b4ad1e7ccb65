import type { Leaf } from '../../../../domain/par-index/scorecard/scorecard.ts';
import { useText } from '../../../ui/language.tsx';
import styles from '../figures.module.css';
import { Gap, type SeenColumn, widthOf } from './grid-window.tsx';

type GridHeadProps = { readonly leaves: readonly Leaf[]; readonly columns: readonly SeenColumn[] };

export function GridHead({ leaves, columns }: GridHeadProps) {
  const { parIndex } = useText();
  return (
    <thead>
      <tr aria-rowindex={1}>
        <th scope="col" className={styles.unit}>
          {parIndex.unit}
        </th>
        <th scope="col" className={styles.index}>
          {parIndex.index}
        </th>
        <th scope="col" className={styles.rank}>
          {parIndex.rank}
        </th>
        {columns.map(({ index, before }) => {
          const leaf = leaves[index];
          return leaf === undefined ? (
            <Gap key="after" width={before} />
          ) : (
            <HeadOf key={leaf.code} leaf={leaf} column={index} before={before} />
          );
        })}
      </tr>
    </thead>
  );
}

type HeadOfProps = { readonly leaf: Leaf; readonly column: number; readonly before: number };

function HeadOf({ leaf, column, before }: HeadOfProps) {
  const { code, name } = leaf;
  return (
    <>
      <Gap width={before} />
      <th
        scope="col"
        title={name}
        aria-colindex={column + 4}
        className={styles.leaf}
        style={{ width: widthOf(leaf) }}
      >
        <span className={styles.code}>{code}</span>
        <span className={styles.leafName}>{name}</span>
      </th>
    </>
  );
}
