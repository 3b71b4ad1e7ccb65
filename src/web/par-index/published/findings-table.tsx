import type { TableFinding } from '../../../domain/par-index/published/table-record.ts';
import { printFinding } from '../../../text/print-finding.ts';
import { useLanguage } from '../../ui/language.tsx';
import { EmptyState } from '../../ui/notice.tsx';
import { DataTable } from '../../ui/table/data-table.tsx';
import { findingKinds } from './finding-kinds.ts';

/** The numbers that disagree, and what would make them agree. */
export function FindingsTable({ findings }: { readonly findings: readonly TableFinding[] | undefined }) {
  const { text, language } = useLanguage();
  const { parIndex } = text;
  const kinds = findingKinds(language);
  const rows = findings?.map((finding, position) => ({
    key: `${position}`,
    ...printFinding({ ...finding, figures: finding.figures ?? {}, names: finding.names ?? {} }, language),
  }));
  return (
    <DataTable
      label={parIndex.findings}
      rows={rows}
      rowKey={({ key }) => key}
      stacked
      filterText={({ unit, says }) => `${unit ?? ''} ${says}`}
      columns={[
        {
          key: 'unit',
          title: parIndex.unit,
          sort: ({ unit }) => unit,
          cell: ({ unit }) => unit ?? parIndex.wholeTable,
        },
        {
          key: 'kind',
          title: parIndex.kindOfFinding,
          sort: ({ kind }) => kinds[kind] ?? kind,
          cell: ({ kind }) => kinds[kind] ?? kind,
          wideOnly: true,
        },
        { key: 'says', title: parIndex.says, cell: ({ says }) => says },
        { key: 'fix', title: parIndex.wouldFix, cell: ({ would_fix }) => would_fix },
      ]}
      empty={<EmptyState title={parIndex.noFindings} body={parIndex.noFindingsBody} />}
    />
  );
}
