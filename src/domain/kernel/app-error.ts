import { type Fault, fault, MOST_FAULTS } from './fault.ts';

/** The only ways in which an operation says no. The HTTP status and the sentence belong to other layers. */
export type AppErrorCode =
  | 'invalid_input'
  | 'unauthenticated'
  | 'forbidden'
  | 'not_found'
  | 'conflict'
  | 'rule_broken';

const MORE = fault([], 'too_many_faults');

/** `faults` lists everything wrong with the input at once, each with its place, up to `MOST_FAULTS`. */
export class AppError extends Error {
  readonly code: AppErrorCode;
  readonly faults: readonly Fault[];

  constructor(code: AppErrorCode, faults: readonly Fault[]) {
    super(code);
    this.name = 'AppError';
    this.code = code;
    this.faults = faults.length > MOST_FAULTS ? [...faults.slice(0, MOST_FAULTS), MORE] : faults;
  }
}

/** @throws AppError `invalid_input` when there is at least one fault. */
export function refuseIfAny(faults: readonly Fault[]): void {
  if (faults.length > 0) throw new AppError('invalid_input', faults);
}
