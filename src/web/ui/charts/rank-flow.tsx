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
  const step = (area.bottom - area.top) / Math.max(1, (axes.at(-1)?.size ?? 2) - 1);
  const named = step < 12 ? ordered.filter(({ key }) => dark(key) > 0) : ordered;
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
          {names === NAMES && (
            <Names lines={named} axes={axes} area={area} room={Math.min(14, step)} look={look} />
          )}
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

/** Names at the ends of lines, equal ranks under each other; of a line that ended before, only while it is pointed at. */
function Names(props: {
  readonly lines: readonly RankLine[];
  readonly axes: readonly RankAxis[];
  readonly area: Area;
  /** Height of a name. */
  readonly room: number;
  readonly look: (key: string) => Look;
}) {
  const { lines, axes, area, room, look } = props;
  const ends = lines.flatMap((line) => {
    const end = stretches(line, axes, area).at(-1)?.at(-1);
    const shown = end !== undefined && (end.x >= area.right || look(line.key) === 'pointed');
    return shown ? [{ line, end }] : [];
  });
  ends.sort((a, b) => a.end.y - b.end.y || a.line.name.localeCompare(b.line.name, 'vi'));
  const heights = apart(
    ends.map(({ end }) => end.y + 4),
    room,
  );
  return ends.map(({ line, end }, at) => (
    <text key={line.key} className={styles.name} data-look={look(line.key)} x={end.x + 12} y={heights[at]}>
      {`${end.rank}. ${line.name}`}
    </text>
  ));
}
