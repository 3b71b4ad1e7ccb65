import { Button, CopyButton } from '@mantine/core';
import { printCellFault } from '../../../text/print-sheet-fault.ts';
import type { client } from '../../api/client.ts';
import { useLanguage } from '../../ui/language.tsx';
import { Section } from '../../ui/page.tsx';
import { StatusMark } from '../../ui/status-mark.tsx';
import { type Column, DataTable } from '../../ui/table/data-table.tsx';
import styles from '../people.module.css';

export type InviteSheetAnswer = Awaited<ReturnType<typeof client.accounts.inviteSheet>>;

type Line = InviteSheetAnswer['rows'][number] & { readonly at: number; readonly name: string };

/** What would come of each row, or what came of it; links that no mail carries are here to be handed over. */
export function FatesTable(props: {
  readonly rows: readonly { readonly name: string }[];
  readonly answer: InviteSheetAnswer;
}) {
  const { text, language } = useLanguage();
  const { identity, shell } = text;
  const { done } = props.answer;
  const lines = props.answer.rows.map((row, at) => ({ ...row, at, name: props.rows[at]?.name ?? '' }));
  const links = lines.filter(({ link }) => link !== null);
  const wordOf = (fate: Line['fate']) => identity.fates[fate === 'invited' && !done ? 'ready' : fate];
  const columns: Column<Line>[] = [
    { key: 'name', title: identity.person, cell: ({ name }) => name },
    { key: 'email', title: identity.email, cell: ({ email }) => email, wideOnly: true },
    {
      key: 'fate',
      title: identity.fate,
      sort: ({ fate }) => fate,
      cell: ({ fate, faults }) => (
        <>
          <StatusMark meaning={fate === 'refused' ? 'lost' : 'safe'} word={wordOf(fate)} />
          {faults.map(({ code, detail }) => (
            <div key={code}>{printCellFault({ code, ...(detail && { detail }) }, language)}</div>
          ))}
        </>
      ),
    },
  ];
  const link: Column<Line> = {
    key: 'link',
    title: identity.invitationLink,
    cell: (line) => <span className={styles.link}>{line.link}</span>,
  };
  return (
    <Section
      title={identity.fate}
      actions={
        links.length > 0 && (
          <CopyButton value={links.map((line) => `${line.name}\t${line.email}\t${line.link}`).join('\n')}>
            {({ copied, copy }) => (
              <Button variant="default" onClick={copy}>
                {copied ? shell.copied : identity.copyLinks}
              </Button>
            )}
          </CopyButton>
        )
      }
    >
      <DataTable
        label={identity.fate}
        rows={lines}
        rowKey={({ at }) => `${at}`}
        columns={links.length > 0 ? [...columns, link] : columns}
        empty={null}
      />
    </Section>
  );
}
