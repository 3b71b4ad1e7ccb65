import { useElementSize } from '@mantine/hooks';
import { Hatching } from './hatching.tsx';
import styles from './time-frame.module.css';
import { type Extent, type TimeLine, type TimePoint, unknownYears } from './time-frames.ts';

type TimeFrameProps = {
  readonly title: string;
  /** The latest value in words, under the title. */
  readonly note: string;
  readonly lines: readonly TimeLine[];
  readonly extent: Extent;
  /** Stands where nothing is known. */
  readonly none: string;
};

const HEIGHT = 168;
const [LEFT, RIGHT, TOP, BOTTOM] = [30, 12, 12, 22];

/** One index over the years, in a frame that has the same size and scale as its neighbors. */
export function TimeFrame({ title, note, lines, extent, none }: TimeFrameProps) {
  const { ref, width } = useElementSize<HTMLDivElement>();
  const x = (at: number) => LEFT + ((width - LEFT - RIGHT) * (at - extent.from)) / (extent.to - extent.from);
  const y = (value: number) =>
    TOP + ((HEIGHT - TOP - BOTTOM) * (100 - Math.max(value, extent.bottom))) / (100 - extent.bottom);
  const place = { x, y };
  return (
    <div className={styles.frame} ref={ref}>
      <h3>{title}</h3>
      <p>{note}</p>
      {width > 0 && (
        <svg width={width} height={HEIGHT} aria-hidden="true">
          <Hatching pale />
          {unknownYears(lines, extent).map((year) => (
            <Unknown key={year} year={year} place={place} none={none} />
          ))}
          <Axes extent={extent} place={place} />
          {[...lines]
            .sort((a, b) => Number(a.own) - Number(b.own))
            .map((line) => (
              <Line key={line.key} line={line} place={place} />
            ))}
        </svg>
      )}
    </div>
  );
}

type Place = { readonly x: (at: number) => number; readonly y: (value: number) => number };

function Unknown(props: { readonly year: number; readonly place: Place; readonly none: string }) {
  const { year, place, none } = props;
  const [from, to] = [place.x(year), place.x(year + 1)];
  return (
    <g>
      <rect className={styles.unknown} x={from} y={TOP} width={to - from} height={HEIGHT - TOP - BOTTOM} />
      <text className={styles.none} x={(from + to) / 2} y={HEIGHT - BOTTOM - 8} textAnchor="middle">
        {none}
      </text>
    </g>
  );
}

function Axes({ extent, place }: { readonly extent: Extent; readonly place: Place }) {
  const years = Array.from({ length: extent.to - extent.from }, (_, step) => extent.from + step);
  const step = extent.bottom < 50 ? 25 : 10;
  const values = Array.from({ length: 11 }, (_, at) => 100 - at * step).filter((one) => one >= extent.bottom);
  const [left, right] = [place.x(extent.from), place.x(extent.to)];
  return (
    <g>
      {values.map((value) => (
        <g key={value}>
          <line className={styles.grid} x1={left} x2={right} y1={place.y(value)} y2={place.y(value)} />
          <text className={styles.scale} x={left - 6} y={place.y(value) + 4} textAnchor="end">
            {value}
          </text>
        </g>
      ))}
      {years.map((year) => (
        <text key={year} className={styles.year} x={place.x(year + 0.5)} y={HEIGHT - 5} textAnchor="middle">
          {year}
        </text>
      ))}
    </g>
  );
}

function Line({ line, place }: { readonly line: TimeLine; readonly place: Place }) {
  const { points, own, name } = line;
  const path = points.map(
    ({ at, value }, step) => `${step === 0 ? 'M' : 'L'} ${place.x(at)} ${place.y(value)}`,
  );
  const last = points.at(-1);
  return (
    <g data-own={own} className={styles.line}>
      <path d={path.join(' ')} />
      {points.map((point) => (
        <circle
          key={point.mark}
          data-open={point.open}
          cx={place.x(point.at)}
          cy={place.y(point.value)}
          r={own ? 4 : 2.5}
        >
          <title>{`${name} · ${point.mark}: ${point.printed}`}</title>
        </circle>
      ))}
      {own && last !== undefined && <Value point={last} place={place} />}
    </g>
  );
}

/** Above the point, or below it where the frame ends. */
function Value({ point, place }: { readonly point: TimePoint; readonly place: Place }) {
  const [x, y] = [place.x(point.at), place.y(point.value)];
  return (
    <text className={styles.value} x={x} y={y < TOP + 18 ? y + 18 : y - 9} textAnchor="middle">
      {point.printed}
    </text>
  );
}

/** What full, hollow and gray dots and the hatching stand for. */
export function TimeLegend(words: {
  readonly own: string;
  readonly open: string;
  readonly other: string | undefined;
  readonly unknown: string | undefined;
}) {
  return (
    <ul className={styles.legend}>
      <Key word={words.own} own open={false} />
      <Key word={words.open} own open />
      {words.other !== undefined && <Key word={words.other} own={false} open={false} />}
      {words.unknown !== undefined && (
        <li>
          <svg width="20" height="12" aria-hidden="true">
            <Hatching pale />
            <rect className={styles.unknown} width="20" height="12" />
          </svg>
          {words.unknown}
        </li>
      )}
    </ul>
  );
}

function Key({ word, own, open }: { readonly word: string; readonly own: boolean; readonly open: boolean }) {
  return (
    <li>
      <svg width="20" height="12" aria-hidden="true">
        <g data-own={own} className={styles.line}>
          <path d="M 0 6 L 20 6" />
          <circle data-open={open} cx="10" cy="6" r={own ? 4 : 2.5} />
        </g>
      </svg>
      {word}
    </li>
  );
}
