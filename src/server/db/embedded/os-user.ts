import { spawnSync } from 'node:child_process';
import { existsSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { refusal } from '../../refusal.ts';

/** The unprivileged account that PostgreSQL runs as when the product itself is started by root. */
export type OsUser = { readonly uid: number; readonly gid: number };

const NAMES = ['minhchung', 'postgres'];

/** PostgreSQL refuses to run as root; any other user runs it as themselves (undefined). */
export function databaseUser(): OsUser | undefined {
  if (process.getuid?.() !== 0) return undefined;
  for (const name of NAMES) {
    const found = lookUp(name);
    if (found !== undefined) return found;
  }
  const made =
    run('useradd', [
      '--system',
      '--user-group',
      '--no-create-home',
      '--shell',
      '/usr/sbin/nologin',
      'minhchung',
    ]) || run('adduser', ['-S', '-D', '-H', 'minhchung']);
  const user = made ? lookUp('minhchung') : undefined;
  if (user === undefined) throw refusal('no_database_user');
  return user;
}

function lookUp(name: string): OsUser | undefined {
  const uid = idOf(['-u', name]);
  const gid = idOf(['-g', name]);
  return uid === undefined || gid === undefined ? undefined : { uid, gid };
}

function idOf(args: readonly string[]): number | undefined {
  const { status, stdout } = spawnSync('id', args, { encoding: 'utf8' });
  return status === 0 ? Number(stdout.trim()) : undefined;
}

function run(command: string, args: readonly string[]): boolean {
  return spawnSync(command, args, { stdio: 'ignore' }).status === 0;
}

/** Whether any account can pass through every folder above `path`, as root's own home does not let it. */
export function reachableByOthers(path: string): boolean {
  for (let folder = dirname(path); ; folder = dirname(folder)) {
    if (existsSync(folder) && (statSync(folder).mode & 0o001) === 0) return false;
    if (folder === dirname(folder)) return true;
  }
}
