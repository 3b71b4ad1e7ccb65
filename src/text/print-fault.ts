import { type Fault, printPath } from '../domain/kernel/fault.ts';
import { faults as en } from './en/faults.ts';
import type { Language } from './language.ts';
import type { Sentence } from './sentences.ts';
import { faults as vi } from './vi/faults.ts';

const CATALOGS: Record<Language, Readonly<Record<string, Sentence>>> = { vi, en };

/** `path: what is wrong`, one line. */
export function printFault(fault: Fault, language: Language): string {
  const catalog = CATALOGS[language];
  const sentence = catalog[fault.code] ?? catalog.invalid;
  return `${printPath(fault.path)}: ${sentence?.(fault.detail ?? {}) ?? fault.code}`.replace(/\s+/g, ' ');
}
