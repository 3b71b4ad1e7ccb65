import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import type { PublishedTableLine } from '../../../domain/par-index/published/table-record.ts';
import type { WorkspaceText } from '../../../text/workspace.ts';
import { api } from '../../api/client.ts';
import { failureOf } from '../../api/failure.ts';
import { useHolds } from '../../app/session.ts';
import { useText } from '../../ui/language.tsx';
import { EmptyState } from '../../ui/notice.tsx';
import { Page } from '../../ui/page.tsx';
import { StatusMark } from '../../ui/status-mark.tsx';
import { type Column, DataTable } from '../../ui/table/data-table.tsx';
import { SheetLink } from '../sheets/sheet-link.tsx';

/** Tables that others published, and how many contradictions each has. */
export function PublishedTablesPage() {
  const text = useText();
  const { parIndex, shell } = text;
  const listed = useQuery(api.publishedTables.list.queryOptions());
  const navigate = useNavigate();
  const edits = useHolds('scorecard.edit');
  const toImport = (
    <Button onClick={() => navigate({ to: '/published-tables/import' })}>{parIndex.importPublished}</Button>
  );
  return (
    <Page
      title={parIndex.publishedTables}
      lead={parIndex.publishedLead}
      actions={
        <>
          <SheetLink path="/published-tables.xlsx" label={text.indexSheets.exportXlsx} />
          {edits && toImport}
        </>
      }
    >
      <DataTable
        label={parIndex.publishedTables}
        stacked
        rows={listed.data?.tables}
        rowKey={({ tableId }) => tableId}
        columns={columnsOf(text)}
        onOpen={({ tableId }) => navigate({ to: '/published-tables/$tableId', params: { tableId } })}
        empty={
          <EmptyState
            title={parIndex.publishedEmpty}
            body={parIndex.publishedEmptyBody}
            action={edits && toImport}
          />
        }
        error={listed.error === null ? undefined : shell.refused[failureOf(listed.error).code]}
        onRetry={() => listed.refetch()}
      />
    </Page>
  );
}

function columnsOf({ parIndex }: WorkspaceText): Column<PublishedTableLine>[] {
  return [
    {
      key: 'title',
      title: parIndex.title,
      sort: ({ title }) => title,
      cell: ({ tableId, title }) => (
        <Link to="/published-tables/$tableId" params={{ tableId }}>
          {title}
        </Link>
      ),
    },
    { key: 'year', title: parIndex.year, numeric: true, sort: ({ year }) => year, cell: ({ year }) => year },
    {
      key: 'units',
      title: parIndex.units,
      numeric: true,
      wideOnly: true,
      sort: ({ units }) => units,
      cell: ({ units }) => units,
    },
    {
      key: 'findings',
      title: parIndex.findings,
      sort: ({ findings }) => findings,
      cell: ({ findings }) => (
        <StatusMark
          meaning={findings === 0 ? 'safe' : 'lost'}
          word={findings === 0 ? parIndex.noFindings : parIndex.findingsCount(`${findings}`)}
        />
      ),
    },
  ];
}
