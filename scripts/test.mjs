// Every check of the project in one run, ending with the line `N passed, N failed`. Needs Node ≥ 20 and npm alone.
import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { ensureInstalled } from './install.mjs';

const CHECKS = ['check:types', 'check:domain', 'check:web', 'check:lint', 'check:unused', 'check:tables'];
const REPORT = 'var/tests.json';

process.chdir(new URL('..', import.meta.url).pathname);
ensureInstalled();
mkdirSync('var', { recursive: true });
rmSync(REPORT, { force: true });

let passed = 0;
let failed = 0;
for (const check of CHECKS) {
  const ok = (await run(['run', '--silent', check])) === 0;
  console.log(`${ok ? '✓' : '✗'} ${check}`);
  if (ok) passed += 1;
  else failed += 1;
}
const starts = (await start(process.execPath, ['bin/minhchung.mjs', 'help'], 'ignore')) === 0;
console.log(`${starts ? '✓' : '✗'} bin/minhchung.mjs on Node ${process.versions.node}`);
if (starts) passed += 1;
else failed += 1;

const code = await run([
  'run',
  '--silent',
  'check:tests',
  '--',
  '--reporter=default',
  '--reporter=json',
  `--outputFile.json=${REPORT}`,
]);
const report = existsSync(REPORT) ? JSON.parse(readFileSync(REPORT, 'utf8')) : undefined;
passed += report?.numPassedTests ?? 0;
failed += report?.numFailedTests ?? 0;
if (code !== 0 && (report?.numFailedTests ?? 0) === 0) failed += 1;

console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed > 0 ? 1 : 0;

function run(args) {
  return start('npm', args, 'inherit');
}

function start(command, args, output) {
  return new Promise((resolve) => {
    const child = spawn(command, args, { stdio: ['ignore', output, 'inherit'] });
    child.on('close', (status) => resolve(status ?? 1));
  });
}
