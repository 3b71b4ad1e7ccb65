import { Button, FileButton } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { FilePlus2 } from 'lucide-react';
import { type DragEvent, useState } from 'react';
import { printNumber } from '../../text/numbers.ts';
import { failureOf } from '../api/failure.ts';
import { sayFault } from '../ui/fields/say.ts';
import { useLanguage } from '../ui/language.tsx';
import styles from './documents.module.css';
import { sendDocument } from './transfer.ts';

type UploadAreaProps = {
  readonly unitPath: string;
  /** After some were taken. */
  readonly onSent: () => Promise<void>;
};

type Refused = { readonly name: string; readonly why: string };

/** Files by a button or by dropping them, sent one after the other; each that is refused says why and the rest goes on. */
export function UploadArea({ unitPath, onSent }: UploadAreaProps) {
  const { text, language } = useLanguage();
  const { documents, faults: sentences, shell } = text;
  const [over, setOver] = useState(false);
  const [sending, setSending] = useState<{ readonly at: number; readonly of: number }>();
  const [refused, setRefused] = useState<readonly Refused[]>([]);
  const count = (of: number) => printNumber(`${of}`, language);

  const send = async (chosen: readonly File[]) => {
    if (sending !== undefined || chosen.length === 0) return;
    const failed: Refused[] = [];
    for (const [at, file] of chosen.entries()) {
      setSending({ at: at + 1, of: chosen.length });
      await sendDocument(file, unitPath).catch((error: unknown) => {
        const { code, faults } = failureOf(error);
        const why = faults.map((fault) => sayFault(fault, sentences)).join('; ');
        failed.push({ name: file.name, why: why === '' ? shell.refused[code] : why });
      });
    }
    setSending(undefined);
    setRefused(failed);
    const taken = chosen.length - failed.length;
    if (taken === 0) return;
    notifications.show({
      message: documents.sent(count(taken)),
      closeButtonProps: { 'aria-label': shell.close },
    });
    await onSent();
  };
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
      <FileButton multiple onChange={send}>
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
      <span role="status" className={styles.hint}>
        {sending === undefined ? documents.dropHere : documents.sending(count(sending.at), count(sending.of))}
      </span>
      {refused.length > 0 && (
        <div role="alert" className={styles.refused}>
          {documents.notSent}
          <ul>
            {refused.map(({ name, why }) => (
              <li key={name}>
                <strong>{name}</strong>: {why}
              </li>
            ))}
          </ul>
        </div>
      )}
    </section>
  );
}
