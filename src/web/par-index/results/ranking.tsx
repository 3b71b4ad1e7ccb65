import { Button, Select } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { RankingTable } from '../../../domain/par-index/campaign/result.ts';
import { printNumber } from '../../../text/numbers.ts';
import { failureOf } from '../../api/failure.ts';
import { useLanguage, useText } from '../../ui/language.tsx';
import { EmptyState, ErrorState, LoadingLines } from '../../ui/notice.tsx';
import { DataTable } from '../../ui/table/data-table.tsx';
import { type Campaign, lastPublished } from '../campaigns.ts';
import { rankingOf, scorecardsListed } from '../queries.ts';
import { PublishForm } from './publish-form.tsx';
import { rankingColumns } from './ranking-columns.tsx';
import { RankingDownloads } from './result-downloads.tsx';
import { ResultState } from './result-state.tsx';
import styles from './results.module.css';

/** The table that a leader can print as it stands. */
export function Ranking({ campaign }: { readonly campaign: Campaign }) {
  const { text } = useLanguage();
  const ranking = useQuery(rankingOf(campaign.scorecardId, campaign.period));
  if (ranking.isPending) return <LoadingLines lines={14} />;
  if (ranking.isError) return <ErrorState sentence={text.shell.refused[failureOf(ranking.error).code]} />;
  return <Table table={ranking.data} />;
}

/** Why there is no row: nobody has a result, or those that there are may not be seen yet. */
function Nothing({ table }: { readonly table: RankingTable }) {
  const { parIndex } = useText();
  const listed = useQuery(scorecardsListed);
  if (table.whole) return <EmptyState title={parIndex.resultsEmpty} body={parIndex.resultsEmptyBody} />;
  const last = lastPublished(listed.data?.scorecards ?? [], table.indexKind);
  return (
    <EmptyState
      title={parIndex.notYetPublished}
      body={parIndex.notYetPublishedBody}
      action={
        last !== undefined && (
          <Link to="/results" search={{ scorecard: last.scorecardId, period: last.period }}>
            {parIndex.latestPublished}
          </Link>
        )
      }
    />
  );
}

function Table({ table }: { readonly table: RankingTable }) {
  const { text, language } = useLanguage();
  const { parIndex } = text;
  const [band, setBand] = useState<string | null>(null);
  const [wide, setWide] = useState(false);
  const rows = band === null ? table.rows : table.rows.filter((row) => row.band === band);
  const [first] = table.rows.filter(({ rank }) => rank === 1);
  const number = (value: string) => printNumber(value, language);
  return (
    <div className={styles.ranking}>
      <div className={styles.stateLine}>
        <ResultState head={table} />
        <PublishForm head={table} />
      </div>
      {first?.index != null && table.whole && (
        <p className={styles.summary}>
          {parIndex.rankSummary(first.unitName, number(first.index), number(`${table.rankedUnits}`))}
        </p>
      )}
      <DataTable
        label={parIndex.rankTable}
        rows={rows}
        rowKey={({ unitId }) => unitId}
        columns={rankingColumns(table, text, wide)}
        filterText={({ unitName, unitCode, band: name }) => `${unitName} ${unitCode} ${name ?? ''}`}
        tools={
          <>
            {table.bands.length > 0 && (
              <Select
                aria-label={parIndex.band}
                placeholder={parIndex.allBands}
                data={[...table.bands]}
                value={band}
                onChange={setBand}
                clearable
                clearButtonProps={{ 'aria-label': text.shell.clearFilter }}
                w="10rem"
              />
            )}
            <Button variant="default" aria-pressed={wide} onClick={() => setWide(!wide)}>
              {wide ? parIndex.hideFields : parIndex.showFields}
            </Button>
            <RankingDownloads head={table} />
          </>
        }
        empty={<Nothing table={table} />}
      />
    </div>
  );
}
