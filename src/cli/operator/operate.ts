import { AppError } from '../../domain/kernel/app-error.ts';
import { type Config, readConfig } from '../../server/config.ts';
import { type Installation, openInstallation } from '../../server/db/open.ts';
import { type StoreReason, StoreTrouble } from '../../server/files/store/store.ts';
import type { Language } from '../../text/language.ts';
import { printFault } from '../../text/print-fault.ts';
import { isOperationCode, type OperationCode, printOperation } from '../../text/print-operation.ts';

/** Runs an operator's command; what stands in its way is said in sentences on standard error, exit 2. */
export async function operate(language: Language, run: (config: Config) => Promise<number>): Promise<number> {
  try {
    return await run(readConfig(process.env));
  } catch (error) {
    const lines = sentencesOf(error, language);
    if (lines === undefined) throw error;
    process.stderr.write(`${lines.join('\n')}\n`);
    return 2;
  }
}

function sentencesOf(error: unknown, language: Language): string[] | undefined {
  if (error instanceof AppError)
    return error.faults.map((fault) =>
      isOperationCode(fault.code)
        ? printOperation(fault.code, language, fault.detail)
        : printFault(fault, language),
    );
  if (error instanceof StoreTrouble)
    return [printOperation(STORE[error.reason], language, { place: error.place, message: error.message })];
  if (isSystemError(error)) {
    if (error.code === 'ENOSPC')
      return [printOperation('disk_full', language, { folder: error.path ?? 'var' })];
    if (isConnectionTrouble(error.code))
      return [printOperation('database_unreachable', language, { message: error.message || error.code })];
  }
  return undefined;
}

const STORE = {
  unreachable: 'file_store_unreachable',
  keys: 'file_store_keys',
  bucket: 'file_store_bucket',
  answer: 'file_store_answer',
  lost: 'file_store_lost',
} as const satisfies Record<StoreReason, OperationCode>;

type SystemError = Error & { code: string; path?: string };

function isSystemError(error: unknown): error is SystemError {
  return error instanceof Error && 'code' in error && typeof error.code === 'string';
}

/** Of the network, or of PostgreSQL's classes 08 (connection), 28 (sign-in), 3D (no such database), 53 (full), 57 (stopped). */
function isConnectionTrouble(code: string): boolean {
  return (
    /^(ECONNREFUSED|ECONNRESET|ENOTFOUND|ETIMEDOUT|EAI_AGAIN)$/.test(code) ||
    /^(08|28|3D|53|57)\w{3}$/.test(code)
  );
}

/** The same with the database of this installation, which is started for the time it takes if it does not run. */
export function withInstallation(
  language: Language,
  run: (installation: Installation, config: Config) => Promise<number>,
): Promise<number> {
  return operate(language, async (config) => {
    const installation = await openInstallation(config);
    try {
      return await run(installation, config);
    } finally {
      await installation.close();
    }
  });
}
