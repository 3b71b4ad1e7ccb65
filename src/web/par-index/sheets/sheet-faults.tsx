import { Button } from '@mantine/core';
import { printNumber } from '../../../text/numbers.ts';
import { printCellFault } from '../../../text/print-sheet-fault.ts';
import { useCommand } from '../../api/command.ts';
import type { SheetFault } from '../../api/sheet.ts';
import { download } from '../../ui/downloads/download.ts';
import { useLanguage } from '../../ui/language.tsx';
import { ErrorState } from '../../ui/notice.tsx';
import { Section } from '../../ui/page.tsx';
import { DataTable } from '../../ui/table/data-table.tsx';
import styles from './sheets.module.css';

const SHOWN = 200;

type SheetFaultsProps = {
  readonly faults: readonly SheetFault[];
  readonly fileName: string;
  /** The same workbook with what is wrong written into it. */
  readonly fetchBack: () => Promise<Blob>;
};

/** What is wrong with a workbook, row by row, and the way to get it back with that written in. */
export function SheetFaults({ faults, fileName, fetchBack }: SheetFaultsProps) {
  const { text, language } = useLanguage();
  const { indexSheets, parIndex, shell } = text;
  const back = useCommand(fetchBack, (blob) =>
    download(blob, fileName.replace(/(\.xlsx)?$/i, '-co-loi.xlsx')),
  );
  const count = (many: number) => printNumber(`${many}`, language);
  const title = indexSheets.sheetFaults(count(faults.length));
  const rows = faults.slice(0, SHOWN).map((fault, at) => ({ ...fault, at }));
  return (
    <div role="alert">
      <Section
        title={title}
        actions={
          faults.some(({ row }) => row !== undefined) && (
            <Button variant="default" loading={back.busy} onClick={() => back.run(undefined)}>
              {indexSheets.faultSheet}
            </Button>
          )
        }
      >
        {back.failure !== undefined && <ErrorState sentence={shell.refused[back.failure]} />}
        <DataTable
          label={title}
          rows={rows}
          rowKey={({ at }) => `${at}`}
          columns={[
            {
              key: 'place',
              title: parIndex.faultPlace,
              cell: (fault) => <Place fault={fault} />,
            },
            {
              key: 'says',
              title: parIndex.faultSays,
              cell: ({ code, detail }) => sentence({ code, ...(detail && { detail }) }, language),
            },
          ]}
          empty={null}
        />
        {faults.length > SHOWN && <p>{indexSheets.moreFaults(count(faults.length - SHOWN))}</p>}
      </Section>
    </div>
  );
}

/** Row and column, and under them the sheet where a workbook has several. */
function Place({ fault: { sheet, row, column } }: { readonly fault: SheetFault }) {
  const { indexSheets } = useLanguage().text;
  return (
    <>
      {indexSheets.place(row === undefined ? '' : `${row}`, column ?? '')}
      {sheet !== undefined && <div className={styles.sheet}>{sheet}</div>}
    </>
  );
}

function sentence(fault: SheetFault, language: 'vi' | 'en'): string {
  const said = printCellFault(fault, language);
  return `${said.charAt(0).toUpperCase()}${said.slice(1)}`;
}
