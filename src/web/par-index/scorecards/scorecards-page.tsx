import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import type { ScorecardLine } from '../../../domain/par-index/campaign/scorecard-record.ts';
import { periodMark } from '../../../text/periods.ts';
import type { WorkspaceText } from '../../../text/workspace.ts';
import { failureOf } from '../../api/failure.ts';
import { useHolds } from '../../app/session.ts';
import { useText } from '../../ui/language.tsx';
import { EmptyState } from '../../ui/notice.tsx';
import { Page } from '../../ui/page.tsx';
import { StatusMark } from '../../ui/status-mark.tsx';
import { type Column, DataTable } from '../../ui/table/data-table.tsx';
import { scorecardsListed } from '../queries.ts';
import { SheetLink } from '../sheets/sheet-link.tsx';

/** Every scorecard that one may read, the newest year first. */
export function ScorecardsPage() {
  const text = useText();
  const { parIndex, scorecardEditor, shell } = text;
  const listed = useQuery(scorecardsListed);
  const navigate = useNavigate();
  const edits = useHolds('scorecard.edit');
  const toImport = (
    <>
      <Button variant="default" onClick={() => navigate({ to: '/scorecards/new' })}>
        {scorecardEditor.newTitle}
      </Button>
      <Button onClick={() => navigate({ to: '/scorecards/import' })}>{parIndex.importScorecard}</Button>
    </>
  );
  return (
    <Page
      title={parIndex.scorecards}
      lead={parIndex.scorecardsLead}
      actions={
        <>
          <Link to="/scorecards/compare">{parIndex.compare}</Link>
          <SheetLink path="/scorecards.xlsx" label={text.indexSheets.exportXlsx} />
          {edits && toImport}
        </>
      }
    >
      <DataTable
        label={parIndex.scorecards}
        stacked
        rows={listed.data?.scorecards}
        rowKey={({ scorecardId }) => scorecardId}
        columns={columnsOf(text)}
        filterText={({ code, name, year }) => `${code} ${name} ${year}`}
        onOpen={({ scorecardId }) => navigate({ to: '/scorecards/$scorecardId', params: { scorecardId } })}
        empty={
          <EmptyState
            title={parIndex.scorecardsEmpty}
            body={parIndex.scorecardsEmptyBody}
            action={edits && toImport}
          />
        }
        error={listed.error === null ? undefined : shell.refused[failureOf(listed.error).code]}
        onRetry={() => listed.refetch()}
      />
    </Page>
  );
}

function columnsOf({ parIndex }: WorkspaceText): Column<ScorecardLine>[] {
  return [
    {
      key: 'name',
      title: parIndex.name,
      sort: ({ name }) => name,
      cell: ({ scorecardId, name }) => (
        <Link to="/scorecards/$scorecardId" params={{ scorecardId }}>
          {name}
        </Link>
      ),
    },
    { key: 'year', title: parIndex.year, numeric: true, sort: ({ year }) => year, cell: ({ year }) => year },
    {
      key: 'kind',
      title: parIndex.indexKind,
      sort: ({ indexKind }) => parIndex.indexKinds[indexKind],
      cell: ({ indexKind }) => parIndex.indexKinds[indexKind],
      wideOnly: true,
    },
    {
      key: 'version',
      title: parIndex.version,
      numeric: true,
      sort: ({ version }) => version,
      cell: ({ version }) => version,
      wideOnly: true,
    },
    {
      key: 'status',
      title: parIndex.status,
      sort: ({ status }) => status,
      cell: ({ status }) => (
        <StatusMark meaning={status === 'issued' ? 'safe' : 'plain'} word={parIndex.statuses[status]} />
      ),
    },
    {
      key: 'periods',
      title: parIndex.periodsOpen,
      cell: ({ campaigns }) => campaigns.map(({ period }) => periodMark(period)).join(', '),
      wideOnly: true,
    },
  ];
}
