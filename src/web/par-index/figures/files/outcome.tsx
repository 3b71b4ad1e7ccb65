import { Button } from '@mantine/core';
import { Download } from 'lucide-react';
import { printNumber } from '../../../../text/numbers.ts';
import { printSheetFault } from '../../../../text/print-sheet-fault.ts';
import { useCommand } from '../../../api/command.ts';
import { download } from '../../../ui/downloads/download.ts';
import { useLanguage } from '../../../ui/language.tsx';
import { Section } from '../../../ui/page.tsx';
import { type Meaning, StatusMark } from '../../../ui/status-mark.tsx';
import { type Column, DataTable } from '../../../ui/table/data-table.tsx';
import type { Campaign } from '../../campaigns.ts';
import { FaultsTable } from '../../faults-table.tsx';
import { sayFaults } from '../../words.ts';
import styles from '../figures.module.css';
import { type FigureFile, type FigureOutcome, fetchFaultSheet, isFine } from './figure-file.ts';

type Unit = FigureOutcome['units'][number];

const MEANING: Record<Unit['fate'], Meaning> = {
  new: 'safe',
  changed: 'risk',
  same: 'plain',
  refused: 'lost',
};

type OutcomeProps = {
  readonly campaign: Campaign;
  readonly file: FigureFile;
  readonly outcome: FigureOutcome;
};

/** What would come of the file: what is wrong first, then the fate of each unit. */
export function Outcome({ campaign, file, outcome }: OutcomeProps) {
  const { text } = useLanguage();
  const { parIndex, figureSheets } = text;
  return (
    <>
      {outcome.kind === 'document' && file.kind === 'document' && outcome.faults.length > 0 && (
        <FaultsTable faults={outcome.faults} document={file.document} />
      )}
      {outcome.kind === 'workbook' && file.kind === 'workbook' && (
        <SheetFaults campaign={campaign} file={file.file} faults={outcome.faults} />
      )}
      {outcome.kind === 'workbook' && outcome.ignored.length > 0 && (
        <p>{figureSheets.ignored(outcome.ignored.join(', '))}</p>
      )}
      {isFine(outcome) && <StatusMark meaning="safe" word={parIndex.importFine(`${outcome.units.length}`)} />}
      {outcome.units.length > 0 && <FatesTable units={outcome.units} />}
    </>
  );
}

/** So many are read one by one; the others stand in the workbook. */
const SHOWN = 50;

type SheetFaultsProps = {
  readonly campaign: Campaign;
  readonly file: File;
  readonly faults: Extract<FigureOutcome, { kind: 'workbook' }>['faults'];
};

function SheetFaults({ campaign, file, faults }: SheetFaultsProps) {
  const { text, language } = useLanguage();
  const { figureSheets } = text;
  const command = useCommand(
    () => fetchFaultSheet(campaign, file, language),
    (blob) => download(blob, file.name.replace(/(\.xlsx)?$/i, '-co-loi.xlsx')),
  );
  if (faults.length === 0) return null;
  const count = (number: number) => printNumber(`${number}`, language);
  return (
    <div role="alert">
      <Section title={figureSheets.faultsTitle(count(faults.length))}>
        <ul className={styles.faults}>
          {faults.slice(0, SHOWN).map((fault) => (
            <li key={JSON.stringify(fault)}>{printSheetFault(fault, language)}</li>
          ))}
        </ul>
        {faults.length > SHOWN && <p>{figureSheets.moreFaults(count(faults.length - SHOWN))}</p>}
        <div>
          <Button
            variant="default"
            leftSection={<Download size={16} aria-hidden="true" />}
            loading={command.busy}
            onClick={() => command.run(undefined)}
          >
            {figureSheets.faultSheet}
          </Button>
        </div>
      </Section>
    </div>
  );
}

function FatesTable({ units }: { readonly units: readonly Unit[] }) {
  const { text, language } = useLanguage();
  const { parIndex, figureSheets } = text;
  const withFaults = units.some((unit) => 'faults' in unit);
  const columns: Column<Unit>[] = [
    { key: 'unit', title: parIndex.unit, sort: ({ name }) => name, cell: ({ name }) => name },
    {
      key: 'fate',
      title: parIndex.fate,
      sort: ({ fate }) => fate,
      cell: ({ fate }) => <StatusMark meaning={MEANING[fate]} word={parIndex.fates[fate]} />,
    },
    { key: 'added', title: parIndex.cellsAdded, numeric: true, cell: ({ cells }) => cells.added },
    { key: 'changed', title: parIndex.cellsChanged, numeric: true, cell: ({ cells }) => cells.changed },
    { key: 'same', title: parIndex.cellsSame, numeric: true, cell: ({ cells }) => cells.same },
    withFaults
      ? {
          key: 'faults',
          title: parIndex.faultSays,
          cell: (unit) =>
            'faults' in unit &&
            sayFaults(unit.faults, language).map(({ key, place, says }) => (
              <p key={key}>{`${place}: ${says}`}</p>
            )),
        }
      : {
          key: 'row',
          title: figureSheets.row,
          numeric: true,
          cell: (unit) => ('row' in unit ? unit.row : ''),
        },
  ];
  return (
    <DataTable
      label={figureSheets.import}
      rows={[...units].sort((a, b) => Number(b.fate === 'refused') - Number(a.fate === 'refused'))}
      rowKey={(unit) => ('row' in unit ? `${unit.row}` : unit.code)}
      columns={columns}
      empty={null}
    />
  );
}
