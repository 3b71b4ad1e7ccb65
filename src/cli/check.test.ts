import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, expect, test } from 'vitest';

const BIN = fileURLToPath(new URL('../../bin/minhchung.mjs', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'minhchung-check-'));
afterAll(() => rmSync(folder, { recursive: true }));

function check(...args: string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [BIN, 'check', ...args], {
    encoding: 'utf8',
  });
  return { status, stdout, stderr };
}

function shipped(name: string): string {
  return fileURLToPath(new URL(`../../data/published/${name}.json`, import.meta.url));
}

function written(name: string, text: string): string {
  const file = join(folder, name);
  writeFileSync(file, text);
  return file;
}

test('a table that agrees exits 0 and says so in Vietnamese', () => {
  const { status, stdout, stderr } = check(shipped('binh-duong-2017'));
  expect([status, stderr]).toEqual([0, '']);
  expect(stdout).toContain('Chỉ số CCHC UBND cấp huyện tỉnh Bình Dương 2017');
  expect(stdout).toContain('Số đơn vị: 9. Đã đối chiếu: tổng điểm 9;');
  expect(stdout).toMatch(/\nKhông phát hiện mâu thuẫn\.\n$/);
});

test('a table that disagrees exits 1 and tells each finding', () => {
  const { status, stdout, stderr } = check(shipped('dong-anh-2018'));
  expect([status, stderr]).toEqual([1, '']);
  expect(stdout).toContain('Phát hiện 2 mâu thuẫn:');
  expect(stdout).toContain('\n2. Đông Anh (phần không in điểm)\n');
  expect(stdout).toContain('78,48 %, nhưng in 68,73 %');
});

test('--json prints the findings and nothing else', () => {
  const { status, stdout, stderr } = check(shipped('dong-anh-2018'), '--json');
  expect([status, stderr]).toEqual([1, '']);
  const { findings, ...others } = JSON.parse(stdout);
  expect(others).toEqual({});
  expect(findings).toHaveLength(2);
  expect(findings[1]).toEqual({
    unit: 'Đông Anh',
    kind: 'derived',
    says: expect.stringContaining('“8”'),
    expected: '78.48',
    found: '68.73',
    would_fix: expect.stringContaining('11,38'),
  });
});

test('--json of a table that agrees has no findings', () => {
  const { status, stdout } = check('--json', shipped('quan-3-2019'));
  expect([status, JSON.parse(stdout)]).toEqual([0, { findings: [] }]);
});

test('a finding of the table as a whole has no unit', () => {
  const units = '[{"unit":"A","of":1},{"unit":"B","of":1}]';
  const file = written('whole.json', `{"format":"minhchung/published@1","units":${units}}`);
  expect(JSON.parse(check(file, '--json').stdout).findings).toMatchObject([{ unit: null, kind: 'of' }]);
  expect(check(file).stdout).toContain('1. Cả bảng (số đơn vị được xếp hạng)');
});

test('--lang en speaks English', () => {
  expect(check(shipped('quan-3-2019'), '--lang', 'en').stdout).toContain('No contradiction found.');
});

test('a table of names alone has nothing to compare', () => {
  const file = written('names.json', '{"format":"minhchung/published@1","units":[{"unit":"A"}]}');
  expect(check(file).stdout).toContain('Không có số liệu nào đủ để đối chiếu.');
});

test('a title cannot steer the terminal', () => {
  const file = written(
    'title.json',
    '{"format":"minhchung/published@1","title":"A\\u001b[2J\\nB","units":[]}',
  );
  expect(check(file).stdout).toContain(': A [2J B\n');
});

test.each([
  ['a fault', '{"format":"minhchung/published@1","units":[{"unit":"A","total":15.0},{}]}', 2],
  ['text that is not JSON', '{"format":', 1],
])('%s is refused on standard error, one line each', (name, text, faults) => {
  const { status, stdout, stderr } = check(written(`${name}.json`, text), '--json');
  expect([status, stdout]).toEqual([2, '']);
  expect(stderr.trimEnd().split('\n')).toHaveLength(faults);
  for (const line of stderr.trimEnd().split('\n'))
    expect(line).toMatch(/^(format|units\[\d\]\.(total|unit)): /);
});

test.each([[[]], [['a.json', 'b.json']], [['/nowhere/at/all.json']], [[shipped('quan-3-2019'), '--wrong']]])(
  'the arguments %j are refused',
  (args) => {
    const { status, stdout, stderr } = check(...args);
    expect([status, stdout]).toEqual([2, '']);
    expect(stderr).toMatch(/\S/);
    expect(stderr).not.toMatch(/\n {4}at /);
  },
);
