import type { UnitResult } from '../../../../domain/par-index/campaign/result.ts';
import { printNumber } from '../../../../text/numbers.ts';
import { useLanguage } from '../../../ui/language.tsx';
import { StatusMark } from '../../../ui/status-mark.tsx';
import { RankChange } from '../rank-change.tsx';
import styles from '../results.module.css';
import { partsOfUnit } from './point-parts.ts';
import { PointsFigure } from './points-figure.tsx';

/** Points, index, rank and band of the unit, and one bar for the whole of them. */
export function UnitTotals({ result }: { readonly result: UnitResult }) {
  const { text, language } = useLanguage();
  const { parIndex } = text;
  const { totals, head, nodes, bonus } = result;
  const number = (written: string) => printNumber(written, language);
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
      <PointsFigure
        result={result}
        parts={partsOfUnit(nodes, totals.points, totals.applicable)}
        fileName={`diem-${totals.unitCode}-${head.period}`}
      />
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
