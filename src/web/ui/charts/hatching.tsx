import styles from './hatching.module.css';

/** The stripes of what is not known, for any picture on the page; `pale` ones for grounds on which words stand. */
export function Hatching({ pale = false }: { readonly pale?: boolean }) {
  return (
    <defs>
      <pattern
        id={pale ? 'pale-hatching' : 'hatching'}
        width="5"
        height="5"
        patternUnits="userSpaceOnUse"
        patternTransform="rotate(45)"
      >
        <rect width={pale ? '1' : '1.5'} height="5" className={pale ? styles.pale : styles.stripe} />
      </pattern>
    </defs>
  );
}
