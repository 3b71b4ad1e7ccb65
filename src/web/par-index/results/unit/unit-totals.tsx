import type { UnitResult } from '../../../../domain/par-index/campaign/result.ts';
import { printNumber } from '../../../../text/numbers.ts';
import { periodName } from '../../../../text/periods.ts';
import type { WorkspaceText } from '../../../../text/workspace.ts';
import { ChartFigure } from '../../../ui/charts/chart-figure.tsx';
import { PointBar, PointLegend, type PointPart, PointTable } from '../../../ui/charts/point-bar.tsx';
import { useLanguage } from '../../../ui/language.tsx';
import { StatusMark } from '../../../ui/status-mark.tsx';
import { RankChange } from '../rank-change.tsx';
import { useUnitSheet } from '../result-downloads.tsx';
import styles from '../results.module.css';
import { partsOfUnit } from './point-parts.ts';

/** Points, index, rank and band of the unit, and one bar for the whole of them. */
export function UnitTotals({ result }: { readonly result: UnitResult }) {
  const { text, language } = useLanguage();
  const { parIndex } = text;
  const { totals, head, nodes, bonus } = result;
  const sheet = useUnitSheet(head, totals.unitId);
  const number = (written: string) => printNumber(written, language);
  const parts = partsOfUnit(nodes, totals.points, totals.applicable);
  const printed = (state: string) =>
    number(String((parts.find((part) => part.state === state)?.amount ?? 0) / 1000));
  const words = {
    safe: `${parIndex.earned}: ${number(totals.points)}`,
    lost: `${parIndex.lost}: ${printed('lost')}`,
    ...(totals.missing > 0 && { unknown: `${parIndex.unknownPoints}: ${printed('unknown')}` }),
  };
  const scale = parts.reduce((sum, { amount }) => sum + amount, 0);
  return (
    <section className={styles.whole} aria-label={parIndex.unitResult}>
      <dl className={styles.figures}>
        <div>
          <dt>{parIndex.points}</dt>
          <dd>
            {number(totals.points)} <small>/ {number(totals.applicable)}</small>
          </dd>
        </div>
        <div>
          <dt>{parIndex.index}</dt>
          <dd>{totals.index === null ? <small>{parIndex.noIndex}</small> : number(totals.index)}</dd>
        </div>
        <div>
          <dt>{parIndex.rank}</dt>
          <dd>
            {totals.rank === null ? (
              <small>{parIndex.unranked}</small>
            ) : (
              <>
                {totals.rank} <small>/ {head.rankedUnits}</small> <RankChange places={totals.rankChange} />
              </>
            )}
          </dd>
        </div>
        <div>
          <dt>{parIndex.band}</dt>
          <dd>{totals.band ?? <small>{parIndex.noBand}</small>}</dd>
        </div>
        {Number(bonus) !== 0 && (
          <div>
            <dt>{parIndex.bonusLine}</dt>
            <dd>{number(bonus).replace('-', '−')}</dd>
          </div>
        )}
      </dl>
      <ChartFigure
        title={parIndex.pointBar}
        summary={`${totals.unitName}, ${periodName(head.period, parIndex).toLocaleLowerCase('vi')}. ${Object.values(words).join('; ')}.`}
        fileName={`diem-${totals.unitCode}-${head.period}`}
        sheet={sheet}
        table={<PointTable caption={parIndex.pointBar} rows={tableOf(parts, parIndex, printed)} />}
        legend={<PointLegend words={words} />}
      >
        <PointBar parts={parts} scale={scale} tall label={Object.values(words).join('; ')} />
      </ChartFigure>
      {totals.missing > 0 && (
        <p className={styles.summary}>
          <StatusMark meaning="unknown" word={parIndex.missingLong(`${totals.missing}`)} />
        </p>
      )}
      {totals.flags.length > 0 && (
        <p className={styles.summary}>
          {parIndex.flags}: {totals.flags.map((flag) => head.flagLabels[flag] ?? flag).join('; ')}
        </p>
      )}
    </section>
  );
}

/** The stretches that there are, each with its points. */
function tableOf(
  parts: readonly PointPart[],
  words: WorkspaceText['parIndex'],
  printed: (state: string) => string,
): [string, string][] {
  const names = { safe: words.earned, risk: '', lost: words.lost, unknown: words.unknownPoints };
  return parts
    .filter(({ amount }) => amount > 0)
    .map(({ state }): [string, string] => [names[state], printed(state)]);
}
