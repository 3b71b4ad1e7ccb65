import { Button } from '@mantine/core';
import { type FormEvent, type ReactNode, useEffect, useRef } from 'react';
import { useText } from '../language.tsx';
import styles from './command-form.module.css';

type CommandFormProps = {
  readonly label: string;
  readonly lead?: string;
  readonly submit: string;
  readonly busy: boolean;
  /** Why the last try was refused; the fields keep what was typed. */
  readonly refusal?: string | undefined;
  /** The way on after a refusal. */
  readonly wayOn?: ReactNode;
  /** What is wrong and belongs to no field. */
  readonly reasons?: readonly string[];
  readonly onSubmit: () => void;
  readonly onCancel?: (() => void) | undefined;
  readonly danger?: boolean;
  readonly children?: ReactNode;
};

/** A form that does one thing. After a refusal the focus goes to the first field at fault, else to the reason. */
export function CommandForm(props: CommandFormProps) {
  const { shell } = useText();
  const form = useRef<HTMLFormElement>(null);
  const { refusal, busy } = props;
  useEffect(() => {
    if (refusal === undefined || busy) return;
    const faulty = form.current?.querySelector<HTMLElement>('[aria-invalid="true"]');
    (faulty ?? form.current?.querySelector<HTMLElement>('[role="alert"]'))?.focus();
  }, [refusal, busy]);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!busy) props.onSubmit();
  };
  return (
    <form ref={form} aria-label={props.label} className={styles.form} onSubmit={submit} noValidate>
      {props.lead !== undefined && <p className={styles.lead}>{props.lead}</p>}
      {refusal !== undefined && (
        <div role="alert" tabIndex={-1} className={styles.refusal}>
          <p>{refusal}</p>
          {props.wayOn}
          {props.reasons !== undefined && props.reasons.length > 0 && (
            <ul>
              {props.reasons.map((reason) => (
                <li key={reason}>{reason}</li>
              ))}
            </ul>
          )}
        </div>
      )}
      {props.children}
      <div className={styles.actions}>
        <Button type="submit" loading={busy} {...(props.danger && { color: 'red' })}>
          {props.submit}
        </Button>
        {props.onCancel !== undefined && (
          <Button variant="subtle" color="gray" onClick={props.onCancel}>
            {shell.cancel}
          </Button>
        )}
      </div>
    </form>
  );
}
