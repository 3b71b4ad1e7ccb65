import { useMemo } from 'react';
import { readJson } from '../../domain/kernel/json.ts';
import { printNumber } from '../../text/numbers.ts';
import { useLanguage } from '../ui/language.tsx';
import { Section } from '../ui/page.tsx';
import { DataTable } from '../ui/table/data-table.tsx';
import styles from './faults-table.module.css';
import { type SentFault, sayFaults } from './words.ts';

type FaultsTableProps = {
  readonly faults: readonly SentFault[];
  /** The text in which the faults lie, so that places are named after criteria and units. */
  readonly document?: string;
};

/** Everything that is wrong with a document, each fault at its place. */
export function FaultsTable({ faults, document }: FaultsTableProps) {
  const { text, language } = useLanguage();
  const { parIndex } = text;
  const read = useMemo(() => readJson(document ?? 'null').value, [document]);
  return (
    <div role="alert" className={styles.faults}>
      <Section title={parIndex.faultsFound(printNumber(`${faults.length}`, language))}>
        <DataTable
          label={parIndex.faultsFound(printNumber(`${faults.length}`, language))}
          rows={sayFaults(faults, language, read)}
          rowKey={({ key }) => key}
          stacked
          columns={[
            { key: 'place', title: parIndex.faultPlace, cell: ({ place }) => <code>{place}</code> },
            { key: 'says', title: parIndex.faultSays, cell: ({ says }) => says },
          ]}
          empty={null}
        />
      </Section>
    </div>
  );
}
