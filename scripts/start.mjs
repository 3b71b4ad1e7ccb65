// `npm start`: installs what is missing, builds the workspace when its sources are newer, then runs the server on the
// Node 24 that the project brings. Runs itself on any Node from 20.
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { buildWeb, isWebStale } from './build-web.mjs';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
process.chdir(ROOT);

if (!isInstalled()) {
  say('Đang cài các gói cần thiết, lần đầu mất vài phút…');
  // On Windows npm is a script that only a shell can run.
  const options = { stdio: 'inherit', shell: process.platform === 'win32' };
  must(spawnSync('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error'], options), 'npm ci');
}
const node = ownNode();
if (isWebStale()) {
  say('Đang dựng giao diện…');
  must(buildWeb(node), 'vite build');
}
serve();

/** Whether every package of the lock file stands in node_modules in that version; optional ones may be absent. */
function isInstalled() {
  const hidden = join('node_modules', '.package-lock.json');
  if (!existsSync(hidden) || !existsSync(ownNode())) return false;
  const wanted = JSON.parse(readFileSync('package-lock.json', 'utf8')).packages;
  const found = JSON.parse(readFileSync(hidden, 'utf8')).packages;
  return Object.entries(wanted).every(([path, { version, optional, peer }]) => {
    if (path === '') return true;
    return found[path] === undefined ? optional === true || peer === true : found[path].version === version;
  });
}

function ownNode() {
  return join('node_modules', 'node', 'bin', process.platform === 'win32' ? 'node.exe' : 'node');
}

/** The server stops by itself on Ctrl+C, which the terminal sends to both; this process waits for it. */
function serve() {
  const child = spawn(node, ['src/cli/main.ts', 'serve', ...process.argv.slice(2)], { stdio: 'inherit' });
  process.on('SIGINT', () => undefined);
  process.on('SIGTERM', () => child.kill('SIGTERM'));
  child.on('exit', (code, signal) => {
    process.exitCode = code ?? (signal === null ? 1 : 130);
  });
}

function must({ status }, what) {
  if (status === 0) return;
  console.error(`Không thành công: ${what}. Xem thông báo ở trên.`);
  process.exit(1);
}

function say(sentence) {
  console.log(`\n  ${sentence}\n`);
}
