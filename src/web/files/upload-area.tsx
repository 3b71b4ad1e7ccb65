import { Button, FileButton } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { FilePlus2 } from 'lucide-react';
import { type DragEvent, useState } from 'react';
import { printNumber } from '../../text/numbers.ts';
import { sayFault } from '../ui/fields/say.ts';
import { useLanguage } from '../ui/language.tsx';
import styles from './documents.module.css';
import { DoubledList } from './doubled-list.tsx';
import { type Refused, useUploads } from './use-uploads.ts';

type UploadAreaProps = {
  readonly unitPath: string;
  /** After some were taken. */
  readonly onSent: () => Promise<void>;
  readonly onOpen: (fileId: string) => void;
};

/** Files by a button or by dropping them; each that is refused, or is there already, says so and the rest goes on. */
export function UploadArea({ unitPath, onSent, onOpen }: UploadAreaProps) {
  const { text, language } = useLanguage();
  const { documents, shell } = text;
  const [over, setOver] = useState(false);
  const count = (of: number) => printNumber(`${of}`, language);
  const { sending, refused, doubled, send, leaveOut } = useUploads(unitPath, async (taken) => {
    notifications.show({
      message: documents.sent(count(taken)),
      closeButtonProps: { 'aria-label': shell.close },
    });
    await onSent();
  });
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    void send([...event.dataTransfer.files]);
  };
  return (
    <section
      aria-label={documents.add}
      className={styles.drop}
      data-over={over}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
    >
      <FileButton multiple onChange={(chosen) => void send(chosen)}>
        {(props) => (
          <Button
            {...props}
            loading={sending !== undefined}
            leftSection={<FilePlus2 size={16} aria-hidden="true" />}
          >
            {documents.add}
          </Button>
        )}
      </FileButton>
      <span role="status" className={styles.hint} data-idle={sending === undefined}>
        {sending === undefined ? documents.dropHere : documents.sending(count(sending.at), count(sending.of))}
      </span>
      {refused.length > 0 && <RefusedList refused={refused} />}
      {doubled.length > 0 && (
        <DoubledList
          doubled={doubled}
          busy={sending !== undefined}
          onOpen={({ file, present }) => {
            leaveOut(file);
            onOpen(present.fileId);
          }}
          onKeepBoth={({ file }) => void send([file], true)}
          onLeaveOut={({ file }) => leaveOut(file)}
        />
      )}
    </section>
  );
}

function RefusedList({ refused }: { readonly refused: readonly Refused[] }) {
  const { text } = useLanguage();
  const { documents, faults: sentences, shell } = text;
  return (
    <div role="alert" className={styles.refused}>
      {documents.notSent}
      <ul>
        {refused.map(({ name, failure: { code, faults } }) => (
          <li key={name}>
            <strong>{name}</strong>:{' '}
            {faults.map((fault) => sayFault(fault, sentences)).join('; ') || shell.refused[code]}
          </li>
        ))}
      </ul>
    </div>
  );
}
