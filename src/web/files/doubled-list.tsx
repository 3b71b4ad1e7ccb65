import { Button } from '@mantine/core';
import { printInstant } from '../../text/instants.ts';
import { printNumber } from '../../text/numbers.ts';
import { useLanguage } from '../ui/language.tsx';
import styles from './documents.module.css';
import type { Doubled } from './use-uploads.ts';

type DoubledListProps = {
  readonly doubled: readonly Doubled[];
  readonly busy: boolean;
  readonly onOpen: (choice: Doubled) => void;
  readonly onKeepBoth: (choice: Doubled) => void;
  readonly onLeaveOut: (choice: Doubled) => void;
};

/** Files whose contents the unit has already, each with what it is the same as and the ways on. */
export function DoubledList({ doubled, busy, onOpen, onKeepBoth, onLeaveOut }: DoubledListProps) {
  const { text, language } = useLanguage();
  const { documents } = text;
  return (
    <div role="alert" className={styles.doubled}>
      <p>{documents.present}</p>
      <ul>
        {doubled.map((choice, position) => {
          const { file, present } = choice;
          const version = printNumber(`${present.version}`, language);
          const ways = [
            [documents.openPresent, onOpen],
            [documents.keepBoth, onKeepBoth],
            [documents.leaveOut, onLeaveOut],
          ] as const;
          return (
            // biome-ignore lint/suspicious/noArrayIndexKey: the same file may wait twice
            <li key={`${position} ${file.name}`}>
              <p>
                <strong>{file.name}</strong> {documents.sameAs} <strong>{present.name}</strong>
                <span className={styles.hint}>
                  {' '}
                  ({documents.presentAs(version, present.addedBy, printInstant(present.addedAt))})
                </span>
              </p>
              <div className={styles.actions}>
                {ways.map(([word, take]) => (
                  <Button
                    key={word}
                    variant="default"
                    size="xs"
                    disabled={busy}
                    aria-label={`${word}: ${file.name}`}
                    onClick={() => take(choice)}
                  >
                    {word}
                  </Button>
                ))}
              </div>
            </li>
          );
        })}
      </ul>
    </div>
  );
}
