import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, expect, test } from 'vitest';

const program = fileURLToPath(new URL('../../bin/minhchung.mjs', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'minhchung-due-'));
afterAll(() => rmSync(folder, { recursive: true }));

function due(...args: string[]): { out: string; err: string[]; code: number | null } {
  const { stdout, stderr, status } = spawnSync(process.execPath, [program, 'due', ...args], {
    encoding: 'utf8',
  });
  return { out: stdout, err: stderr.split('\n').filter((line) => line !== ''), code: status };
}

function fileOf(name: string, text: string): string {
  const file = join(folder, name);
  writeFileSync(file, text);
  return file;
}

const RECEIVED = ['--received', '2025-01-23T15:30'];

test('the result as JSON, each date with its reason', () => {
  const { out, err, code } = due(...RECEIVED, '--limit', '1d', '--json');
  expect([code, err]).toEqual([0, []]);
  expect(JSON.parse(out)).toEqual({
    due: '2025-01-24T17:00:00+07:00',
    provisional: false,
    explain: [
      {
        date: '2025-01-23',
        counted: false,
        why: 'tiếp nhận lúc 15:30; ngày bắt đầu, không tính vào thời hạn',
      },
      { date: '2025-01-24', counted: true, why: 'ngày làm việc thứ 1' },
    ],
  });
});

test('the result for a person to read, in Vietnamese and in English', () => {
  const args = ['--received', '2027-02-03T09:00', '--limit', '8h', '--mode', 'by_hours'];
  const vi = due(...args);
  expect(vi.code).toBe(0);
  expect(vi.out).toContain('Hẹn trả kết quả: 09:00 thứ Năm, 11/02/2027\n');
  expect(vi.out).toMatch(
    /^ {2}thứ Bảy, 06\/02\/2027 +nghỉ lễ, tết: Tết Nguyên đán; dự kiến, chưa có quyết định$/m,
  );
  expect(vi.out).toMatch(/^\+ thứ Năm, 11\/02\/2027 +tính 1 giờ 30 phút làm việc$/m);
  const en = due(...args, '--lang', 'en');
  expect(en.out).toContain('Due: 09:00 Thursday, 11/02/2027\n');
  expect(en.out).toContain('Provisional');
});

test('every option at work', () => {
  const { out } = due(
    ...['--received', '2026-11-20T15:30', '--limit', '2d', '--cutoff', '15:00', '--pending', '--json'],
    ...['--suspend', '2026-11-26T09:00/2026-11-27T09:00', '--suspend', '2026-11-23T09:00/2026-11-25T09:00'],
    ...['--suspend-mode', 'restart', '--mode', 'by_date'],
  );
  expect(JSON.parse(out)).toMatchObject({ due: '2026-12-01T17:00:00+07:00', provisional: true });
});

test('a calendar of one’s own', () => {
  const file = fileOf(
    'own.json',
    '{"years": {"2025": {"daysOff": [{"date": "2025-01-24"}], "workingSaturdays": []}}}',
  );
  const { out } = due(...RECEIVED, '--limit', '1d', '--calendar', file, '--json');
  expect(JSON.parse(out)).toMatchObject({ due: '2025-01-27T17:00:00+07:00' });
});

test.each<[string, string[], string[]]>([
  ['nothing given', [], ['--received: thiếu, phải có', '--limit: thiếu, phải có']],
  [
    'every option wrong',
    [
      ...['--received', '2025-02-30T10:00', '--limit', '5', '--mode', 'x', '--cutoff', '25:00'],
      ...['--suspend', 'x', '--suspend', '2025-01-24T09:00/x', '--suspend-mode', 'x', 'y'],
    ],
    [
      'y: thừa trên dòng lệnh',
      '--received: phải là ngày giờ có thật, viết NĂM-THÁNG-NGÀYTGIỜ:PHÚT, ví dụ 2025-01-23T15:30',
      '--limit: phải là 5d (ngày làm việc), 40h (giờ làm việc) hoặc 10cd (ngày liên tục)',
      '--mode: giá trị không được phép; chỉ nhận: by_date, by_hours',
      '--cutoff: phải là giờ viết GIỜ:PHÚT, ví dụ 15:00, hoặc none (không có giờ chốt)',
      '--suspend[0]: phải viết TỪ/ĐẾN, ví dụ 2025-02-03T09:00/2025-02-05T09:00',
      '--suspend[1].to: phải là ngày giờ có thật, viết NĂM-THÁNG-NGÀYTGIỜ:PHÚT, ví dụ 2025-01-23T15:30',
      '--suspend-mode: giá trị không được phép; chỉ nhận: extend, restart',
    ],
  ],
  [
    'options that contradict',
    [...RECEIVED, '--limit', '40h', '--suspend', '2025-01-22T09:00/2025-01-24T09:00'],
    [
      '--limit: thời hạn tính bằng giờ chỉ dùng được với --mode by_hours',
      '--suspend[0].from: tạm dừng bắt đầu trước khi tiếp nhận hồ sơ (15:30 23/01/2025)',
    ],
  ],
  [
    'a receipt in a year without a calendar',
    ['--received', '2031-01-02T09:00', '--limit', '1d'],
    ['--received: lịch làm việc chưa có năm 2031, không thể tính'],
  ],
  [
    'a due time in a year without a calendar, in English',
    ['--received', '2030-12-31T09:00', '--limit', '1d', '--lang', 'en'],
    ['--calendar: the working calendar does not know the year 2031'],
  ],
])('%s is refused on standard error alone', (_, args, lines) => {
  expect(due(...args)).toEqual({ out: '', err: lines, code: 2 });
});

test('a calendar file is refused with every fault and its path, beside those of the options', () => {
  const text = '{"years": {"2025": {"daysOff": [{"date": "2024-01-01", "day": 1.5}]}}, "years": 1}';
  const { err, code } = due(...RECEIVED, '--limit', 'x', '--calendar', fileOf('bad.json', text));
  expect(code).toBe(2);
  expect(err.map((line) => line.slice(0, line.indexOf(': ')))).toContain('--limit');
  expect(err.join('\n')).toContain('years["2025"].daysOff[0].day: ');
  const missing = due(...RECEIVED, '--limit', '1d', '--calendar', join(folder, 'none.json'));
  expect(missing.err).toEqual([`--calendar: không đọc được tệp ${join(folder, 'none.json')}`]);
});
