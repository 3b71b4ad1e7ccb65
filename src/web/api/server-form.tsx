import { type ReactNode, useLayoutEffect, useRef, useState } from 'react';
import { CommandForm } from '../ui/fields/command-form.tsx';
import { faultsAt, sayFault } from '../ui/fields/say.ts';
import { useText } from '../ui/language.tsx';
import type { Command } from './command.ts';
import { refusalOf } from './refusal.ts';

type ServerFormProps<Input> = {
  readonly label: string;
  readonly lead?: string;
  readonly submit: string;
  readonly command: Command<Input>;
  /** What is sent, from the fields as they stand. */
  readonly input: Input;
  readonly danger?: boolean;
  readonly onCancel?: (() => void) | undefined;
  /** The fields; `at` gives what is wrong with the field of this path. */
  readonly children?: (at: (path: string) => string | undefined) => ReactNode;
};

/** A form whose input goes to the server and whose refusals come back to the fields they belong to. */
export function ServerForm<Input>(props: ServerFormProps<Input>) {
  const { shell, faults: sentences } = useText();
  const { command } = props;
  const { faults } = command;
  const asked = useRef(new Set<string>());
  const [claimed, setClaimed] = useState<ReadonlySet<string>>(asked.current);
  asked.current = new Set();
  const at = (path: string) => {
    asked.current.add(path);
    return faultsAt(faults, path, sentences);
  };
  // Only once the fields are drawn is it known which faults none of them shows.
  useLayoutEffect(() => setClaimed(faults.length === 0 ? new Set() : new Set(asked.current)), [faults]);
  const homeless = faults.filter(({ path }) => !claimed.has(path.join('.')));
  const reasons = homeless.map((fault) => sayFault(fault, sentences));
  const refusal = command.failure && refusalOf(command.failure, faults, reasons, shell.refused);
  return (
    <CommandForm
      label={props.label}
      submit={props.submit}
      busy={command.busy}
      refusal={refusal?.sentence}
      wayOn={refusal?.ended && <SignInAgain />}
      reasons={refusal?.reasons ?? []}
      onSubmit={() => command.run(props.input)}
      onCancel={props.onCancel}
      {...(props.lead !== undefined && { lead: props.lead })}
      {...(props.danger !== undefined && { danger: props.danger })}
    >
      {props.children?.(at)}
    </CommandForm>
  );
}

/** In a tab of its own, so that what was typed here stays and can be sent again. */
function SignInAgain() {
  const { shell } = useText();
  return (
    <a href="/app/sign-in" target="_blank" rel="noreferrer">
      {shell.signInAgain}
    </a>
  );
}
