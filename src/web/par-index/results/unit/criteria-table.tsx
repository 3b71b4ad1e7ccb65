import { Checkbox } from '@mantine/core';
import { useState } from 'react';
import type { ResultNode, UnitResult } from '../../../../domain/par-index/campaign/result.ts';
import { Aligned } from '../../../ui/aligned.tsx';
import { PointBar } from '../../../ui/charts/point-bar.tsx';
import { useText } from '../../../ui/language.tsx';
import { Section } from '../../../ui/page.tsx';
import { StatusMark } from '../../../ui/status-mark.tsx';
import styles from '../results.module.css';
import { partsOf, thousandths } from './point-parts.ts';
import { hasBar } from './points-figure.tsx';

type CriteriaTableProps = {
  readonly result: UnitResult;
  readonly chosen: string | undefined;
  readonly onOpen: (code: string) => void;
};

/** Every criterion in tree order, with its bar; each opens its reason. */
export function CriteriaTable({ result, chosen, onOpen }: CriteriaTableProps) {
  const { parIndex } = useText();
  const [onlyLost, setOnlyLost] = useState(false);
  const { nodes } = result;
  const shown = nodes
    .map((node, position) => ({ node, position }))
    .filter(({ node }) => !onlyLost || node.state === 'missing' || thousandths(node.lost) > 0);
  return (
    <Section
      title={parIndex.criteria}
      actions={
        <Checkbox
          label={parIndex.onlyLost}
          checked={onlyLost}
          onChange={(event) => setOnlyLost(event.currentTarget.checked)}
        />
      }
    >
      <div className={styles.scroll}>
        <table className={styles.tree}>
          <caption>{parIndex.criteriaLead}</caption>
          <thead>
            <tr>
              <th scope="col">{parIndex.criterion}</th>
              <th scope="col" className={styles.bar}>
                {parIndex.barHead}
              </th>
              <th scope="col" className={styles.number}>
                {parIndex.points}
              </th>
              <th scope="col" className={styles.number} data-wide-only>
                {parIndex.applicable}
              </th>
              <th scope="col" className={styles.number}>
                {parIndex.lost}
              </th>
            </tr>
          </thead>
          <tbody>
            {shown.map(({ node, position }) => (
              <tr key={node.code} data-depth={node.depth} data-chosen={node.code === chosen}>
                <th scope="row" style={{ paddingLeft: `${0.5 + node.depth * 1.25}rem` }}>
                  <button
                    type="button"
                    className={styles.criterion}
                    aria-expanded={node.code === chosen}
                    onClick={() => onOpen(node.code)}
                  >
                    <span className={styles.code}>{node.code}</span>
                    {node.name}
                  </button>
                </th>
                <td className={styles.bar}>
                  <Bar nodes={nodes} node={node} position={position} />
                </td>
                <Numbers node={node} />
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </Section>
  );
}

function Bar(props: {
  readonly nodes: readonly ResultNode[];
  readonly node: ResultNode;
  readonly position: number;
}) {
  const { nodes, node, position } = props;
  if (!hasBar(node)) return null;
  const parts = partsOf(nodes, position);
  const scale = parts.reduce((sum, { amount }) => sum + amount, 0);
  return scale === 0 ? null : <PointBar parts={parts} scale={scale} />;
}

/** A criterion without a figure shows no number: what is not known is not zero. */
function Numbers({ node }: { readonly node: ResultNode }) {
  const { parIndex } = useText();
  const { state } = node;
  if (state === 'excluded' || state === 'redistributed')
    return (
      <td colSpan={3} className={styles.number}>
        <span className={styles.soft}>
          {state === 'excluded' ? parIndex.notCounted : parIndex.redistributed}
        </span>
      </td>
    );
  return (
    <>
      <td className={styles.number}>
        {state === 'missing' ? (
          <StatusMark meaning="unknown" word={parIndex.noFigure} />
        ) : (
          <Aligned written={node.points} />
        )}
      </td>
      <td className={styles.number} data-wide-only>
        {!node.bonus && <Aligned written={node.applicable} />}
      </td>
      <td className={styles.number}>
        {state === 'scored' && !node.bonus && thousandths(node.lost) > 0 && <Aligned written={node.lost} />}
      </td>
    </>
  );
}
