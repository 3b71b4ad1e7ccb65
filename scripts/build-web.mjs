// Builds the workspace into dist/web when it is missing or older than its sources.
import { spawnSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';

const SOURCES = ['src/web', 'src/domain', 'src/text', 'vite.config.ts', 'package-lock.json'];
const DIST = 'dist';
const BUILT = join(DIST, 'web');
const LOCK = join(DIST, '.building');

/**
 * From the project's folder. Of several that begin at once one builds, the others wait for it; dist/web is replaced only
 * by a build that is whole. `node` is the program that runs Vite, `say` is called before a build.
 * Answers whether dist/web is up to date now.
 */
export async function ensureWebBuilt(node, say = () => undefined) {
  mkdirSync(DIST, { recursive: true });
  while (isWebStale()) {
    if (!takeLock()) {
      await delay(200);
      continue;
    }
    try {
      return !isWebStale() || build(node, say);
    } finally {
      rmSync(LOCK, { force: true });
    }
  }
  return true;
}

function build(node, say) {
  say();
  const begun = new Date();
  for (const name of readdirSync(DIST)) if (name.startsWith('web-')) remove(join(DIST, name));
  const fresh = `${BUILT}-${process.pid}`;
  const out = ['--outDir', join('..', '..', fresh), '--emptyOutDir'];
  const vite = ['node_modules/vite/bin/vite.js', 'build', '--logLevel', 'warn', ...out];
  const { status } = spawnSync(node, vite, { stdio: 'inherit' });
  const page = join(fresh, 'index.html');
  if (status !== 0 || !existsSync(page)) {
    remove(fresh);
    return false;
  }
  // A source that changes while it is being built is newer than what was built of it.
  utimesSync(page, begun, begun);
  const old = `${fresh}-old`;
  if (existsSync(BUILT)) renameSync(BUILT, old);
  renameSync(fresh, BUILT);
  remove(old);
  return true;
}

/** The lock names the process that holds it; one that a killed process left behind is nobody's. */
function takeLock() {
  try {
    writeFileSync(LOCK, String(process.pid), { flag: 'wx' });
    return true;
  } catch {
    if (!isAlive(readHolder())) rmSync(LOCK, { force: true });
    return false;
  }
}

function readHolder() {
  try {
    return Number(readFileSync(LOCK, 'utf8'));
  } catch {
    return 0;
  }
}

/** A lock without a number is being written this moment, unless it has been so for long. */
function isAlive(pid) {
  if (pid === 0) return existsSync(LOCK) && Date.now() - statSync(LOCK).mtimeMs < 10_000;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === 'EPERM';
  }
}

function remove(folder) {
  rmSync(folder, { recursive: true, force: true });
}

function isWebStale() {
  const built = join(BUILT, 'index.html');
  if (!existsSync(built)) return true;
  return Math.max(...SOURCES.map(newest)) > statSync(built).mtimeMs;
}

function newest(path) {
  const stat = statSync(path);
  if (!stat.isDirectory()) return path.includes('.test.') ? 0 : stat.mtimeMs;
  return Math.max(0, ...readdirSync(path).map((name) => newest(join(path, name))));
}
