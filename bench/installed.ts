import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath, pathToFileURL } from 'node:url';

const FOLDER = fileURLToPath(new URL('../var/bench/', import.meta.url));

/** Programs that a bench compares with or drives. They are installed for the bench alone, never shipped. */
const VERSIONS = { hyperformula: '3.5.0', esbuild: '0.28.2', 'playwright-core': '1.65.1' } as const;

/** The URL to import the program by; it is installed into `var/bench/` at first need. */
export function installed(name: keyof typeof VERSIONS): string {
  if (!existsSync(`${FOLDER}node_modules/${name}`)) install(`${name}@${VERSIONS[name]}`);
  return pathToFileURL(createRequire(`${FOLDER}package.json`).resolve(name)).href;
}

function install(wanted: string): void {
  mkdirSync(FOLDER, { recursive: true });
  if (!existsSync(`${FOLDER}package.json`)) writeFileSync(`${FOLDER}package.json`, '{ "private": true }\n');
  console.error(`installing ${wanted} into var/bench …`);
  const { status, stderr } = spawnSync('npm', ['install', '--no-audit', '--no-fund', wanted], {
    cwd: FOLDER,
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(`npm could not install ${wanted}: ${stderr}`);
}
