import { useText } from '../../ui/language.tsx';
import styles from './results.module.css';

/** Places won or lost since the period before: an arrow and a number, in words for those who cannot see it. */
export function RankChange({ places }: { readonly places: number | null }) {
  const { parIndex } = useText();
  if (places === null) return null;
  if (places === 0)
    return (
      <span className={styles.soft} title={parIndex.change0}>
        =
      </span>
    );
  const said = places > 0 ? parIndex.up(`${places}`) : parIndex.down(`${-places}`);
  return (
    <span className={styles.move} data-way={places > 0 ? 'up' : 'down'} title={said}>
      <span aria-hidden="true">{`${places > 0 ? '▲' : '▼'} ${Math.abs(places)}`}</span>
      <span className={styles.hidden}>{said}</span>
    </span>
  );
}
