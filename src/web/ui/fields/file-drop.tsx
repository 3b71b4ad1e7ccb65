import { Button, FileButton } from '@mantine/core';
import { Upload } from 'lucide-react';
import { type DragEvent, type ReactNode, useState } from 'react';
import styles from './file-drop.module.css';

type FileDropProps = {
  readonly label: string;
  /** Beside the button: what else may be done, or the name of the file that was chosen. */
  readonly hint: string;
  /** Endings of names, as `.xlsx`. */
  readonly accept: readonly string[];
  readonly onFile: (file: File) => void;
  readonly busy?: boolean;
  /** Why the last file was not taken. */
  readonly refused?: string | undefined;
  readonly children?: ReactNode;
};

/** One file, chosen with a button or dropped beside it. */
export function FileDrop({ label, hint, accept, onFile, busy, refused, children }: FileDropProps) {
  const [over, setOver] = useState(false);
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    const file = event.dataTransfer.files[0];
    if (file !== undefined && busy !== true) onFile(file);
  };
  const drag = (event: DragEvent) => {
    event.preventDefault();
    setOver(true);
  };
  return (
    <section
      aria-label={label}
      className={styles.drop}
      data-over={over}
      onDrop={drop}
      onDragOver={drag}
      onDragLeave={() => setOver(false)}
    >
      <FileButton accept={accept.join(',')} onChange={(file) => file !== null && onFile(file)}>
        {(props) => (
          <Button
            {...props}
            variant="default"
            loading={busy === true}
            leftSection={<Upload size={16} aria-hidden="true" />}
          >
            {label}
          </Button>
        )}
      </FileButton>
      <span className={styles.hint}>{hint}</span>
      {children}
      {refused !== undefined && (
        <p role="alert" className={styles.refused}>
          {refused}
        </p>
      )}
    </section>
  );
}
