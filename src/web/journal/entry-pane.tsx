import { ActionIcon } from '@mantine/core';
import { X } from 'lucide-react';
import type { JournalEntry } from '../../domain/journal/entry.ts';
import { printInstant } from '../../text/instants.ts';
import { Facts } from '../ui/facts.tsx';
import { useText } from '../ui/language.tsx';
import { useReveal } from '../ui/reveal.ts';
import { type Column, DataTable } from '../ui/table/data-table.tsx';
import { type FieldChange, fieldChanges } from './changes.ts';
import styles from './journal.module.css';
import type { Names } from './names.ts';

type EntryPaneProps = {
  readonly entry: JournalEntry;
  readonly names: Names;
  readonly onClose: () => void;
};

/** One entry: who did it for whom and why, and each field before and after. */
export function EntryPane({ entry, names, onClose }: EntryPaneProps) {
  const { journal, shell } = useText();
  const pane = useReveal<HTMLElement>(`${entry.entryNo}`);
  const what = journal.actions[entry.action] ?? entry.action;
  const actor = entry.personId === null ? journal.system : names.person(entry.personId);
  const columns: Column<FieldChange>[] = [
    { key: 'field', title: journal.field, cell: ({ field }) => journal.fieldNames[field] ?? field },
    { key: 'before', title: journal.before, cell: ({ before }) => (before === '' ? '–' : before) },
    { key: 'after', title: journal.after, cell: ({ after }) => (after === '' ? '–' : after) },
  ];
  return (
    <aside ref={pane} className={styles.pane} aria-label={what}>
      <div className={styles.paneTitle}>
        <h2>{what}</h2>
        <ActionIcon variant="subtle" color="gray" aria-label={shell.close} onClick={onClose}>
          <X size={18} />
        </ActionIcon>
      </div>
      <Facts
        facts={[
          [journal.number, `${entry.entryNo}`],
          [journal.at, printInstant(entry.at)],
          [
            journal.actor,
            entry.onBehalfOf === null
              ? actor
              : `${actor}, ${journal.onBehalfOf(names.person(entry.onBehalfOf))}`,
          ],
          [journal.unit, names.unitAt(entry.unitPath)],
          entry.reason === null ? undefined : [journal.reason, entry.reason],
        ]}
      />
      <h3 className={styles.subtitle}>{journal.fields}</h3>
      <DataTable
        label={journal.fields}
        rows={fieldChanges(entry.before, entry.after)}
        rowKey={({ field }) => field}
        columns={columns}
        empty={<p>{journal.nothing}</p>}
      />
    </aside>
  );
}
