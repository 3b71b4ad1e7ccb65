import { parseDecimal, printScaled } from '../../../../domain/kernel/number/decimal.ts';
import { divide, HUNDRED, isZero, multiply } from '../../../../domain/kernel/number/ratio.ts';
import { roundScaled } from '../../../../domain/kernel/number/rounding.ts';
import type { ResultNode, UnitResult } from '../../../../domain/par-index/campaign/result.ts';
import { printNumber } from '../../../../text/numbers.ts';
import { periodName } from '../../../../text/periods.ts';
import { ChartFigure } from '../../../ui/charts/chart-figure.tsx';
import { type Field, FieldLegend, FieldProfile } from '../../../ui/charts/field-profile.tsx';
import { useLanguage } from '../../../ui/language.tsx';
import { useUnitSheet } from '../result-downloads.tsx';
import styles from '../results.module.css';
import { thousandths } from './point-parts.ts';

type UnitProfileProps = { readonly result: UnitResult; readonly onOpen: (code: string) => void };

/** The fields of one unit against its block, the most lost points first. */
export function UnitProfile({ result, onOpen }: UnitProfileProps) {
  const { text, language } = useLanguage();
  const { parIndex } = text;
  const sheet = useUnitSheet(result.head, result.totals.unitId);
  const number = (written: string) => printNumber(written, language);
  const roots = result.nodes.filter(
    ({ depth, bonus, applicable, state }) =>
      depth === 0 && !bonus && state !== 'excluded' && thousandths(applicable) > 0,
  );
  const fields = roots.map((node) => fieldOf(node, number, onOpen, parIndex.noFigure));
  const [most] = [...roots].sort((a, b) => thousandths(b.lost) - thousandths(a.lost));
  return (
    <ChartFigure
      title={parIndex.profile}
      fileName={`${result.totals.unitCode}-${result.head.period}`}
      sheet={sheet}
      {...(most !== undefined && {
        summary: parIndex.profileSummary(
          result.totals.unitName,
          periodName(result.head.period, parIndex).toLocaleLowerCase('vi'),
          most.name,
          number(most.lost),
        ),
      })}
      legend={<FieldLegend own={parIndex.ownShare} mean={parIndex.mean} best={parIndex.best} />}
    >
      <FieldProfile
        fields={fields}
        words={{ ...parIndex, caption: parIndex.profileCaption, bar: parIndex.profileHead, share: '%' }}
      />
    </ChartFigure>
  );
}

function fieldOf(
  node: ResultNode,
  number: (written: string) => string,
  onOpen: (code: string) => void,
  noFigure: string,
): Field {
  const [whole, room] = [thousandths(node.max), thousandths(node.applicable)];
  const length = (points: string | null) => (points === null ? null : (100 * thousandths(points)) / whole);
  const printed = (points: string | null) => (points === null ? '–' : number(points));
  const own = node.state === 'missing' ? null : node.points;
  return {
    key: node.code,
    name: (
      <button type="button" className={styles.criterion} onClick={() => onOpen(node.code)}>
        <span className={styles.code}>{node.code}</span>
        {node.name}
      </button>
    ),
    own: length(own),
    room: (100 * room) / whole,
    mean: length(node.blockMean),
    best: length(node.blockBest),
    lost: thousandths(node.lost),
    printed: {
      points: node.state === 'missing' ? noFigure : number(node.points),
      max: number(node.applicable),
      share: own === null ? '–' : number(shareOf(own, node.applicable)),
      mean: printed(node.blockMean),
      best: printed(node.blockBest),
      lost: number(node.lost),
    },
  };
}

/** Points in percent of what applies, exact and rounded half up to two decimals; a dash where nothing applies. */
function shareOf(points: string, applicable: string): string {
  const whole = parseDecimal(applicable);
  if (isZero(whole)) return '–';
  return printScaled(roundScaled(divide(multiply(HUNDRED, parseDecimal(points)), whole), 2, 'half_up'), 2);
}
