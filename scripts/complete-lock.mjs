// Adds to package-lock.json the optional packages of other platforms that the registry at hand does not offer. Without
// them `npm ci` refuses the lock file, here and everywhere. Run it after `npm install`.
import { readFileSync, writeFileSync } from 'node:fs';

const LOCK = new URL('../package-lock.json', import.meta.url);
const lock = JSON.parse(readFileSync(LOCK, 'utf8'));

const SYSTEMS = [
  'aix',
  'android',
  'darwin',
  'freebsd',
  'linux',
  'netbsd',
  'openbsd',
  'openharmony',
  'sunos',
  'win32',
];
const ARCHITECTURES = {
  armv7: 'arm',
  aarch64: 'arm64',
  arm64: 'arm64',
  arm: 'arm',
  x64: 'x64',
  x86: 'ia32',
  ia32: 'ia32',
  ppc64: 'ppc64',
  riscv64: 'riscv64',
  s390x: 's390x',
  loong64: 'loong64',
  mips64el: 'mips64el',
  universal: undefined,
  wasm32: 'wasm32',
};

/** What a platform package runs on, as its name says. */
function platformOf(name) {
  const words = name
    .replace('windows', 'win32')
    .replace('musleabihf', 'musl')
    .split(/[-/@_.]/);
  const os = SYSTEMS.filter((system) => words.includes(system));
  const key = Object.keys(ARCHITECTURES).find((word) => words.some((part) => part.startsWith(word)));
  const cpu = key && ARCHITECTURES[key] ? [ARCHITECTURES[key]] : [];
  const libc = words.includes('musl') ? ['musl'] : words.includes('gnu') ? ['glibc'] : [];
  return { ...(os.length && { os }), ...(cpu.length && { cpu }), ...(libc.length && { libc }) };
}

/** Whether npm finds the package from there: in its own `node_modules`, or in one further out. */
function isThere(from, name) {
  const folders = from
    .split('/node_modules/')
    .map((_, at, parts) => parts.slice(0, at + 1).join('/node_modules/'));
  return ['', ...folders].some((folder) => lock.packages[`${folder && `${folder}/`}node_modules/${name}`]);
}

let added = 0;
for (const [path, entry] of Object.entries(lock.packages)) {
  for (const [name, version] of Object.entries(entry.optionalDependencies ?? {})) {
    if (isThere(path, name) || !/^\d/.test(version)) continue;
    const platform = platformOf(name);
    if (platform.os === undefined && platform.cpu === undefined) continue;
    const dev = entry.dev ? { dev: true } : {};
    lock.packages[`node_modules/${name}`] = { version, ...dev, optional: true, ...platform };
    added += 1;
  }
}
lock.packages = Object.fromEntries(
  Object.entries(lock.packages).sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)),
);
writeFileSync(LOCK, `${JSON.stringify(lock, null, 2)}\n`);
console.log(`${added} gói của hệ điều hành khác được ghi vào package-lock.json`);
