import type { ReactNode } from 'react';
import styles from './field-profile.module.css';

/**
 * One field: lengths in percent of its maximum, and the numbers as they are printed. `room` is what of the maximum
 * applies.
 */
export type Field = {
  readonly key: string;
  readonly name: ReactNode;
  readonly own: number | null;
  readonly room: number;
  readonly mean: number | null;
  readonly best: number | null;
  readonly lost: number;
  readonly printed: {
    readonly points: string;
    readonly max: string;
    readonly share: string;
    readonly mean: string;
    readonly best: string;
    readonly lost: string;
  };
};

/** Headings of the table that the bars stand in. */
export type FieldWords = {
  readonly caption: string;
  readonly field: string;
  readonly bar: string;
  readonly points: string;
  readonly share: string;
  readonly mean: string;
  readonly best: string;
  readonly lost: string;
};

type FieldProfileProps = { readonly fields: readonly Field[]; readonly words: FieldWords };

/** Fields against the mean and the best of the block, most lost points first; bars and numbers are one table. */
export function FieldProfile({ fields, words }: FieldProfileProps) {
  const sorted = [...fields].sort((a, b) => b.lost - a.lost);
  const compared = fields.some(({ mean, best }) => mean !== null || best !== null);
  return (
    <div className={styles.scroll}>
      <table className={styles.table}>
        <caption>{words.caption}</caption>
        <thead>
          <tr>
            <th scope="col">{words.field}</th>
            <th scope="col" className={styles.picture}>
              {words.bar}
            </th>
            <th scope="col" className={styles.number}>
              {words.points}
            </th>
            {compared && (
              <>
                <th scope="col" className={styles.number} data-wide-only>
                  {words.mean}
                </th>
                <th scope="col" className={styles.number} data-wide-only>
                  {words.best}
                </th>
              </>
            )}
            <th scope="col" className={styles.number} data-wide-only>
              {words.share}
            </th>
            <th scope="col" className={styles.number}>
              {words.lost}
            </th>
          </tr>
        </thead>
        <tbody>
          {sorted.map((field) => (
            <tr key={field.key}>
              <th scope="row">{field.name}</th>
              <td className={styles.picture}>
                <Bar {...field} />
              </td>
              <td className={styles.number}>
                {field.printed.points}
                <span className={styles.of}> / {field.printed.max}</span>
              </td>
              {compared && (
                <>
                  <td className={styles.number} data-wide-only>
                    {field.printed.mean}
                  </td>
                  <td className={styles.number} data-wide-only>
                    {field.printed.best}
                  </td>
                </>
              )}
              <td className={styles.number} data-wide-only>
                {field.printed.share}
              </td>
              <td className={styles.lost}>{field.printed.lost}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Bar({ own, room, mean, best }: Field) {
  const at = (percent: number) => `${Math.max(0, Math.min(100, percent))}%`;
  return (
    <svg className={styles.bar} aria-hidden="true">
      <rect className={styles.ground} width={at(room)} y="5" height="12" />
      {own !== null && <rect className={styles.own} width={at(own)} y="5" height="12" />}
      {mean !== null && <MeanTick x={at(mean)} />}
      {best !== null && <BestMark x={at(best)} />}
    </svg>
  );
}

/** A line that is seen on the bar and beside it. */
function MeanTick({ x }: { readonly x: string }) {
  return (
    <>
      <line className={styles.halo} x1={x} x2={x} y1="3" y2="20" />
      <line className={styles.mean} x1={x} x2={x} y1="3" y2="20" />
    </>
  );
}

/** A pointer from above. */
function BestMark({ x }: { readonly x: string }) {
  return (
    <svg x={x} className={styles.best} aria-hidden="true">
      <path d="M -4 0 L 4 0 L 0 5 Z" />
    </svg>
  );
}

/** What bar, full line and dotted line stand for. */
export function FieldLegend(words: { readonly own: string; readonly mean: string; readonly best: string }) {
  return (
    <ul className={styles.legend}>
      <li>
        <svg className={styles.swatch} aria-hidden="true">
          <rect className={styles.own} y="5" width="100%" height="12" />
        </svg>
        {words.own}
      </li>
      <li>
        <svg className={styles.tick} aria-hidden="true">
          <MeanTick x="50%" />
        </svg>
        {words.mean}
      </li>
      <li>
        <svg className={styles.tick} aria-hidden="true">
          <BestMark x="50%" />
        </svg>
        {words.best}
      </li>
    </ul>
  );
}
