import { Hatching } from './hatching.tsx';
import styles from './point-bar.module.css';

/** What became of points: earned for good, still in danger, gone, or not known yet. */
export type PointState = 'safe' | 'risk' | 'lost' | 'unknown';

/** A stretch of the bar; stretches stand in the order safe, at risk, lost, unknown. */
export type PointPart = { readonly state: PointState; readonly amount: number };

const ORDER: readonly PointState[] = ['safe', 'risk', 'lost', 'unknown'];

type PointBarProps = {
  readonly parts: readonly PointPart[];
  /** Amount that the full width stands for: the largest maximum among bars that are compared. */
  readonly scale: number;
  /** Says in words what the bar shows; left out where the numbers stand beside it. */
  readonly label?: string;
  readonly tall?: boolean;
};

/** One bar from a leaf to the whole index: its length is the maximum, its stretches what became of it. */
export function PointBar({ parts, scale, label, tall = false }: PointBarProps) {
  const stretches = ORDER.flatMap((state) => parts.filter((part) => part.state === state && part.amount > 0));
  let begun = 0;
  return (
    <svg
      role="img"
      aria-label={label ?? ''}
      aria-hidden={label === undefined}
      className={styles.bar}
      data-tall={tall}
    >
      <Hatching />
      {stretches.map(({ state, amount }) => {
        const x = (100 * begun) / scale;
        begun += amount;
        return (
          <rect
            key={state}
            className={styles.part}
            data-state={state}
            x={`${x}%`}
            width={`${(100 * amount) / scale}%`}
            height="100%"
          />
        );
      })}
    </svg>
  );
}

/** What the stretches of the bars on this page mean. */
export function PointLegend({ words }: { readonly words: Partial<Readonly<Record<PointState, string>>> }) {
  return (
    <ul className={styles.legend}>
      {ORDER.map(
        (state) =>
          words[state] !== undefined && (
            <li key={state}>
              <svg className={styles.swatch} aria-hidden="true">
                <Hatching />
                <rect className={styles.part} data-state={state} width="100%" height="100%" />
              </svg>
              {words[state]}
            </li>
          ),
      )}
    </ul>
  );
}
