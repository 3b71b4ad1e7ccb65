import { Button } from '@mantine/core';
import { printNumber } from '../../text/numbers.ts';
import { printSheetFault } from '../../text/print-sheet-fault.ts';
import { download } from '../ui/downloads/download.ts';
import { useLanguage } from '../ui/language.tsx';
import { Section } from '../ui/page.tsx';
import { useCommand } from './command.ts';

type SheetFaultsProps = {
  readonly faults: readonly Parameters<typeof printSheetFault>[0][];
  readonly fileName: string;
  /** The same sheet with a column that says what is wrong in each row. */
  readonly fetchSheet: () => Promise<Blob>;
};

/** So many are read here; all stand in the sheet. */
const SHOWN = 50;

/** What is wrong with a workbook, and the way to get it back with the faults written in. */
export function SheetFaults({ faults, fileName, fetchSheet }: SheetFaultsProps) {
  const { text, language } = useLanguage();
  const { organization } = text;
  const command = useCommand(fetchSheet, (blob) =>
    download(blob, fileName.replace(/(\.xlsx)?$/, '-co-loi.xlsx')),
  );
  return (
    <Section
      title={organization.sheetFaults(printNumber(`${faults.length}`, language))}
      actions={
        <Button variant="default" loading={command.busy} onClick={() => command.run(undefined)}>
          {organization.faultSheet}
        </Button>
      }
    >
      <ul>
        {faults.slice(0, SHOWN).map((fault) => (
          <li key={JSON.stringify(fault)}>{printSheetFault(fault, language)}</li>
        ))}
      </ul>
    </Section>
  );
}
