import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import { useText } from './language.tsx';
import styles from './notice.module.css';

/** Nothing is here yet, and what to do first. */
export function EmptyState({
  title,
  body,
  action,
}: {
  readonly title: string;
  readonly body?: string;
  readonly action?: ReactNode;
}) {
  return (
    <div className={styles.empty}>
      <h2>{title}</h2>
      {body !== undefined && <p>{body}</p>}
      {action}
    </div>
  );
}

/** What could not be loaded, in one sentence, with the way on. */
export function ErrorState({
  sentence,
  onRetry,
}: {
  readonly sentence: string;
  readonly onRetry?: () => void;
}) {
  const { shell } = useText();
  return (
    <div className={styles.error} role="alert">
      <p>{sentence}</p>
      {onRetry !== undefined && (
        <Button variant="default" onClick={onRetry}>
          {shell.retry}
        </Button>
      )}
    </div>
  );
}

/** The shape of lines to come, so that nothing jumps when they do. */
export function LoadingLines({ lines = 6 }: { readonly lines?: number }) {
  const { shell } = useText();
  return (
    <div role="status" aria-label={shell.loading} className={styles.loading}>
      {Array.from({ length: lines }, (_, line) => line).map((line) => (
        <div key={line} className={styles.line} style={{ width: `${90 - ((line * 37) % 50)}%` }} />
      ))}
    </div>
  );
}
