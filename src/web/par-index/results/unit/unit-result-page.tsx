import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { UnitId } from '../../../../domain/kernel/id.ts';
import type { UnitResult } from '../../../../domain/par-index/campaign/result.ts';
import { ScorecardId } from '../../../../domain/par-index/campaign/scorecard-record.ts';
import { periodName } from '../../../../text/periods.ts';
import { api } from '../../../api/client.ts';
import { failureOf } from '../../../api/failure.ts';
import { Back } from '../../../ui/back.tsx';
import { useText } from '../../../ui/language.tsx';
import { ErrorState, LoadingLines } from '../../../ui/notice.tsx';
import { Page } from '../../../ui/page.tsx';
import { UnitDownloads } from '../result-downloads.tsx';
import { ResultState } from '../result-state.tsx';
import styles from '../results.module.css';
import { CriteriaTable } from './criteria-table.tsx';
import { ExplanationPane } from './explanation-pane.tsx';
import { UnitProfile } from './unit-profile.tsx';
import { UnitTotals } from './unit-totals.tsx';
import { UnitTrend } from './unit-trend.tsx';

/** One unit: what it reached, where points are lost, every criterion with its reason, and the way over the periods. */
export function UnitResultPage() {
  const { parIndex, shell } = useText();
  const params = useParams({ from: '/inside/results/$scorecardId/$period/$unitId' });
  const [scorecardId, unitId] = [ScorecardId.parse(params.scorecardId), UnitId.parse(params.unitId)];
  const found = useQuery(
    api.results.unit.queryOptions({ input: { scorecardId, period: params.period, unitId } }),
  );
  if (found.isPending) return <LoadingLines lines={14} />;
  if (found.isError)
    return (
      <Page title={parIndex.unitResult}>
        <ErrorState sentence={shell.refused[failureOf(found.error).code]} />
      </Page>
    );
  return <Found key={unitId} result={found.data} />;
}

function Found({ result }: { readonly result: UnitResult }) {
  const { parIndex } = useText();
  const { head, totals } = result;
  const { code } = useSearch({ from: '/inside/results/$scorecardId/$period/$unitId' });
  const navigate = useNavigate();
  const open = (chosen: string | undefined) =>
    navigate({
      to: '.',
      search: chosen === undefined ? {} : { code: chosen },
      replace: true,
      resetScroll: false,
    });
  const campaign = { scorecard: head.scorecardId, period: head.period };
  return (
    <Page
      title={totals.unitName}
      lead={`${head.scorecardName} · ${periodName(head.period, parIndex)}`}
      actions={
        <>
          <Link to="/results" search={campaign}>
            <Back to={parIndex.backToRanking} />
          </Link>
          <Link to="/figures" search={{ ...campaign, unit: totals.unitId }}>
            {parIndex.toFigures}
          </Link>
          <UnitDownloads head={head} unitId={totals.unitId} />
        </>
      }
    >
      <ResultState head={head} />
      <UnitTotals result={result} />
      <UnitProfile result={result} onOpen={open} />
      <div className={styles.panes} data-open={code !== undefined}>
        <CriteriaTable result={result} chosen={code} onOpen={open} />
        {code !== undefined && (
          <ExplanationPane
            key={code}
            result={result}
            code={code}
            onOpen={open}
            onClose={() => open(undefined)}
          />
        )}
      </div>
      <UnitTrend unitId={totals.unitId} />
    </Page>
  );
}
