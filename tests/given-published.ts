import { readFileSync } from 'node:fs';
import { readJson } from '../src/domain/kernel/json.ts';
import { type Checked, checkPublished } from '../src/domain/par-index/published/check.ts';
import { readPublished } from '../src/domain/par-index/published/published.ts';

/** A published table as a file would hold it; the format is added. */
export function checkTable(table: object): Checked {
  const { value, faults } = readJson(JSON.stringify({ format: 'minhchung/published@1', ...table }));
  return checkPublished(readPublished(value, faults));
}

/** Each finding in one line: `Đông Anh derived 78.48, not 68.73`; the table as a whole is `*`. */
export function findingsOf(table: object): string[] {
  return checkTable(table).findings.map(
    ({ unit, kind, expected, found }) => `${unit ?? '*'} ${kind} ${expected}, not ${found}`,
  );
}

/** What is found in a table of one unit, named A. */
export function findingsOfUnit(unit: object, table: object = {}): string[] {
  return findingsOf({ ...table, units: [{ unit: 'A', ...unit }] });
}

export function publishedTable(name: string): object {
  return JSON.parse(readFileSync(new URL(`../data/published/${name}.json`, import.meta.url), 'utf8'));
}
