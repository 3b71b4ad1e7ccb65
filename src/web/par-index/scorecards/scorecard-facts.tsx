import { Link } from '@tanstack/react-router';
import { printRatio } from '../../../domain/kernel/number/decimal.ts';
import { printShortPoints } from '../../../domain/kernel/number/points.ts';
import type { ScorecardWhole } from '../../../domain/par-index/contract.ts';
import type { Band } from '../../../domain/par-index/scorecard/fields.ts';
import type { Scorecard } from '../../../domain/par-index/scorecard/scorecard.ts';
import { printDate, printNumber } from '../../../text/numbers.ts';
import { periodName } from '../../../text/periods.ts';
import type { WorkspaceText } from '../../../text/workspace.ts';
import { Facts } from '../../ui/facts.tsx';
import { useLanguage } from '../../ui/language.tsx';
import { useKindNames } from '../kind-names.ts';
import styles from './scorecards.module.css';

type ScorecardFactsProps = { readonly whole: ScorecardWhole; readonly scorecard: Scorecard };

/** What the scorecard judges, on which decision it rests, and how points become a rank and a band. */
export function ScorecardFacts({ whole, scorecard }: ScorecardFactsProps) {
  const { text, language } = useLanguage();
  const { parIndex } = text;
  const kinds = useKindNames();
  const { rounding, ranking, block, bands } = scorecard;
  const decision = whole.decision ?? scorecard.decision;
  const ties = ranking.then.length > 0 ? parIndex.tieBreak(ranking.then.join(', ')) : '';
  const total = printNumber(printShortPoints(scorecard.total), language);
  return (
    <Facts
      facts={[
        [parIndex.code, whole.code],
        [parIndex.version, whole.version],
        [parIndex.keptBy, whole.ownerUnitName],
        block && [parIndex.block, kinds(block)],
        decision === undefined
          ? undefined
          : [
              parIndex.decision,
              [decision.number, decision.date && printDate(decision.date), decision.issuer]
                .filter(Boolean)
                .join(', '),
            ],
        [parIndex.totalMax, total],
        [parIndex.rounding, parIndex.roundingOf(`${rounding.leaf.decimals}`, `${rounding.index.decimals}`)],
        [parIndex.ranking, `${parIndex.rankingMethods[ranking.method]}${ties}`],
        bands.length === 0
          ? undefined
          : [
              parIndex.bands,
              <ul key="bands" className={styles.bands}>
                {bands.map((band) => (
                  <li key={band.name}>
                    {band.name}: {bandBound(band, parIndex, language)}
                  </li>
                ))}
              </ul>,
            ],
        [
          parIndex.periodsOpen,
          whole.campaigns.length === 0
            ? parIndex.noPeriods
            : whole.campaigns.map(({ period }) => (
                <div key={period}>
                  <Link to="/results" search={{ scorecard: whole.scorecardId, period }}>
                    {periodName(period, parIndex)}
                  </Link>
                </div>
              )),
        ],
      ]}
    />
  );
}

function bandBound(band: Band, words: WorkspaceText['parIndex'], language: 'vi' | 'en'): string {
  if (band.from === undefined) return words.bandRest;
  const from = printNumber(printRatio(band.from), language);
  return band.closed ? words.bandFrom(from) : words.bandAbove(from);
}
