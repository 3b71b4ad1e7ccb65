import { Upload } from 'lucide-react';
import { type DragEvent, useId, useState } from 'react';
import styles from './file-drop.module.css';

type FileDropProps = {
  readonly title: string;
  readonly hint: string;
  /** As the browser's chooser takes it: `.xlsx,.json`. */
  readonly accept: string;
  /** What was chosen, or why it was not taken. */
  readonly state: string | undefined;
  readonly wrong: boolean;
  readonly onFile: (file: File) => void;
};

/** One area to drop a file on or to choose it with; by keyboard it is a button like any other. */
export function FileDrop({ title, hint, accept, state, wrong, onFile }: FileDropProps) {
  const id = useId();
  const [over, setOver] = useState(false);
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    const file = event.dataTransfer.files[0];
    if (file !== undefined) onFile(file);
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: dropping is a second way beside the field inside
    <div
      className={styles.drop}
      data-over={over}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
    >
      <label htmlFor={id} className={styles.label}>
        <Upload size={18} aria-hidden="true" />
        <span className={styles.title}>{title}</span>
        <span className={styles.hint}>{hint}</span>
        {state !== undefined && (
          <span role="status" className={styles.state} data-wrong={wrong}>
            {state}
          </span>
        )}
      </label>
      <input
        id={id}
        type="file"
        accept={accept}
        className={styles.input}
        onChange={(event) => {
          const file = event.currentTarget.files?.[0];
          event.currentTarget.value = '';
          if (file !== undefined) onFile(file);
        }}
      />
    </div>
  );
}
