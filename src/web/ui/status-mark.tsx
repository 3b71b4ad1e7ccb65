import styles from './status-mark.module.css';

/** What a state means to the reader; it decides shape and color, the word says it. */
export type Meaning = 'safe' | 'risk' | 'lost' | 'unknown' | 'plain';

/** A mark and a word, so that no state is told by color alone. */
export function StatusMark({ meaning, word }: { readonly meaning: Meaning; readonly word: string }) {
  return (
    <span className={styles.status} data-meaning={meaning}>
      <span className={styles.mark} aria-hidden="true" />
      {word}
    </span>
  );
}
