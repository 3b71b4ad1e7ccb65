import { ORPCError } from '@orpc/client';
import { ValidationError } from '@orpc/contract';
import { z } from 'zod';
import { AppError, type AppErrorCode } from '../../domain/kernel/app-error.ts';
import { type Fault, fault } from '../../domain/kernel/fault.ts';
import { STATUS } from '../../domain/kernel/operation.ts';
import { zodFaults } from '../../domain/kernel/zod-faults.ts';
import { ScannerTrouble } from '../files/scan.ts';
import { StoreTrouble } from '../files/store/store.ts';
import { TooManyRequests } from '../limit/request-limit.ts';
import { OfficeTrouble } from '../papers/pdf.ts';

/** The body of every refusal: a code for programs, faults for people; never how the program is made inside. */
export type Refusal = { readonly code: AppErrorCode | 'internal'; readonly faults: readonly Fault[] };

/** Status and body for whatever went wrong; undefined for what is our own mistake and belongs in the log. */
export function refusalOf(error: unknown): { status: number; body: Refusal } | undefined {
  const said = error instanceof AppError ? error : ofDatabase(error);
  if (said !== undefined)
    return { status: STATUS[said.code], body: { code: said.code, faults: said.faults } };
  if (error instanceof TooManyRequests) {
    const { statusCode: status, seconds } = error;
    return { status, body: { code: 'forbidden', faults: [fault([], 'too_fast', { seconds })] } };
  }
  const outside = outsideTrouble(error);
  if (outside !== undefined) return { status: 503, body: { code: 'internal', faults: [outside] } };
  if (error instanceof ORPCError) return refusalOfOrpc(error);
  if (error instanceof Error && 'statusCode' in error && typeof error.statusCode === 'number')
    return refusalOfStatus(error.statusCode);
  return undefined;
}

/** Text with the character 0 in it, and JSON that spells it: PostgreSQL keeps neither, wherever they were typed. */
const NO_TEXT: readonly unknown[] = ['22021', '22P05'];

function ofDatabase(error: unknown): AppError | undefined {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  return NO_TEXT.includes(code)
    ? new AppError('invalid_input', [fault([], 'unprintable_character')])
    : undefined;
}

export const INTERNAL: Refusal = { code: 'internal', faults: [fault([], 'internal')] };

/** What a store, a scanner or an office program fails to do is no fault of the request, and our log says more. */
function outsideTrouble(error: unknown): Fault | undefined {
  if (error instanceof OfficeTrouble) return fault([], 'preview_failed');
  if (error instanceof ScannerTrouble) return fault(['file'], 'file_scanner_silent');
  if (!(error instanceof StoreTrouble)) return undefined;
  return fault(['file'], error.reason === 'lost' ? 'file_contents_lost' : 'file_store_unavailable');
}

/** For the API's handler, which knows only its own kind of error. */
export function toOrpcError(error: unknown): unknown {
  const said = error instanceof AppError ? error : ofDatabase(error);
  if (said === undefined) return error;
  const { code, faults } = said;
  return new ORPCError(code, { status: STATUS[code], defined: true, data: { faults } });
}

function refusalOfOrpc(error: ORPCError<string, unknown>): { status: number; body: Refusal } | undefined {
  const data = error.data;
  const code = isCode(error.code) ? error.code : undefined;
  if (code !== undefined && hasFaults(data))
    return { status: error.status, body: { code, faults: data.faults } };
  if (error.code === 'BAD_REQUEST' && error.cause instanceof ValidationError) {
    const faults = zodFaults(new z.ZodError(error.cause.issues.filter(isZodIssue)));
    return { status: STATUS.invalid_input, body: { code: 'invalid_input', faults } };
  }
  return error.status < 500 ? refusalOfStatus(error.status) : undefined;
}

/** Every schema of the contract is zod's, so every issue is. */
function isZodIssue(issue: object): issue is z.core.$ZodIssue {
  return 'code' in issue && 'path' in issue;
}

function refusalOfStatus(status: number): { status: number; body: Refusal } | undefined {
  if (status < 400 || status >= 500) return undefined;
  if (status === 404) return { status, body: { code: 'not_found', faults: [fault([], 'no_such_address')] } };
  if (status === 413)
    return { status, body: { code: 'invalid_input', faults: [fault([], 'body_too_large')] } };
  if (status === 415) return { status, body: { code: 'invalid_input', faults: [fault([], 'media_type')] } };
  return { status, body: { code: 'invalid_input', faults: [fault([], 'malformed_request')] } };
}

function isCode(code: string): code is AppErrorCode {
  return Object.hasOwn(STATUS, code);
}

function hasFaults(data: unknown): data is { faults: readonly Fault[] } {
  return typeof data === 'object' && data !== null && 'faults' in data && Array.isArray(data.faults);
}
