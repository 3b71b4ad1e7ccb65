import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { UnitId } from '../../../../domain/kernel/id.ts';
import { api } from '../../../api/client.ts';
import { failureOf } from '../../../api/failure.ts';
import { useText } from '../../../ui/language.tsx';
import { ErrorState, LoadingLines } from '../../../ui/notice.tsx';
import { Section } from '../../../ui/page.tsx';
import { TrendDownload } from '../result-downloads.tsx';
import styles from '../results.module.css';
import { TrendTable } from './trend-table.tsx';

/** The unit over the periods, and the way to all its indices on one scale. */
export function UnitTrend({ unitId }: { readonly unitId: UnitId }) {
  const { parIndex, indexOverview, shell } = useText();
  const trend = useQuery(api.results.trend.queryOptions({ input: { unitId } }));
  if (trend.isPending) return <LoadingLines lines={4} />;
  if (trend.isError) return <ErrorState sentence={shell.refused[failureOf(trend.error).code]} />;
  return (
    <Section
      title={parIndex.trend}
      actions={
        <span className={styles.sectionActions}>
          <Link to="/results/indices/$unitId" params={{ unitId }}>
            {indexOverview.ofUnit}
          </Link>
          <TrendDownload unitId={unitId} />
        </span>
      }
    >
      <p className={styles.summary}>{parIndex.trendLead}</p>
      <TrendTable lines={trend.data.lines} />
    </Section>
  );
}
