import { Checkbox, Select } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useMemo, useState } from 'react';
import type { IndexOverview } from '../../../../domain/par-index/campaign/index-overview.ts';
import {
  type OverviewRow,
  rowsOf,
  shownIndices,
} from '../../../../domain/par-index/campaign/overview-rows.ts';
import { api } from '../../../api/client.ts';
import { failureOf } from '../../../api/failure.ts';
import { useLanguage, useText } from '../../../ui/language.tsx';
import { EmptyState, ErrorState, LoadingLines } from '../../../ui/notice.tsx';
import { Page } from '../../../ui/page.tsx';
import { DataTable } from '../../../ui/table/data-table.tsx';
import { useKindNames } from '../../kind-names.ts';
import { resultSheet } from '../result-downloads.tsx';
import { indexColumns } from './index-columns.tsx';
import styles from './indices.module.css';

/** Every unit with its latest result of each index, side by side. */
export function IndicesPage() {
  const { indexOverview: words, parIndex, shell } = useText();
  const overview = useQuery(api.results.overview.queryOptions());
  return (
    <Page
      title={words.title}
      lead={words.lead}
      actions={
        <>
          <Link to="/results">{parIndex.backToRanking}</Link>
          <Link to="/results/flow">{parIndex.flow}</Link>
        </>
      }
    >
      {overview.isPending && <LoadingLines lines={14} />}
      {overview.isError && <ErrorState sentence={shell.refused[failureOf(overview.error).code]} />}
      {overview.isSuccess && <Overview overview={overview.data} />}
    </Page>
  );
}

function Overview({ overview }: { readonly overview: IndexOverview }) {
  const { text, language } = useLanguage();
  const { indexOverview: words, shell } = text;
  const kindNames = useKindNames();
  const [kind, setKind] = useState<string | null>(null);
  const [incomplete, setIncomplete] = useState(false);
  const indices = useMemo(() => shownIndices(overview), [overview]);
  const all = useMemo(() => rowsOf(overview, indices), [overview, indices]);
  const columns = useMemo(() => indexColumns(indices, text, language), [indices, text, language]);
  const kinds = [...new Set(all.map(({ unitKind }) => unitKind))];
  const rows = all.filter(
    (row) => (kind === null || row.unitKind === kind) && (!incomplete || isIncomplete(row)),
  );
  const mixed = all.some(({ reached }) =>
    reached.some((one, at) => one !== undefined && one.from.period !== indices[at]?.period),
  );
  return (
    <>
      <DataTable
        label={words.table}
        rows={all.length === 0 ? all : rows}
        rowKey={({ unitId }) => unitId}
        columns={columns}
        filterText={({ unitName }) => unitName}
        exportHref={resultSheet('overview', {}, language)}
        tools={
          <>
            {kinds.length > 1 && (
              <Select
                aria-label={words.unitKind}
                placeholder={words.allKinds}
                data={kinds.map((code) => ({ value: code, label: kindNames([code]) }))}
                value={kind}
                onChange={setKind}
                clearable
                clearButtonProps={{ 'aria-label': shell.clearFilter }}
                w="12rem"
              />
            )}
            {all.some(isIncomplete) && (
              <Checkbox
                label={words.onlyIncomplete}
                checked={incomplete}
                onChange={(event) => setIncomplete(event.currentTarget.checked)}
                py="0.375rem"
              />
            )}
          </>
        }
        empty={
          <EmptyState
            title={words.empty}
            body={words.emptyBody}
            action={<Link to="/scorecards">{words.toScorecards}</Link>}
          />
        }
      />
      {mixed && <p className={styles.mixed}>{words.mixed}</p>}
    </>
  );
}

function isIncomplete({ reached }: OverviewRow): boolean {
  return reached.includes(undefined);
}
