import { Button } from '@mantine/core';
import { printNumber } from '../../../text/numbers.ts';
import { printSheetFault } from '../../../text/print-sheet-fault.ts';
import { useCommand } from '../../api/command.ts';
import { useLanguage } from '../../ui/language.tsx';
import { Section } from '../../ui/page.tsx';
import { type Meaning, StatusMark } from '../../ui/status-mark.tsx';
import { type Column, DataTable } from '../../ui/table/data-table.tsx';
import { fetchFaultSheet, type SheetOutcome, type UnitSheet } from './unit-sheet.ts';

type SheetRow = SheetOutcome['rows'][number];

const MEANING: Record<SheetRow['fate'], Meaning> = { created: 'safe', known: 'plain', refused: 'lost' };

/** What would come of each row, and for a sheet with faults the way to get it back with them written in. */
export function OutcomeSection(props: { readonly sheet: UnitSheet; readonly outcome: SheetOutcome }) {
  const { text, language } = useLanguage();
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
        <Section
          title={organization.sheetFaults(printNumber(`${faults.length}`, language))}
          actions={<FaultSheetButton sheet={props.sheet} />}
        >
          <ul>
            {faults.slice(0, 50).map((fault) => (
              <li key={JSON.stringify(fault)}>{printSheetFault(fault, language)}</li>
            ))}
          </ul>
        </Section>
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

function FaultSheetButton({ sheet }: { readonly sheet: UnitSheet }) {
  const { organization } = useLanguage().text;
  const command = useCommand(
    () => fetchFaultSheet(sheet),
    (blob) => {
      const link = document.createElement('a');
      link.href = URL.createObjectURL(blob);
      link.download = sheet.file.name.replace(/(\.xlsx)?$/, '-co-loi.xlsx');
      link.click();
      URL.revokeObjectURL(link.href);
    },
  );
  return (
    <Button variant="default" loading={command.busy} onClick={() => command.run(undefined)}>
      {organization.faultSheet}
    </Button>
  );
}
