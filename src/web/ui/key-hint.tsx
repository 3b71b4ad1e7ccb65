import styles from './key-hint.module.css';

/** The keys that do the same, for those who never reach for the mouse. */
export function KeyHint({ keys }: { readonly keys: readonly string[] }) {
  return (
    <span className={styles.hint} aria-hidden="true">
      {keys.map((key) => (
        <kbd key={key} className={styles.key} data-key={key} />
      ))}
    </span>
  );
}
