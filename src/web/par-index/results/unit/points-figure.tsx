import { printScaled } from '../../../../domain/kernel/number/decimal.ts';
import type { ResultNode, UnitResult } from '../../../../domain/par-index/campaign/result.ts';
import { printNumber } from '../../../../text/numbers.ts';
import { periodName } from '../../../../text/periods.ts';
import { ChartFigure } from '../../../ui/charts/chart-figure.tsx';
import { PointBar, PointLegend, type PointPart, PointTable } from '../../../ui/charts/point-bar.tsx';
import { useLanguage } from '../../../ui/language.tsx';
import { useUnitSheet } from '../result-downloads.tsx';
import { partsOf } from './point-parts.ts';

type PointsFigureProps = {
  readonly result: UnitResult;
  readonly parts: readonly PointPart[];
  /** What the points are of, where that is not the whole unit: `1.3. Kiểm tra công vụ`. */
  readonly of?: string;
  readonly fileName: string;
};

/** What became of points, as one bar with its table, picture and workbook. */
export function PointsFigure({ result, parts, of, fileName }: PointsFigureProps) {
  const { text, language } = useLanguage();
  const { parIndex } = text;
  const { totals, head } = result;
  const rows = rowsOf(parts, totals.points).map(({ state, points }) => {
    const name = { safe: parIndex.earned, risk: '', lost: parIndex.lost, unknown: parIndex.unknownPoints };
    return { state, name: name[state], points: printNumber(points, language) };
  });
  const said = rows.map(({ name, points }) => `${name}: ${points}`);
  const about = [totals.unitName, periodName(head.period, parIndex).toLocaleLowerCase('vi'), of];
  return (
    <ChartFigure
      title={parIndex.pointBar}
      summary={`${about.filter((part) => part !== undefined).join(', ')}. ${said.join('; ')}.`}
      fileName={fileName}
      sheet={useUnitSheet(head, totals.unitId)}
      table={<PointTable caption={parIndex.pointBar} rows={rows.map(({ name, points }) => [name, points])} />}
      legend={
        <PointLegend
          words={Object.fromEntries(rows.map(({ state, name, points }) => [state, `${name}: ${points}`]))}
        />
      }
    >
      <PointBar
        parts={parts}
        scale={parts.reduce((sum, { amount }) => sum + amount, 0)}
        tall
        label={said.join('; ')}
      />
    </ChartFigure>
  );
}

/** Earned and lost always, what is unknown where there is any, with the decimals that the unit's points are printed with. */
function rowsOf(parts: readonly PointPart[], printed: string) {
  const decimals = Math.min(3, printed.split('.')[1]?.length ?? 0);
  return parts
    .filter(({ state, amount }) => state !== 'unknown' || amount > 0)
    .map(({ state, amount }) => ({
      state,
      points: printScaled(BigInt(amount) / 10n ** BigInt(3 - decimals), decimals),
    }));
}

/** The bar of one criterion; there is none where no points of it apply or where it only adds to the others. */
export function CriterionFigure({ result, code }: { readonly result: UnitResult; readonly code: string }) {
  const { nodes, totals, head } = result;
  const position = nodes.findIndex((node) => node.code === code);
  const node = nodes[position];
  const parts = hasBar(node) ? partsOf(nodes, position) : [];
  if (node === undefined || parts.every(({ amount }) => amount === 0)) return null;
  return (
    <PointsFigure
      result={result}
      parts={parts}
      of={`${code}. ${node.name}`}
      fileName={`diem-${totals.unitCode}-${head.period}-${code}`}
    />
  );
}

/** Bonus points and criteria that are not counted have no maximum of their own to be a share of. */
export function hasBar(node: ResultNode | undefined): boolean {
  return node !== undefined && !node.bonus && node.state !== 'excluded' && node.state !== 'redistributed';
}
