import { closeSync, constants, fstatSync, openSync, readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import * as z from 'zod';
import { AppError } from '../domain/kernel/app-error.ts';
import { type Fault, fault } from '../domain/kernel/fault.ts';
import { isUnreadable, type Json, readJson } from '../domain/kernel/json.ts';
import type { Language } from '../text/language.ts';

/** Answers the exit code: 0 done, 1 done with findings, 2 refused. */
export type Command = (args: string[], language: Language) => Promise<number>;

/** The command line itself is wrong; the message is for the person who typed it. */
export class UsageError extends Error {}

type Options = NonNullable<Parameters<typeof parseArgs>[0]>['options'];

/** Positional arguments and options; `--lang` is understood by every command. @throws AppError at the option. */
export function parse<const O extends NonNullable<Options>>(args: string[], options: O) {
  try {
    return parseArgs({
      args,
      options: { ...options, lang: { type: 'string' } },
      allowPositionals: true,
      strict: true,
    });
  } catch (error) {
    throw new AppError('invalid_input', [optionFault(error)]);
  }
}

/** What Node says of an option, as a fault at that option. */
function optionFault(error: unknown): Fault {
  const { code, message } = z.object({ code: z.string(), message: z.string() }).parse(error);
  const option = /'(-[^\s']+)/.exec(message)?.[1] ?? '$';
  return fault([option], code === 'ERR_PARSE_ARGS_UNKNOWN_OPTION' ? 'unknown_option_name' : 'option_value');
}

/** Lines to standard output, where results go and nothing else does; the exit code of success. */
export function print(lines: readonly string[]): number {
  process.stdout.write(`${lines.join('\n')}\n`);
  return 0;
}

const MAX_FILE_BYTES = 64 * 1024 * 1024;

/** A JSON document from disk with the faults of its writing; a file that cannot be read at all is refused at once. */
export function readDocument(file: string): { value: Json; faults: Fault[] } {
  const document = readJson(decode(readBytes(file)));
  if (isUnreadable(document.faults)) throw new AppError('invalid_input', document.faults);
  return document;
}

function readBytes(file: string): Buffer {
  let descriptor: number | undefined;
  try {
    // A pipe without a writer is opened at once instead of waited for.
    descriptor = openSync(file, constants.O_RDONLY | constants.O_NONBLOCK);
    const stat = fstatSync(descriptor);
    if (stat.isDirectory()) throw refused('file_is_folder', file);
    if (!stat.isFile()) throw refused('file_unreadable', file);
    if (stat.size > MAX_FILE_BYTES) throw refused('file_too_large', file);
    return readFileSync(descriptor);
  } catch (error) {
    if (error instanceof AppError) throw error;
    throw refused('file_unreadable', file);
  } finally {
    if (descriptor !== undefined) closeSync(descriptor);
  }
}

function decode(bytes: Buffer): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new AppError('invalid_input', [fault([], 'not_utf8')]);
  }
}

function refused(code: string, file: string): AppError {
  return new AppError('invalid_input', [fault([], code, { file })]);
}
