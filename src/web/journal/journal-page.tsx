import { useInfiniteQuery } from '@tanstack/react-query';
import { Link, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import type { JournalEntry } from '../../domain/journal/entry.ts';
import { printInstant } from '../../text/instants.ts';
import type { WorkspaceText } from '../../text/workspace.ts';
import { failureOf } from '../api/failure.ts';
import { useLanguage } from '../ui/language.tsx';
import { EmptyState } from '../ui/notice.tsx';
import { Page } from '../ui/page.tsx';
import { type Column, DataTable } from '../ui/table/data-table.tsx';
import { EntryPane } from './entry-pane.tsx';
import { FilterFields } from './filter-fields.tsx';
import styles from './journal.module.css';
import { type Names, useNames } from './names.ts';
import { exportAddress, journalListed, NO_FILTER } from './queries.ts';

/** The whole journal as far as one may see it, the newest first; what an entry changed stands beside it. */
export function JournalPage() {
  const { text, language } = useLanguage();
  const { journal, shell } = text;
  const { about } = useSearch({ from: '/inside/journal' });
  const [filter, setFilter] = useState(NO_FILTER);
  const [opened, setOpened] = useState<JournalEntry>();
  const entries = useInfiniteQuery(journalListed({ ...filter, subjectId: about ?? '' }));
  const rows = entries.data?.pages.flatMap((page) => page.entries);
  const names = useNames(entries.data?.pages ?? []);
  return (
    <Page
      title={about === undefined ? journal.journal : journal.ofOne}
      lead={journal.lead}
      actions={<Link to="/journal/seals">{journal.seals}</Link>}
    >
      {about !== undefined && (
        <Link to="/journal" search={{}}>
          {journal.ofEverything}
        </Link>
      )}
      <FilterFields filter={filter} onChange={setFilter} />
      <div className={styles.panes} data-open={opened !== undefined}>
        <DataTable
          label={journal.journal}
          rows={rows}
          rowKey={({ entryNo }) => `${entryNo}`}
          columns={columnsOf(text, names, setOpened)}
          selected={opened === undefined ? undefined : `${opened.entryNo}`}
          onOpen={setOpened}
          exportHref={exportAddress({ ...filter, subjectId: about ?? '' }, language)}
          empty={<EmptyState title={journal.empty} body={journal.emptyBody} />}
          error={entries.error === null ? undefined : shell.refused[failureOf(entries.error).code]}
          onRetry={() => entries.refetch()}
          onMore={entries.hasNextPage ? () => entries.fetchNextPage() : undefined}
        />
        {opened !== undefined && (
          <EntryPane entry={opened} names={names} onClose={() => setOpened(undefined)} />
        )}
      </div>
    </Page>
  );
}

function columnsOf(
  { journal }: WorkspaceText,
  names: Names,
  open: (entry: JournalEntry) => void,
): Column<JournalEntry>[] {
  return [
    {
      key: 'at',
      title: journal.at,
      width: '9.5rem',
      cell: (entry) => (
        <button type="button" className={styles.open} onClick={() => open(entry)}>
          {printInstant(entry.at)}
        </button>
      ),
    },
    { key: 'action', title: journal.action, cell: ({ action }) => journal.actions[action] ?? action },
    { key: 'unit', title: journal.unit, cell: ({ unitPath }) => names.unitAt(unitPath), wideOnly: true },
    {
      key: 'actor',
      title: journal.actor,
      cell: ({ personId }) => (personId === null ? journal.system : names.person(personId)),
    },
    { key: 'reason', title: journal.reason, cell: ({ reason }) => reason, wideOnly: true },
  ];
}
