// `npm start`: installs what is missing, builds the workspace when its sources are newer, then runs the server on the
// Node 24 that the project brings. Runs itself on any Node from 20.
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ensureWebBuilt } from './build-web.mjs';
import { ensureInstalled } from './install.mjs';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
process.chdir(ROOT);

ensureInstalled();
const node = ownNode();
if (await ensureWebBuilt(node, () => say('Đang dựng giao diện…'))) serve();
else {
  console.error('Không dựng được giao diện. Xem thông báo ở trên.');
  process.exitCode = 1;
}

function ownNode() {
  return join('node_modules', 'node', 'bin', process.platform === 'win32' ? 'node.exe' : 'node');
}

/** The server stops by itself on Ctrl+C, which the terminal sends to both; this process waits for it. */
function serve() {
  const child = spawn(node, ['src/cli/main.ts', 'serve', ...process.argv.slice(2)], { stdio: 'inherit' });
  process.on('SIGINT', () => undefined);
  process.on('SIGTERM', () => child.kill('SIGTERM'));
  // npm does not pass every signal on; when it is gone, nobody is left who could stop the server.
  const parent = process.ppid;
  const watch = setInterval(() => process.ppid === parent || child.kill('SIGTERM'), 500);
  child.on('exit', (code, signal) => {
    clearInterval(watch);
    process.exitCode = code ?? (signal === null ? 1 : 130);
  });
}

function say(sentence) {
  console.log(`\n  ${sentence}\n`);
}
