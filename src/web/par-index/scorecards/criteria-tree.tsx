import { TextInput } from '@mantine/core';
import { Search } from 'lucide-react';
import { useMemo, useState } from 'react';
import { printShortPoints } from '../../../domain/kernel/number/points.ts';
import type { Criterion, Scorecard } from '../../../domain/par-index/scorecard/scorecard.ts';
import type { Language } from '../../../text/language.ts';
import { printNumber } from '../../../text/numbers.ts';
import { useLanguage } from '../../ui/language.tsx';
import { EmptyState } from '../../ui/notice.tsx';
import { Tree } from '../../ui/tree/tree.tsx';
import type { TreeNode } from '../../ui/tree/tree-rows.ts';
import { CriterionPane } from './criterion-pane.tsx';
import styles from './scorecards.module.css';

/** The tree of criteria, and beside it how the chosen one is scored. */
export function CriteriaTree({ scorecard }: { readonly scorecard: Scorecard }) {
  const { text, language } = useLanguage();
  const { parIndex } = text;
  const [typed, setTyped] = useState('');
  const [selected, setSelected] = useState<string>();
  const roots = useMemo(
    () => scorecard.criteria.map((criterion) => nodeOf(criterion, language)),
    [scorecard, language],
  );
  const leaves = scorecard.nodes.filter(({ type }) => type === 'leaf').length;
  const chosen = scorecard.byCode.get(selected ?? '');
  return (
    <div className={styles.panes}>
      <div className={styles.tree}>
        <div className={styles.tools}>
          <TextInput
            aria-label={parIndex.filterCriteria}
            placeholder={parIndex.filterCriteria}
            leftSection={<Search size={16} aria-hidden="true" />}
            value={typed}
            onChange={(event) => setTyped(event.currentTarget.value)}
          />
          <p className={styles.count}>{parIndex.criteriaCount(`${leaves}`, `${scorecard.nodes.length}`)}</p>
        </div>
        <div className={styles.rows}>
          <Tree
            label={parIndex.tree}
            roots={roots}
            selected={selected}
            typed={typed}
            onSelect={setSelected}
          />
        </div>
      </div>
      <div className={styles.detail} data-chosen={chosen !== undefined}>
        {chosen === undefined ? (
          <EmptyState title={parIndex.chooseCriterion} body={parIndex.chooseCriterionBody} />
        ) : (
          <CriterionPane scorecard={scorecard} criterion={chosen} />
        )}
      </div>
    </div>
  );
}

function nodeOf(criterion: Criterion, language: Language): TreeNode {
  return {
    id: criterion.code,
    label: `${criterion.code}  ${criterion.name}`,
    hint: printNumber(printShortPoints(criterion.max), language),
    children: criterion.type === 'group' ? criterion.children.map((child) => nodeOf(child, language)) : [],
  };
}
