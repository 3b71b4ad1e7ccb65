import { Button, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useText } from '../../ui/language.tsx';
import { Section } from '../../ui/page.tsx';
import {
  type Basics,
  fetchFaultSheet,
  type ScorecardSheet,
  type ScorecardSheetOutcome,
} from './scorecard-sheet.ts';
import { SheetFaults } from './sheet-faults.tsx';
import styles from './sheets.module.css';

type WorkbookReadingProps = {
  readonly sheet: ScorecardSheet;
  readonly outcome: ScorecardSheetOutcome;
  readonly busy: boolean;
  readonly onAgain: (basics: Basics) => void;
};

/** What came of reading a workbook: what is wrong in it, and what it leaves to be said. */
export function WorkbookReading({ sheet, outcome, busy, onAgain }: WorkbookReadingProps) {
  const { indexSheets } = useText();
  const { faults, ignored, asks } = outcome;
  return (
    <>
      {faults.length > 0 && (
        <SheetFaults faults={faults} fileName={sheet.file.name} fetchBack={() => fetchFaultSheet(sheet)} />
      )}
      {asks.length > 0 && <Asked sheet={sheet} asks={asks} busy={busy} onAgain={onAgain} />}
      {ignored.length > 0 && <p className={styles.ignored}>{indexSheets.ignored(ignored.join(', '))}</p>}
    </>
  );
}

type AskedProps = Pick<WorkbookReadingProps, 'sheet' | 'busy' | 'onAgain'> &
  Pick<ScorecardSheetOutcome, 'asks'>;

function Asked({ sheet, asks, busy, onAgain }: AskedProps) {
  const { indexSheets } = useText();
  const [basics, setBasics] = useState(sheet.basics);
  const send = (event: FormEvent) => {
    event.preventDefault();
    onAgain(basics);
  };
  return (
    <Section title={indexSheets.asks}>
      <form className={styles.asked} onSubmit={send}>
        {asks.map((field) => (
          <TextInput
            key={field}
            label={indexSheets.headFields[field]}
            required
            inputMode={field === 'year' ? 'numeric' : 'text'}
            pattern={field === 'year' ? '[0-9]{4}' : undefined}
            value={basics[field]}
            onChange={(event) => setBasics({ ...basics, [field]: event.currentTarget.value })}
          />
        ))}
        <Button type="submit" variant="default" loading={busy}>
          {indexSheets.readAgain}
        </Button>
      </form>
    </Section>
  );
}
