import { type ReactNode, useMemo } from 'react';
import { printShortPoints } from '../../../domain/kernel/number/points.ts';
import type { ScorecardChange } from '../../../domain/par-index/scorecard/compare.ts';
import type { Scorecard } from '../../../domain/par-index/scorecard/scorecard.ts';
import { ruleSentence as ruleEn } from '../../../text/en/rules.ts';
import { printNumber } from '../../../text/numbers.ts';
import { ruleSentence as ruleVi } from '../../../text/vi/rules.ts';
import { useLanguage } from '../../ui/language.tsx';
import { type Meaning, StatusMark } from '../../ui/status-mark.tsx';
import { DataTable } from '../../ui/table/data-table.tsx';
import { readDocument } from './read-document.ts';
import styles from './scorecards.module.css';

const MEANING: Record<ScorecardChange['change'], Meaning> = {
  added: 'safe',
  removed: 'lost',
  changed: 'risk',
};

type ChangesTableProps = {
  readonly changes: readonly ScorecardChange[] | undefined;
  /** Documents of the two scorecards, out of which rules are said as sentences. */
  readonly before: string | undefined;
  readonly after: string | undefined;
  readonly empty: ReactNode;
};

type Change = ScorecardChange['fields'][number];

/** What became of each criterion, field by field. */
export function ChangesTable({ changes, before, after, empty }: ChangesTableProps) {
  const { text } = useLanguage();
  const { parIndex } = text;
  const was = useRules(before);
  const is = useRules(after);
  const said = (code: string, { field, before: old, after: now }: Change) =>
    field === 'rule' ? [was(code) ?? old, is(code) ?? now] : [old, now];
  return (
    <DataTable
      label={parIndex.compare}
      rows={changes}
      rowKey={({ code, change }) => `${change}-${code}`}
      stacked
      filterText={({ code, name }) => `${code} ${name}`}
      columns={[
        { key: 'code', title: parIndex.code, sort: ({ code }) => code, cell: ({ code }) => code },
        { key: 'name', title: parIndex.criterion, cell: ({ name }) => name },
        {
          key: 'change',
          title: parIndex.change,
          sort: ({ change }) => change,
          cell: ({ change }) => <StatusMark meaning={MEANING[change]} word={parIndex.changes[change]} />,
        },
        {
          key: 'fields',
          title: `${parIndex.before} → ${parIndex.after}`,
          cell: ({ code, fields }) => (
            <dl className={styles.changeFields}>
              {fields.map((change) => {
                const [old, now] = said(code, change);
                return (
                  <div key={change.field}>
                    <dt>{parIndex.changedFields[change.field]}</dt>
                    <dd>
                      <del>{old ?? parIndex.nothing}</del> → <ins>{now ?? parIndex.nothing}</ins>
                    </dd>
                  </div>
                );
              })}
            </dl>
          ),
        },
      ]}
      empty={empty}
    />
  );
}

/** The rule of a criterion as a sentence. */
function useRules(document: string | undefined): (code: string) => string | undefined {
  const { language } = useLanguage();
  const scorecard: Scorecard | undefined = useMemo(
    () => (document === undefined ? undefined : readDocument(document).scorecard),
    [document],
  );
  return (code) => {
    const criterion = scorecard?.byCode.get(code);
    if (criterion?.type !== 'leaf') return undefined;
    const max = printNumber(printShortPoints(criterion.max), language);
    return { vi: ruleVi, en: ruleEn }[language](criterion.rule, max);
  };
}
