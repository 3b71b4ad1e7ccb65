import { execFileSync } from 'node:child_process';
import { createWriteStream, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { availableParallelism, loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { fileURLToPath } from 'node:url';
import { deflateRawSync, inflateRawSync } from 'node:zlib';
import { defineSheet, type RowOf } from '../src/server/sheets/definition.ts';
import { readSheet } from '../src/server/sheets/read-sheet.ts';
import { writeSheet } from '../src/server/sheets/write-sheet.ts';
import { SHEET_LIMITS } from '../src/server/sheets/xlsx/limits.ts';

/**
 * 50,000 rows of 10 columns written and read, each in a process of its own, which tells its time, the time of its
 * processor and its peak memory. Beside it an empty process and the bare compression of as many bytes.
 */

const ROWS = 50_000;

const SHEET = defineSheet({
  name: 'Hồ sơ',
  columns: {
    code: { kind: 'text', title: 'Mã hồ sơ', required: true },
    name: { kind: 'text', title: 'Người nộp', required: true },
    unit: { kind: 'text', title: 'Đơn vị' },
    kind: {
      kind: 'choice',
      title: 'Loại',
      choices: [
        { value: 'xa', title: 'Xã' },
        { value: 'phuong', title: 'Phường' },
        { value: 'so', title: 'Sở' },
      ],
    },
    count: { kind: 'number', title: 'Số trang' },
    score: { kind: 'decimal', title: 'Điểm' },
    rate: { kind: 'decimal', title: 'Tỷ lệ' },
    day: { kind: 'day', title: 'Ngày nhận' },
    due: { kind: 'day', title: 'Ngày hẹn' },
    note: { kind: 'text', title: 'Ghi chú' },
  },
});

type Row = RowOf<(typeof SHEET)['columns']>;

function* rows(): Generator<Row> {
  const names = ['Nguyễn Thị Hồng Hạnh', 'Trần Văn Đức', 'Lê Quỳnh Như', 'Phạm Minh Khôi', 'Hoàng Ưng'];
  const kinds = ['xa', 'phuong', 'so'];
  for (let at = 0; at < ROWS; at += 1) {
    const month = String((at % 12) + 1).padStart(2, '0');
    const date = String((at % 28) + 1).padStart(2, '0');
    yield {
      code: `H${String(at).padStart(6, '0')}`,
      name: `${names[at % 5]} ${at}`,
      unit: `Phường Đông Kiều ${at % 120}`,
      kind: kinds[at % 3] ?? null,
      count: at,
      score: `${at % 100}.${String(at % 97).padStart(2, '0')}`,
      rate: `${(at * 7) % 100}.${at % 10}`,
      day: `2026-${month}-${date}`,
      due: `2027-${month}-${date}`,
      note: `Giải trình số ${at}, "A & B" < C`,
    };
  }
}

const JOBS: Record<string, (file: string) => Promise<void>> = {
  'empty process': async () => undefined,
  write: (file) => pipeline(writeSheet(SHEET, rows()), createWriteStream(file)),
  read: async (file) => {
    const reading = await readSheet(SHEET, readFileSync(file), { ...SHEET_LIMITS, rows: ROWS });
    if (reading.rows.length !== ROWS || reading.faults.length > 0) throw new Error('not read back');
  },
  'deflate alone': async () => {
    deflateRawSync(sample(), { level: 3 });
  },
  'inflate alone': async () => {
    const packed = deflateRawSync(sample(), { level: 3 });
    inflateRawSync(packed);
  },
};

/** As many bytes of much the same text as the sheet has. */
function sample(): Buffer {
  return Buffer.from(Array.from(rows(), (row) => `<row>${JSON.stringify(row).repeat(2)}</row>`).join(''));
}

async function runJob(name: string, file: string): Promise<void> {
  const from = performance.now();
  await JOBS[name]?.(file);
  const seconds = (performance.now() - from) / 1000;
  const { user, system } = process.cpuUsage();
  const memory = process.resourceUsage().maxRSS / 1024;
  console.log(
    `${name.padEnd(14)} ${seconds.toFixed(2)} s, processor ${((user + system) / 1e6).toFixed(2)} s, peak ${memory.toFixed(0)} MB`,
  );
}

function runAll(): void {
  const folder = mkdtempSync(join(tmpdir(), 'minhchung-bench-'));
  const file = join(folder, 'sheet.xlsx');
  console.log(
    `Node ${process.version}, ${availableParallelism()} cores, load ${loadavg()[0]?.toFixed(1)}; target 1.50 s, 200 MB`,
  );
  for (const name of Object.keys(JOBS))
    process.stdout.write(
      execFileSync(process.execPath, [fileURLToPath(import.meta.url), name, file], { encoding: 'utf8' }),
    );
  console.log(`${(statSync(file).size / 1024 / 1024).toFixed(1)} MB`);
  rmSync(folder, { recursive: true });
}

const [, , job, file] = process.argv;
if (job !== undefined && file !== undefined) await runJob(job, file);
else runAll();
