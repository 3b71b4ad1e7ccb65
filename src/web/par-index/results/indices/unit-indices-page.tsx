import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { UnitId } from '../../../../domain/kernel/id.ts';
import type { TrendLine } from '../../../../domain/par-index/campaign/result.ts';
import { printNumber } from '../../../../text/numbers.ts';
import { api } from '../../../api/client.ts';
import { failureOf } from '../../../api/failure.ts';
import { Back } from '../../../ui/back.tsx';
import { ChartFigure } from '../../../ui/charts/chart-figure.tsx';
import { TimeFrame, TimeLegend } from '../../../ui/charts/time-frame.tsx';
import { extentOf, unknownYears } from '../../../ui/charts/time-frames.ts';
import { useLanguage, useText } from '../../../ui/language.tsx';
import { ErrorState, LoadingLines } from '../../../ui/notice.tsx';
import { Page } from '../../../ui/page.tsx';
import { resultSheet } from '../result-downloads.tsx';
import results from '../results.module.css';
import { TrendTable } from '../unit/trend-table.tsx';
import { framesOf, type IndexFrame } from './index-frames.ts';
import styles from './indices.module.css';

/** One unit: every index over the periods in frames of one scale, and the same as a table. */
export function UnitIndicesPage() {
  const { indexOverview: words, shell } = useText();
  const { unitId } = useParams({ from: '/inside/results/indices/$unitId' });
  const trend = useQuery(api.results.trend.queryOptions({ input: { unitId: UnitId.parse(unitId) } }));
  return (
    <Page
      title={trend.data?.unitName ?? words.ofUnit}
      lead={words.ofUnitLead}
      actions={
        <Link to="/results/indices">
          <Back to={words.allUnits} />
        </Link>
      }
    >
      {trend.isPending && <LoadingLines lines={14} />}
      {trend.isError && <ErrorState sentence={shell.refused[failureOf(trend.error).code]} />}
      {trend.isSuccess && <Frames unitId={unitId} unitName={trend.data.unitName} lines={trend.data.lines} />}
    </Page>
  );
}

type FramesProps = {
  readonly unitId: string;
  readonly unitName: string;
  readonly lines: readonly TrendLine[];
};

function Frames({ unitId, unitName, lines }: FramesProps) {
  const { text, language } = useLanguage();
  const { indexOverview: words } = text;
  const number = (written: string) => printNumber(written, language);
  const frames = framesOf(lines, text, number);
  const extent = extentOf(frames);
  if (extent === undefined) return <TrendTable lines={lines} />;
  const others = frames.some((frame) => frame.lines.some(({ own }) => !own));
  const gaps = frames.some((frame) => unknownYears(frame.lines, extent).length > 0);
  const told = frames.flatMap(({ title, told: values }) =>
    values.length === 0 ? [] : [words.told(title, values.join(', '))],
  );
  return (
    <ChartFigure
      title={words.ofUnit}
      summary={words.onOneScale(`${extent.bottom}`)}
      fileName={`cac-chi-so-${unitName}`}
      sheet={resultSheet('trend', { unitId }, language)}
      table={<TrendTable lines={lines} />}
      legend={
        <TimeLegend
          own={words.legendOwn}
          open={words.legendProvisional}
          other={others ? words.legendPredecessor : undefined}
          unknown={gaps ? words.legendUnknown : undefined}
        />
      }
    >
      <div className={styles.frames}>
        {frames.map((frame: IndexFrame) => (
          <TimeFrame
            key={frame.kind}
            title={frame.title}
            note={frame.note}
            lines={frame.lines}
            extent={extent}
            none={words.none}
          />
        ))}
      </div>
      <p className={results.hidden} data-no-picture>
        {told.join(' ')}
      </p>
    </ChartFigure>
  );
}
