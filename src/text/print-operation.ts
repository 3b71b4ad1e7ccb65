import { operations as en } from './en/operations.ts';
import type { Language } from './language.ts';
import type { Detail } from './sentences.ts';
import { operations as vi } from './vi/operations.ts';

export type OperationCode = keyof typeof vi;

const CATALOGS = { vi, en };

/** What an operator is told. */
export function printOperation(code: OperationCode, language: Language, detail: Detail = {}): string {
  return CATALOGS[language][code](detail);
}

export function isOperationCode(code: string): code is OperationCode {
  return Object.hasOwn(vi, code);
}
