import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, test } from 'vitest';
import { figuresOf, GIVEN, leaf, scorecardOf, unitOf } from './scorecards.ts';

const BIN = fileURLToPath(new URL('../bin/minhchung.mjs', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'minhchung-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function file(name: string, content: unknown): string {
  const path = join(folder, name);
  writeFileSync(
    path,
    typeof content === 'string' || Buffer.isBuffer(content) ? content : JSON.stringify(content),
  );
  return path;
}

function minhchung(...args: string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [BIN, ...args], {
    encoding: 'utf8',
    timeout: 60_000,
  });
  return { status, stdout, stderr };
}

const scorecard = file('scorecard.json', scorecardOf([leaf('1', '10', GIVEN)]));
const figures = file('figures.json', figuresOf([unitOf('a', { 1: { points: '7.5' } }, { name: 'Xã A' })]));

/** Refused: exit 2, nothing on standard output, `path: what` on each line of standard error, no stack trace. */
function expectRefusal(result: ReturnType<typeof minhchung>, ...starts: string[]): void {
  expect(result.stdout).toBe('');
  expect(result.stderr).not.toMatch(/\n\s+at |node:internal|Error:/);
  const lines = result.stderr.trimEnd().split('\n');
  expect(lines.map((line, at) => line.startsWith(starts[at] ?? '?'))).toEqual(starts.map(() => true));
  expect(result.status).toBe(2);
}

describe('score', () => {
  test('prints what another program reads', () => {
    const { status, stdout, stderr } = minhchung('score', scorecard, figures, '--json');
    expect([status, stderr]).toEqual([0, '']);
    expect(JSON.parse(stdout)).toEqual({
      units: [
        {
          code: 'a',
          points: '7.50',
          applicable: '10',
          index: '75.00',
          rank: 1,
          band: null,
          criteria: { 1: { points: '7.50', max: '10', applicable: '10' } },
          missing: [],
        },
      ],
    });
  });

  test('prints a ranking for a person, in Vietnamese and in English', () => {
    expect(minhchung('score', scorecard, figures).stdout).toMatch(
      /Hạng +Đơn vị[\s\S]+1 +Xã A +7,50 +10 +75,00 %/,
    );
    expect(minhchung('score', scorecard, figures, '--lang', 'en').stdout).toMatch(/Rank +Unit[\s\S]+7\.50/);
  });

  test('prints one unit with the reason for every point', () => {
    const { stdout } = minhchung('score', scorecard, figures, '--unit', 'a');
    expect(stdout).toContain('1  Tiêu chí 1: 7,50/10');
    expect(stdout).toContain('Quy tắc: Đơn vị tự cho điểm, từ 0 đến 10');
  });

  test('says so when the unit is not there', () => {
    expectRefusal(minhchung('score', scorecard, figures, '--unit', 'z'), '--unit: không có đơn vị mã z');
  });

  test('reports all faults at once', () => {
    const bad = file('bad.json', {
      ...scorecardOf([leaf('1', '10', { kind: 'la' }), leaf('1', '5', GIVEN)]),
      x: 1,
    });
    expectRefusal(minhchung('score', bad, figures), 'x:', 'criteria[0].rule.kind:', 'criteria[1].code:');
  });
});

describe('a command that is not understood', () => {
  test.each([
    [['score']],
    [['score', scorecard]],
    [['score', scorecard, figures, '--nhanh']],
    [['bay']],
    [['constructor']],
  ])('%j', (args) => {
    const { status, stdout, stderr } = minhchung(...args);
    expect([status, stdout]).toEqual([2, '']);
    expect(stderr).not.toBe('');
    expect(stderr).not.toMatch(/\n\s+at /);
  });
});

describe('hostile files are refused or served, in bounded time and memory', () => {
  test.each<[string, () => string | Buffer, string]>([
    ['nothing at all', () => '', '$: không phải JSON'],
    ['bytes that are not UTF-8', () => Buffer.from([0x7b, 0xff, 0xfe]), '$: tệp không phải văn bản UTF-8'],
    [
      'a tree ten thousand deep',
      () => `{"criteria":${'[{"children":'.repeat(10_000)}`,
      'criteria[0].children',
    ],
    ['brackets only', () => '['.repeat(1_000_000), '[0][0]'],
    ['a lone surrogate as a key', () => '{"\\ud800": 1}', '["\\ud800"]: khóa không có'],
    ['a list', () => '[]', '$: sai kiểu'],
    ['null', () => 'null', '$: sai kiểu'],
  ])('%s', (_what, content, start) => {
    const { status, stdout, stderr } = minhchung('score', file('hostile.json', content()), figures);
    expect([status, stdout]).toEqual([2, '']);
    expect(stderr).toContain(start);
    expect(stderr.length).toBeLessThan(20_000);
  });

  test('a file of 200 MB', () => {
    const path = file('large.json', ' ');
    truncateSync(path, 200 * 1024 * 1024);
    expectRefusal(minhchung('score', path, figures), '$: tệp');
  });

  test('what never ends', () => {
    expectRefusal(minhchung('score', '/dev/zero', figures), '$: không đọc được tệp');
    spawnSync('mkfifo', [join(folder, 'pipe')]);
    expectRefusal(minhchung('score', join(folder, 'pipe'), figures), '$: không đọc được tệp');
  });

  test('a million faults', () => {
    const result = minhchung('score', file('faults.json', `[${'1.5,'.repeat(1_000_000)}1]`), figures);
    expect([result.status, result.stdout, result.stderr.split('\n').length]).toEqual([2, '', 1002]);
  });

  test('a folder, and a file that is not there', () => {
    expectRefusal(minhchung('score', folder, figures), '$: ');
    expectRefusal(minhchung('score', join(folder, 'khong-co.json'), figures), '$: không đọc được tệp');
  });

  test('a hundred thousand criteria', () => {
    const criteria = Array.from({ length: 100_000 }, (_, at) => leaf(String(at), '0', GIVEN));
    expectRefusal(
      minhchung('score', file('wide.json', scorecardOf(criteria)), figures),
      'criteria: quá nhiều',
    );
  });

  test('a formula of a megabyte, and one nested beyond reason', () => {
    const rule = (points: string) => ({
      kind: 'formula',
      variables: [],
      branches: [{ id: 'a', label: 'A', points }],
    });
    const criteria = [
      leaf('1', '1', rule(`1${'+1'.repeat(500_000)}`)),
      leaf('2', '1', rule('('.repeat(900) + ')'.repeat(900))),
    ];
    expectRefusal(
      minhchung('score', file('formula.json', scorecardOf(criteria)), figures),
      'criteria[0].rule.branches[0].points:',
      'criteria[1].rule.branches[0].points:',
    );
  });

  test('ratios with three thousand unlike denominators, measured against their mean, are served', () => {
    const rule = { kind: 'relative', input: { declared: 'ratio' }, to: 'mean' };
    const units = Array.from(
      { length: 3_000 },
      (_, at) =>
        `{"code":"u${at}","kind":"xa","inputs":{"1":{"ratio":[${at},${10n ** 90n + BigInt(2 * at + 1)}]}}}`,
    );
    const bomb = file('bomb.json', `{"format":"minhchung/figures@1","units":[${units.join(',')}]}`);
    const { status, stdout } = minhchung(
      'score',
      file('mean.json', scorecardOf([leaf('1', '10', rule)])),
      bomb,
      '--json',
    );
    expect(status).toBe(0);
    const points = JSON.parse(stdout).units.map((unit: { points: string }) => unit.points);
    expect([points[0], points[750], points[2999]]).toEqual(['0.00', '5.00', '10.00']);
  });
});
