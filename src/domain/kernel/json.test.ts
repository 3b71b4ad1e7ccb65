import fc from 'fast-check';
import { expect, test } from 'vitest';
import { printPath } from './fault.ts';
import { readJson } from './json.ts';

function said(text: string): string[] {
  return readJson(text).faults.map(({ path, code }) => `${printPath(path)}: ${code}`);
}

test.each([
  ['{"a": 15.0}', ['a: float']],
  ['{"a": [1, {"b": 1e2}]}', ['a[1].b: float']],
  ['[1, 2.5]', ['[1]: float']],
  ['{"a": 1, "a": 2}', ['a: duplicate_key']],
  ['{"x": {"a": 1, "b": 0.5, "a": 2.5}}', ['x.b: float', 'x.a: duplicate_key', 'x.a: float']],
  ['{"a": [ {"k": 1}, {"k": 1, "k": 1} ]}', ['a[1].k: duplicate_key']],
])('%s is read to its end and every fault named', (text, faults) => {
  expect(said(text)).toEqual(faults);
});

test.each([
  '',
  '{',
  '[1,]',
  '{"a":1,}',
  '[1 2]',
  '01',
  '+1',
  '.5',
  '{"a" 1}',
  '"a\nb"',
  '"\\x"',
  'nul',
  '[1]]',
  '{a:1}',
  '"abc',
  '-',
])('%j is not JSON', (text) => {
  expect(readJson(text).faults.map(({ code }) => code)).toEqual(['json_syntax']);
});

test('a syntax fault says line and column', () => {
  expect(readJson('{\n  "a": 1,\n  "b" 2\n}').faults).toEqual([
    { path: ['b'], code: 'json_syntax', detail: { line: 3, column: 7 } },
  ]);
});

test('an integer keeps every digit', () => {
  expect(readJson('[9007199254740993, -1, -0]').value).toEqual([9007199254740993n, -1, 0]);
});

test('a key named __proto__ is refused and changes nothing', () => {
  expect(said('{"a": [{"__proto__": {"x": 1}}]}')).toEqual(['a[0].__proto__: unknown_key']);
  expect(({} as Record<string, unknown>).x).toBeUndefined();
});

test('nesting beyond the limit is refused, not a crash', () => {
  expect(said('['.repeat(10_000))[0]).toMatch(/too_deep$/);
  expect(said('{"children":['.repeat(10_000))[0]).toMatch(/too_deep$/);
});

test('whatever JSON.stringify writes without fractions and __proto__ is read back', () => {
  const key = fc.string().filter((name) => name !== '__proto__');
  const integer = fc.integer().map((n) => (n === 0 ? 0 : n));
  const document = fc.letrec((tie) => ({
    value: fc.oneof(
      { maxDepth: 5 },
      fc.constant(null),
      fc.boolean(),
      integer,
      fc.string({ unit: 'binary' }),
      fc.array(tie('value')),
      fc.dictionary(key, tie('value')),
    ),
  })).value;
  fc.assert(
    fc.property(document, (value) => {
      const read = readJson(JSON.stringify(value, null, 1));
      expect(read.faults).toEqual([]);
      expect(JSON.stringify(read.value)).toBe(JSON.stringify(value));
    }),
  );
});
