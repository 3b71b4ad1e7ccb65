import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { printFault } from '../src/text/print-fault.ts';
import { workspaceText } from '../src/text/workspace.ts';

const DOMAIN = fileURLToPath(new URL('../src/domain', import.meta.url));

const sources = readdirSync(DOMAIN, { recursive: true, encoding: 'utf8' })
  .filter((path) => path.endsWith('.ts') && !path.endsWith('.test.ts'))
  .map((path) => readFileSync(join(DOMAIN, path), 'utf8'));

const FAULT =
  /\bfault\(\s*(?:\[[^\]]*\]|[\w.]+(?:\([^)]*\))?)\s*,\s*(?:\w+ \? )?'([a-z0-9_]+)'(?: : '([a-z0-9_]+)')?/g;

/** Every code that the domain can give a fault, as it stands in the source. */
const codes = new Set(
  sources.flatMap((text) => [
    ...[...text.matchAll(FAULT)].flatMap(([, first, second]) =>
      [first, second].filter((code) => code !== undefined),
    ),
    ...[...text.matchAll(/named\('([a-z0-9_]+)'\)/g)].map(([, code]) => code),
    ...[...text.matchAll(/error: '([a-z0-9_]+)'/g)].map(([, code]) => code),
  ]),
);

/** As the workspace says it, or the command line. */
function sentenceOf(code: string, language: 'vi' | 'en'): string {
  const said = Object.entries(workspaceText[language].faults).find(([key]) => key === code)?.[1];
  return said === undefined ? printFault({ path: [], code, detail: {} }, language) : `$: ${said({})}`;
}

test('there are codes to look at', () => {
  expect(codes.size).toBeGreaterThan(60);
  expect(codes).toContain('sum_of_maxima');
});

test.each([...codes].filter((code) => code !== 'invalid').sort())(
  '%s has a sentence of its own in both languages',
  (code = '') => {
    const sentence = (language: 'vi' | 'en') => sentenceOf(code, language);
    expect(sentence('vi')).not.toBe(printFault({ path: [], code: 'no_such_code' }, 'vi'));
    expect(sentence('en')).not.toBe(printFault({ path: [], code: 'no_such_code' }, 'en'));
    expect(sentence('vi')).not.toBe(sentence('en'));
  },
);
