import styles from './rank-flow.module.css';
import { type Area, axisAt, gridRanks, type RankAxis, rankAt } from './rank-lines.ts';

type RankAxesProps = {
  readonly axes: readonly RankAxis[];
  readonly area: Area;
  readonly size: (units: number) => string;
};

/** An axis for each period, as long as its block; ranks are written where a block begins, and hatching parts two blocks. */
export function RankAxes({ axes, area, size }: RankAxesProps) {
  return (
    <g>
      {axes.map((axis, period) => {
        const x = axisAt(period, axes, area);
        const apart = period > 0 && !axis.comparable;
        return (
          <g key={axis.mark}>
            {apart && <Break x={(axisAt(period - 1, axes, area) + x) / 2} area={area} />}
            <line className={styles.axis} x1={x} x2={x} y1={area.top} y2={area.bottom} />
            <Ranks axis={axis} x={x} area={area} written={period === 0 || apart} />
            <text className={styles.period} x={x} y={14} textAnchor="middle">
              {axis.mark}
            </text>
            <text className={styles.scale} x={x} y={area.bottom + 24} textAnchor="middle">
              {size(axis.size)}
            </text>
          </g>
        );
      })}
    </g>
  );
}

type RanksProps = {
  readonly axis: RankAxis;
  readonly x: number;
  readonly area: Area;
  readonly written: boolean;
};

function Ranks({ axis, x, area, written }: RanksProps) {
  return gridRanks(Math.max(2, axis.size)).map((rank) => {
    const y = rankAt(rank, Math.max(2, axis.size), area);
    return (
      <g key={rank}>
        <line className={styles.axis} x1={x - 4} x2={x} y1={y} y2={y} />
        {written && (
          <text className={styles.scale} x={x - 8} y={y + 4} textAnchor="end">
            {rank}
          </text>
        )}
      </g>
    );
  });
}

function Break({ x, area }: { readonly x: number; readonly area: Area }) {
  return (
    <rect
      className={styles.apart}
      x={x - 7}
      y={area.top - 8}
      width={14}
      height={area.bottom - area.top + 16}
    />
  );
}
