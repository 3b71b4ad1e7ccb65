import { Button, FileButton, Textarea } from '@mantine/core';
import { Upload } from 'lucide-react';
import { useState } from 'react';
import { useText } from '../ui/language.tsx';
import styles from './document-field.module.css';

const MOST_BYTES = 5_000_000;

type DocumentFieldProps = {
  readonly value: string;
  readonly onChange: (text: string) => void;
  readonly rows?: number;
};

/** The text of a JSON document, from a file or by pasting. */
export function DocumentField({ value, onChange, rows = 12 }: DocumentFieldProps) {
  const { parIndex } = useText();
  const [refused, setRefused] = useState<string>();
  const take = async (file: File | null) => {
    if (file === null) return;
    if (file.size > MOST_BYTES) return setRefused(parIndex.fileTooBig);
    try {
      onChange(await file.text());
      setRefused(undefined);
    } catch {
      setRefused(parIndex.fileUnread);
    }
  };
  return (
    <div className={styles.field}>
      <FileButton accept="application/json,.json" onChange={take}>
        {(props) => (
          <Button {...props} variant="default" leftSection={<Upload size={16} aria-hidden="true" />}>
            {parIndex.chooseFile}
          </Button>
        )}
      </FileButton>
      <Textarea
        label={parIndex.fileText}
        description={parIndex.fileTextHint}
        error={refused}
        value={value}
        onChange={(event) => onChange(event.currentTarget.value)}
        rows={rows}
        spellCheck={false}
        classNames={{ input: styles.text ?? '' }}
      />
    </div>
  );
}
