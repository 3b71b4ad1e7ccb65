import { AppError } from '../domain/kernel/app-error.ts';
import { fault } from '../domain/kernel/fault.ts';

/** Why the program cannot start or finish what an operator asked; the sentence stands in `text`, topic `operations`. */
export function refusal(code: string, detail?: Readonly<Record<string, string | number>>): AppError {
  return new AppError('conflict', [fault([], code, detail)]);
}
