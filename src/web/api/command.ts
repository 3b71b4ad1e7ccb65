import { useMutation } from '@tanstack/react-query';
import { useMemo, useRef } from 'react';
import type { Fault } from '../../domain/kernel/fault.ts';
import { type FailureCode, failureOf } from './failure.ts';

const NONE: readonly Fault[] = [];

type Given = { readonly context: { readonly idempotencyKey: string } };

/** One thing asked of the server from a form, with what came of the last try. */
export type Command<Input> = {
  readonly run: (input: Input) => void;
  readonly busy: boolean;
  readonly failure: FailureCode | undefined;
  readonly faults: readonly Fault[];
  readonly reset: () => void;
};

/**
 * A repeat of the same input after a lost answer carries the same key, so that it is done once; other input, or input
 * after an answer, gets a new one.
 */
export function useCommand<Input, Output>(
  call: (input: Input, given: Given) => Promise<Output>,
  onDone: (output: Output) => void | Promise<void>,
): Command<Input> {
  const sent = useRef<{ readonly written: string; readonly key: string }>(undefined);
  const mutation = useMutation({
    mutationFn: (input: Input) => {
      const written = JSON.stringify(input ?? null);
      if (sent.current?.written !== written) sent.current = { written, key: crypto.randomUUID() };
      return call(input, { context: { idempotencyKey: sent.current.key } });
    },
    onError: (error) => {
      if (failureOf(error).code !== 'offline') sent.current = undefined;
    },
    onSuccess: async (output) => {
      sent.current = undefined;
      await onDone(output);
    },
  });
  const failure = useMemo(
    () => (mutation.error === null ? undefined : failureOf(mutation.error)),
    [mutation.error],
  );
  return {
    run: mutation.mutate,
    busy: mutation.isPending,
    failure: failure?.code,
    faults: failure?.faults ?? NONE,
    reset: mutation.reset,
  };
}
