import { SheetFaults } from '../../api/sheet-faults.tsx';
import { useLanguage } from '../../ui/language.tsx';
import { Section } from '../../ui/page.tsx';
import { type Meaning, StatusMark } from '../../ui/status-mark.tsx';
import { type Column, DataTable } from '../../ui/table/data-table.tsx';
import { fetchFaultSheet, type SheetOutcome, type UnitSheet } from './unit-sheet.ts';

type SheetRow = SheetOutcome['rows'][number];

const MEANING: Record<SheetRow['fate'], Meaning> = { created: 'safe', known: 'plain', refused: 'lost' };

/** What would come of each row, and for a sheet with faults the way to get it back with them written in. */
export function OutcomeSection(props: { readonly sheet: UnitSheet; readonly outcome: SheetOutcome }) {
  const { text } = useLanguage();
  const { organization } = text;
  const { rows, faults, ignored } = props.outcome;
  const columns: Column<SheetRow>[] = [
    { key: 'row', title: organization.row, numeric: true, width: '6rem', cell: ({ row }) => row },
    { key: 'code', title: organization.code, cell: ({ code }) => code },
    {
      key: 'fate',
      title: organization.fate,
      sort: ({ fate }) => fate,
      cell: ({ fate }) => <StatusMark meaning={MEANING[fate]} word={organization.fates[fate]} />,
    },
  ];
  return (
    <>
      {faults.length > 0 && (
        <SheetFaults
          faults={faults}
          fileName={props.sheet.file.name}
          fetchSheet={() => fetchFaultSheet(props.sheet)}
        />
      )}
      {ignored.length > 0 && <p>{organization.ignored(ignored.join(', '))}</p>}
      {rows.length > 0 && (
        <Section title={organization.fateOfRows}>
          <DataTable
            label={organization.fateOfRows}
            rows={rows}
            rowKey={({ row }) => `${row}`}
            columns={columns}
            empty={null}
          />
        </Section>
      )}
    </>
  );
}
