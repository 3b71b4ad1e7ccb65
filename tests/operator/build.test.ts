import { spawn } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, expect, test } from 'vitest';

const SCRIPT = fileURLToPath(new URL('../../scripts/build-web.mjs', import.meta.url));

/** Stands in for Node with Vite: writes down that it was called and makes a page, slowly and in two steps. */
const BUILDER = `#!/usr/bin/env node
const { appendFileSync, existsSync, mkdirSync, writeFileSync } = require('node:fs');
const { join, resolve } = require('node:path');
const out = resolve('src/web', process.argv[process.argv.indexOf('--outDir') + 1]);
appendFileSync('calls', 'x');
mkdirSync(join(out, 'assets'), { recursive: true });
writeFileSync(join(out, 'index.html'), 'half');
Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 500);
if (existsSync('fails')) process.exit(1);
writeFileSync(join(out, 'index.html'), 'whole');
`;

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'minhchung-build-'));
  for (const path of ['src/web', 'src/domain', 'src/text'])
    mkdirSync(join(folder, path), { recursive: true });
  for (const path of ['src/web/a.ts', 'vite.config.ts', 'package-lock.json', 'calls'])
    writeFileSync(join(folder, path), '');
  writeFileSync(join(folder, 'builder'), BUILDER);
  chmodSync(join(folder, 'builder'), 0o755);
});
afterEach(() => rmSync(folder, { recursive: true }));

/** What a start answers: whether the workspace is built. */
function start(): Promise<string> {
  const run = `import(${JSON.stringify(SCRIPT)}).then(async (m) =>
    console.log(await m.ensureWebBuilt(${JSON.stringify(join(folder, 'builder'))})))`;
  const child = spawn(process.execPath, ['-e', run], { cwd: folder, stdio: ['ignore', 'pipe', 'inherit'] });
  let said = '';
  child.stdout.on('data', (chunk) => {
    said += chunk;
  });
  return new Promise((done) => child.on('exit', () => done(said.trim())));
}

const read = (path: string) => readFileSync(join(folder, path), 'utf8');
const touch = (path: string) => utimesSync(join(folder, path), new Date(), new Date(Date.now() + 60_000));

test('of several starts at once in one clone one builds, and all find the whole of it', async () => {
  expect(await Promise.all([start(), start(), start()])).toEqual(['true', 'true', 'true']);
  expect(read('calls')).toBe('x');
  expect(read('dist/web/index.html')).toBe('whole');
  expect(readdirSync(join(folder, 'dist'))).toEqual(['web']);
});

test('what was built stays until the next build is whole, and a build that fails changes nothing', async () => {
  await start();
  touch('src/web/a.ts');
  writeFileSync(join(folder, 'fails'), '');
  const next = start();
  await expect.poll(() => read('calls')).toBe('xx');
  expect(read('dist/web/index.html')).toBe('whole');
  expect(await next).toBe('false');
  expect(read('dist/web/index.html')).toBe('whole');
  expect(readdirSync(join(folder, 'dist'))).toEqual(['web']);
});

test('a lock that a killed build left behind holds nobody up', async () => {
  mkdirSync(join(folder, 'dist/web-999999999'), { recursive: true });
  writeFileSync(join(folder, 'dist/.building'), '999999999');
  expect(await start()).toBe('true');
  expect(existsSync(join(folder, 'dist/web-999999999'))).toBe(false);
});

test('a source that changed while it was being built is built again at the next start', async () => {
  const building = start();
  await expect.poll(() => read('calls')).toBe('x');
  utimesSync(join(folder, 'src/web/a.ts'), new Date(), new Date());
  expect(await building).toBe('true');
  expect(read('calls')).toBe('x');
  await start();
  expect(read('calls')).toBe('xx');
});
