import { ORPCError } from '@orpc/client';
import { z } from 'zod';
import type { AppErrorCode } from '../../domain/kernel/app-error.ts';
import type { Fault } from '../../domain/kernel/fault.ts';
import { ConnectionLost } from './ask.ts';

/** Why something asked of the server was not done: what the server says, or that it could not be asked. */
export type FailureCode = AppErrorCode | 'offline' | 'too_many' | 'broken';
export type Failure = { readonly code: FailureCode; readonly faults: readonly Fault[] };

const Said = z.object({
  code: z
    .enum(['invalid_input', 'unauthenticated', 'forbidden', 'not_found', 'conflict', 'rule_broken'])
    .or(z.enum(['internal', 'broken']).transform(() => 'broken' as const)),
  faults: z
    .array(
      z.object({
        path: z.array(z.union([z.string(), z.number()])),
        code: z.string(),
        detail: z.record(z.string(), z.union([z.string(), z.number()])).optional(),
      }),
    )
    .default([]),
});

const BY_STATUS: Record<number, FailureCode> = { 401: 'unauthenticated', 403: 'forbidden', 404: 'not_found' };

/** The body of a refusal as an error that keeps its faults; a body of another shape keeps only what the status says. */
export function decodeRefusal(body: unknown, status: number): ORPCError<FailureCode, Failure> {
  const said = Said.safeParse(body);
  const code = (status === 429 ? 'too_many' : said.data?.code) ?? BY_STATUS[status] ?? 'broken';
  const faults = (said.data?.faults ?? []).map(({ detail, ...rest }) => ({
    ...rest,
    ...(detail && { detail }),
  }));
  return new ORPCError(code, { status, data: { code, faults } });
}

/** What went wrong, from anything that was thrown while asking the server. */
export function failureOf(error: unknown): Failure {
  if (error instanceof ORPCError) {
    const said = Said.safeParse(error.data);
    return decodeRefusal(said.success ? said.data : undefined, error.status).data;
  }
  return { code: error instanceof ConnectionLost ? 'offline' : 'broken', faults: [] };
}
