import * as z from 'zod';
import { AppError } from '../../domain/kernel/app-error.ts';
import { zodFaults } from '../../domain/kernel/zod-faults.ts';

export const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** Of the headings and words in a sheet. */
export const SheetLanguage = z.enum(['vi', 'en']).default('vi');

/** @throws AppError `invalid_input` with every fault of the query */
export function parseQuery<T>(schema: z.ZodType<T>, query: unknown): T {
  const parsed = schema.safeParse(query);
  if (!parsed.success) throw new AppError('invalid_input', zodFaults(parsed.error));
  return parsed.data;
}

/** What goes wrong before the first row is still a refusal and not a broken file. */
export async function begun<T>(rows: AsyncGenerator<T>): Promise<AsyncIterable<T>> {
  const first = await rows.next();
  return (async function* () {
    if (first.done !== true) yield first.value;
    yield* rows;
  })();
}
