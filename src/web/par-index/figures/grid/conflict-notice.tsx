import { Button } from '@mantine/core';
import { useText } from '../../../ui/language.tsx';
import styles from '../figures.module.css';
import type { OpenSheet } from '../use-sheet.ts';

/** Cells that somebody else saved since they were first touched here, and the way on without typing anything twice. */
export function ConflictNotice({ sheet }: { readonly sheet: OpenSheet }) {
  const { figureConflict: words, parIndex } = useText();
  return (
    <section role="alert" className={styles.form}>
      <h2>{words.title}</h2>
      <p>{words.body}</p>
      <ul className={styles.cells}>
        {sheet.refused.map(({ key, unit, leaf }) => (
          <li key={key}>{parIndex.gridCell(unit.name, leaf.code)}</li>
        ))}
      </ul>
      <div className={styles.actions}>
        <Button onClick={sheet.takeNew}>{words.take}</Button>
      </div>
    </section>
  );
}
