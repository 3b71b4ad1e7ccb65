import { useElementSize } from '@mantine/hooks';
import { useState } from 'react';
import { Hatching } from './hatching.tsx';
import { RankAxes } from './rank-axes.tsx';
import styles from './rank-flow.module.css';
import { type Area, apart, leap, pathOf, type RankAxis, type RankLine, stretches } from './rank-lines.ts';

/** A unit that went into another, by their keys. */
export type Succession = { readonly from: string; readonly to: string };

type RankFlowProps = {
  readonly axes: readonly RankAxis[];
  readonly lines: readonly RankLine[];
  /** The line in ink; the others are gray. */
  readonly own: string | undefined;
  /** Drawn dotted across a break, as a hint and not as a change of rank. */
  readonly successions: readonly Succession[];
  readonly words: { readonly size: (units: number) => string };
  /** What the picture shows, for those who do not see it. */
  readonly summary: string;
  readonly onOpen?: (key: string) => void;
};

const NAMES = 168;

/** Ranks over the periods, one line a unit: one's own in ink, the others gray until pointed at. */
export function RankFlow(props: RankFlowProps) {
  const { axes, lines, own, summary } = props;
  const { ref, width } = useElementSize<HTMLDivElement>();
  const [pointed, setPointed] = useState<string>();
  const largest = Math.max(2, ...axes.map(({ size }) => size));
  const height = Math.max(240, Math.min(600, 76 + largest * 16));
  const names = width > 520 ? NAMES : 28;
  const area: Area = { left: 44, right: Math.max(120, width - names), top: 34, bottom: height - 34 };
  const dark = (key: string) => (key === pointed ? 2 : key === own ? 1 : 0);
  const ordered = [...lines].sort((a, b) => dark(a.key) - dark(b.key));
  const look = (key: string): Look => (key === pointed ? 'pointed' : key === own ? 'own' : 'other');
  const crowded = (area.bottom - area.top) / Math.max(1, (axes.at(-1)?.size ?? 2) - 1) < 12;
  const named = crowded ? ordered.filter(({ key }) => dark(key) > 0) : ordered;
  return (
    <div ref={ref} className={styles.frame}>
      {width > 0 && (
        <svg width={width} height={height} role="img" aria-label={summary} className={styles.flow}>
          <Hatching pale />
          <RankAxes axes={axes} area={area} size={props.words.size} />
          {ordered.map((line) => (
            <Line
              key={line.key}
              line={line}
              parts={stretches(line, axes, area)}
              look={look(line.key)}
              onPoint={setPointed}
              onOpen={props.onOpen}
            />
          ))}
          <Leaps {...props} area={area} />
          {names === NAMES &&
            named.map((line) => (
              <Name
                key={line.key}
                line={line}
                axes={axes}
                area={area}
                look={look(line.key)}
                equal={lines.filter((one) => one.ranks.at(-1) === line.ranks.at(-1))}
              />
            ))}
        </svg>
      )}
    </div>
  );
}

type Look = 'own' | 'other' | 'pointed';

function Line(props: {
  readonly line: RankLine;
  readonly parts: ReturnType<typeof stretches>;
  readonly look: Look;
  readonly onPoint: (key: string | undefined) => void;
  readonly onOpen: ((key: string) => void) | undefined;
}) {
  const { line, parts, look, onPoint, onOpen } = props;
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

/** From each predecessor to the unit it went into, with the predecessor's name. */
function Leaps({ axes, lines, successions, own, area }: RankFlowProps & { readonly area: Area }) {
  const byKey = new Map(lines.map((line) => [line.key, line]));
  const leaps = successions.flatMap(({ from, to }) => {
    const [before, after] = [byKey.get(from), byKey.get(to)];
    const points = before && after && leap(before, after, axes, area);
    const [start] = points ?? [];
    if (points === undefined || start === undefined) return [];
    return [{ key: from, name: `${start.rank}. ${before?.name}`, points, start }];
  });
  leaps.sort((a, b) => a.start.y - b.start.y);
  const heights = apart(
    leaps.map(({ start }) => start.y - 5),
    14,
  );
  return leaps.map(({ key, name, points, start }, at) => (
    <g key={key} className={styles.leap}>
      <path d={pathOf(points)} />
      <circle cx={start.x} cy={start.y} r="3.5" />
      {key !== own && (
        <text x={start.x + 9} y={heights[at]}>
          {name}
        </text>
      )}
    </g>
  ));
}

/** The name at the end of a line; of one that ended before, only while it is pointed at. */
function Name(props: {
  readonly line: RankLine;
  readonly axes: readonly RankAxis[];
  readonly area: Area;
  readonly look: Look;
  /** Lines that end at the same rank, so that their names stand under each other. */
  readonly equal: readonly RankLine[];
}) {
  const { line, axes, area, look, equal } = props;
  const end = stretches(line, axes, area).at(-1)?.at(-1);
  if (end === undefined) return null;
  if (look !== 'pointed' && end.x < area.right) return null;
  const shift = (equal.indexOf(line) - (equal.length - 1) / 2) * 12;
  return (
    <text className={styles.name} data-look={look} x={end.x + 12} y={end.y + 4 + shift}>
      {`${end.rank}. ${line.name}`}
    </text>
  );
}
