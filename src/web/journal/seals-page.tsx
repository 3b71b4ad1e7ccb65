import { useInfiniteQuery } from '@tanstack/react-query';
import type { JournalSeal } from '../../domain/journal/seal.ts';
import { printInstant } from '../../text/instants.ts';
import { printNumber } from '../../text/numbers.ts';
import { failureOf } from '../api/failure.ts';
import { sheetAddress } from '../api/sheet.ts';
import { useHolds } from '../app/session.ts';
import { useLanguage } from '../ui/language.tsx';
import { EmptyState } from '../ui/notice.tsx';
import { Page } from '../ui/page.tsx';
import { type Column, DataTable } from '../ui/table/data-table.tsx';
import styles from './journal.module.css';
import { sealsListed } from './queries.ts';
import { VerifyForm } from './verify-form.tsx';

/** The latest seals, and for an auditor the check that nothing sealed was altered since. */
export function SealsPage() {
  const { text, language } = useLanguage();
  const { journal, shell } = text;
  const seals = useInfiniteQuery(sealsListed);
  const verifies = useHolds('journal.verify');
  const columns: Column<JournalSeal>[] = [
    { key: 'no', title: journal.number, numeric: true, width: '5rem', cell: ({ sealNo }) => sealNo },
    { key: 'at', title: journal.sealedAt, width: '10rem', cell: ({ sealedAt }) => printInstant(sealedAt) },
    {
      key: 'count',
      title: journal.entries,
      numeric: true,
      width: '6rem',
      cell: ({ count }) => printNumber(`${count}`, language),
      wideOnly: true,
    },
    { key: 'hash', title: journal.hash, cell: ({ hash }) => <code className={styles.hash}>{hash}</code> },
  ];
  return (
    <Page title={journal.seals} lead={journal.sealsLead}>
      {verifies && <VerifyForm />}
      <DataTable
        label={journal.seals}
        rows={seals.data?.pages.flatMap((page) => page.seals)}
        rowKey={({ sealNo }) => `${sealNo}`}
        columns={columns}
        exportHref={sheetAddress('/journal/seals.xlsx', { language })}
        onMore={seals.hasNextPage ? () => seals.fetchNextPage() : undefined}
        empty={<EmptyState title={journal.noSeals} />}
        error={seals.error === null ? undefined : shell.refused[failureOf(seals.error).code]}
      />
    </Page>
  );
}
