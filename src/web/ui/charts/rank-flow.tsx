import { useElementSize } from '@mantine/hooks';
import { useState } from 'react';
import styles from './rank-flow.module.css';
import { type Area, gridRanks, pathOf, type RankLine, stretches, worstRank } from './rank-lines.ts';

type RankFlowProps = {
  readonly periods: readonly string[];
  readonly lines: readonly RankLine[];
  /** The line in ink; the others are gray. */
  readonly own: string | undefined;
  /** What the picture shows, for those who do not see it. */
  readonly summary: string;
  readonly onOpen?: (key: string) => void;
};

const NAMES = 168;

/** Ranks over the periods, one line a unit: one's own in ink, the others gray until pointed at. */
export function RankFlow({ periods, lines, own, summary, onOpen }: RankFlowProps) {
  const { ref, width } = useElementSize<HTMLDivElement>();
  const [pointed, setPointed] = useState<string>();
  const worst = worstRank(lines);
  const height = Math.max(220, Math.min(560, 56 + worst * 16));
  const names = width > 520 ? NAMES : 24;
  const area: Area = { left: 40, right: Math.max(120, width - names), top: 34, bottom: height - 14 };
  const last = [...lines].sort((a, b) => rankOf(a) - rankOf(b));
  const drawn = (key: string) => (key === pointed ? 2 : key === own ? 1 : 0);
  const ordered = [...lines].sort((a, b) => drawn(a.key) - drawn(b.key));
  return (
    <div ref={ref} className={styles.frame}>
      {width > 0 && (
        <svg width={width} height={height} role="img" aria-label={summary} className={styles.flow}>
          <Grid periods={periods} worst={worst} area={area} />
          {ordered.map((line) => (
            <Line
              key={line.key}
              line={line}
              worst={worst}
              area={area}
              look={line.key === pointed ? 'pointed' : line.key === own ? 'own' : 'other'}
              onPoint={setPointed}
              onOpen={onOpen}
            />
          ))}
          {names === NAMES &&
            last.map((line) => (
              <Name key={line.key} line={line} worst={worst} area={area} own={own} pointed={pointed} />
            ))}
        </svg>
      )}
    </div>
  );
}

function rankOf(line: RankLine): number {
  return line.ranks.at(-1) ?? Number.POSITIVE_INFINITY;
}

function Grid(props: { readonly periods: readonly string[]; readonly worst: number; readonly area: Area }) {
  const { periods, worst, area } = props;
  const steps = Math.max(1, periods.length - 1);
  return (
    <g>
      {gridRanks(worst).map((rank) => {
        const y = area.top + ((area.bottom - area.top) * (rank - 1)) / (worst - 1);
        return (
          <g key={rank}>
            <line className={styles.grid} x1={area.left} x2={area.right} y1={y} y2={y} />
            <text className={styles.scale} x={area.left - 10} y={y + 4} textAnchor="end">
              {rank}
            </text>
          </g>
        );
      })}
      {periods.map((period, index) => {
        const x = area.left + ((area.right - area.left) * index) / steps;
        return (
          <text key={period} className={styles.period} x={x} y={14} textAnchor="middle">
            {period}
          </text>
        );
      })}
    </g>
  );
}

type Look = 'own' | 'other' | 'pointed';

function Line(props: {
  readonly line: RankLine;
  readonly worst: number;
  readonly area: Area;
  readonly look: Look;
  readonly onPoint: (key: string | undefined) => void;
  readonly onOpen: ((key: string) => void) | undefined;
}) {
  const { line, worst, area, look, onPoint, onOpen } = props;
  const parts = stretches(line, worst, area);
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the table beneath gives the same by keyboard
    <g
      data-look={look}
      className={styles.line}
      onPointerEnter={() => onPoint(line.key)}
      onPointerLeave={() => onPoint(undefined)}
      onClick={() => onOpen?.(line.key)}
    >
      {parts.map((points) => (
        <g key={points[0]?.x}>
          <path className={styles.reach} d={pathOf(points)} />
          <path className={styles.stroke} d={pathOf(points)} />
          {points.map(({ x, y }) => (
            <circle key={x} className={styles.dot} cx={x} cy={y} r={look === 'other' ? 2.5 : 4} />
          ))}
        </g>
      ))}
    </g>
  );
}

/** The name at the end of a line: one's own and the one pointed at; of the others, where they do not crowd. */
function Name(props: {
  readonly line: RankLine;
  readonly worst: number;
  readonly area: Area;
  readonly own: string | undefined;
  readonly pointed: string | undefined;
}) {
  const { line, worst, area, own, pointed } = props;
  const end = stretches(line, worst, area).at(-1)?.at(-1);
  if (end === undefined || end.x < area.right) return null;
  const look: Look = line.key === pointed ? 'pointed' : line.key === own ? 'own' : 'other';
  const crowded = (area.bottom - area.top) / (worst - 1) < 12;
  if (crowded && look === 'other') return null;
  return (
    <text className={styles.name} data-look={look} x={end.x + 12} y={end.y + 4}>
      {`${end.rank}. ${line.name}`}
    </text>
  );
}
