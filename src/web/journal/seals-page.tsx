import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { JournalSeal } from '../../domain/journal/seal.ts';
import { printInstant } from '../../text/instants.ts';
import { printNumber } from '../../text/numbers.ts';
import { client } from '../api/client.ts';
import { useCommand } from '../api/command.ts';
import { failureOf } from '../api/failure.ts';
import { useHolds } from '../app/session.ts';
import { useLanguage } from '../ui/language.tsx';
import { EmptyState } from '../ui/notice.tsx';
import { Page } from '../ui/page.tsx';
import { StatusMark } from '../ui/status-mark.tsx';
import { type Column, DataTable } from '../ui/table/data-table.tsx';
import styles from './journal.module.css';
import { sealsListed } from './queries.ts';

type Verdict = Awaited<ReturnType<typeof client.journal.verify>>;

/** The latest seals, and the check that nothing sealed was altered since. */
export function SealsPage() {
  const { text, language } = useLanguage();
  const { journal, shell } = text;
  const seals = useQuery(sealsListed);
  const verifies = useHolds('journal.verify');
  const [verdict, setVerdict] = useState<Verdict>();
  const verify = useCommand(client.journal.verify, setVerdict);
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
    <Page
      title={journal.seals}
      lead={journal.sealsLead}
      {...(verifies && {
        actions: (
          <Button loading={verify.busy} onClick={() => verify.run({})}>
            {journal.verify}
          </Button>
        ),
      })}
    >
      <div role="status">
        {verdict !== undefined && (
          <StatusMark
            meaning={verdict.findings.length === 0 ? 'safe' : 'lost'}
            word={
              verdict.findings.length === 0
                ? journal.verifyFine(printNumber(`${verdict.entries}`, language))
                : journal.verifyBroken(printNumber(`${verdict.findings.length}`, language))
            }
          />
        )}
        {verify.failure !== undefined && <StatusMark meaning="risk" word={shell.refused[verify.failure]} />}
      </div>
      {verdict !== undefined && verdict.findings.length > 0 && (
        <ul>
          {verdict.findings.map(({ code, sealNo, entryNo }) => (
            <li key={`${code} ${sealNo} ${entryNo}`}>
              {journal.findings[code] ?? code}
              {sealNo !== null && `, ${journal.seal} ${sealNo}`}
              {entryNo !== null && `, ${journal.entry} ${entryNo}`}
            </li>
          ))}
        </ul>
      )}
      <DataTable
        label={journal.seals}
        rows={seals.data?.seals}
        rowKey={({ sealNo }) => `${sealNo}`}
        columns={columns}
        empty={<EmptyState title={journal.noSeals} />}
        error={seals.error === null ? undefined : shell.refused[failureOf(seals.error).code]}
      />
    </Page>
  );
}
