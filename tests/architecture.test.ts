import { readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const SRC = join(ROOT, 'src');

function filesBelow(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    return entry.isDirectory() ? filesBelow(path) : [path];
  });
}

const sources = filesBelow(SRC)
  .filter((path) => /\.tsx?$/.test(path))
  .map((path) => ({ path: relative(SRC, path), text: readFileSync(path, 'utf8') }));
const production = sources.filter(({ path }) => !/\.test\.tsx?$/.test(path));

/** What a file imports: paths below `src` for its own, names for packages. */
function importsOf({ path, text }: { path: string; text: string }): string[] {
  const targets = [
    ...text.matchAll(/^(?:(?:import|export) [^'\n]*|\}) from '([^']+)';$/gm),
    ...text.matchAll(/^import '([^']+)';$/gm),
    ...text.matchAll(/\bimport\('([^']+)'\)/g),
  ];
  return targets.map(([, target = '']) =>
    target.startsWith('.') ? relative(SRC, resolve(SRC, dirname(path), target)) : target,
  );
}

/** Modules of the domain in the order of the loop; each knows only those before it. */
const MODULES = [
  'kernel',
  'journal',
  'organization',
  'identity',
  'files',
  'measures',
  'par-index',
  'improvement',
];

/** Lists of what all modules offer. */
const ABOVE_ALL = ['domain/contract.ts', 'domain/operations.ts'];

/** Folders of `src`, and what each may import: other folders, and packages. */
const LAYERS: Record<string, { folders: string[]; packages: RegExp }> = {
  domain: { folders: ['domain'], packages: /^(zod|@orpc\/contract)$/ },
  text: { folders: ['domain', 'text'], packages: /^$/ },
  cli: { folders: ['domain', 'text', 'server', 'cli'], packages: /./ },
  server: { folders: ['domain', 'text', 'portal', 'server'], packages: /./ },
  portal: { folders: ['domain', 'text', 'portal'], packages: /./ },
  web: { folders: ['domain', 'text', 'web'], packages: /./ },
};

describe('data flows one way round', () => {
  test.each(production.map((file) => [file.path, file] as const))(
    '%s imports only what its layer may',
    (path, file) => {
      const layer = LAYERS[path.split('/')[0] ?? ''];
      expect(layer, 'a folder of src that is not in the plan').toBeDefined();
      const strangers = importsOf(file).filter((target) => {
        if (target.startsWith('node:')) return /^(domain|text|web|portal)\//.test(path);
        const folder = target.split('/')[0] ?? '';
        return LAYERS[folder] && /\.(ts|tsx|css|json)$/.test(target)
          ? !layer?.folders.includes(folder)
          : !layer?.packages.test(target);
      });
      expect(strangers).toEqual([]);
    },
  );

  test('a domain module knows only the modules before it', () => {
    const upward = production
      .filter(({ path }) => path.startsWith('domain/'))
      .flatMap((file) => {
        const own = MODULES.indexOf(file.path.split('/')[1] ?? '');
        if (ABOVE_ALL.includes(file.path)) return [];
        return importsOf(file)
          .filter((target) => target.startsWith('domain/'))
          .filter((target) => own === -1 || MODULES.indexOf(target.split('/')[1] ?? '') > own)
          .map((target) => `${file.path} → ${target}`);
      });
    expect(upward).toEqual([]);
  });

  test('the domain has no clock, no randomness and no environment', () => {
    const impure = production
      .filter(({ path }) => path.startsWith('domain/'))
      .filter(({ text }) => /new Date\(\)|Date\.now|Math\.random|process\.|globalThis|crypto\./.test(text));
    expect(impure.map(({ path }) => path)).toEqual([]);
  });
});

describe('the house stays small enough to know', () => {
  test('no file over 400 lines, data and sentences excepted', () => {
    const long = sources.filter(
      ({ path, text }) => !/^text\/|generated/.test(path) && text.split('\n').length > 401,
    );
    expect(long.map(({ path }) => path)).toEqual([]);
  });

  test('no folder over 12 files beside their tests', () => {
    const counts = new Map<string, number>();
    for (const { path } of production.filter(({ path: own }) => !own.startsWith('text/'))) {
      counts.set(dirname(path), (counts.get(dirname(path)) ?? 0) + 1);
    }
    expect([...counts].filter(([, count]) => count > 12)).toEqual([]);
  });

  test('no deeper than four folders, and none that collects everything', () => {
    const folders = new Set(sources.map(({ path }) => dirname(path)));
    const strange = [...folders].filter(
      (folder) =>
        folder.split('/').length > 4 ||
        folder.split('/').some((name) => /^(index|shared|common|utils|helpers)$/.test(name)),
    );
    expect(strange).toEqual([]);
  });
});

describe('one way to do each thing', () => {
  /** Where a value crosses from text or rows into a type that the compiler cannot see. */
  const MAY_ASSERT = [
    'domain/kernel/number/points.ts',
    'domain/kernel/time/day.ts',
    'domain/kernel/time/moment.ts',
    'domain/par-index/scorecard/partial.ts',
  ];

  test('no type is asserted in the domain outside branded constructors and readers', () => {
    const asserted = production.filter(
      ({ path, text }) =>
        path.startsWith('domain/') &&
        !MAY_ASSERT.includes(path) &&
        /[\w)\]}>] as (?!const\b)[A-Za-z{]/.test(withoutComments(text)),
    );
    expect(asserted.map(({ path }) => path)).toEqual([]);
  });

  test('no class but errors and what holds a position', () => {
    const classes = production.flatMap(({ path, text }) =>
      path.startsWith('domain/')
        ? [...text.matchAll(/^(?:export )?class (\w+)/gm)].map(([, name]) => name)
        : [],
    );
    expect(classes.sort()).toEqual(['AppError', 'Parser', 'Reader', 'Refused', 'SyntaxFault']);
  });

  test('nothing is left for later', () => {
    const left = sources.filter(({ text }) =>
      /\b(TODO|FIXME|XXX|HACK)\b|@ts-ignore|\.skip\(|\.only\(/.test(text),
    );
    expect(left.map(({ path }) => path)).toEqual([]);
  });
});

function withoutComments(text: string): string {
  return text
    .replace(/\/\*[\s\S]*?\*\//g, '')
    .replace(/\/\/.*$/gm, '')
    .replace(/import \* as|^import .*$/gm, '');
}

test('the project stands alone: no file names a folder outside it', () => {
  const outside = filesBelow(join(ROOT, 'docs'))
    .concat(['README.md', 'ARCHITECTURE.md', 'CONTRIBUTING.md'].map((name) => join(ROOT, name)))
    .filter((path) => statSync(path, { throwIfNoEntry: false })?.isFile())
    .filter((path) => /\.\.\/shared|\/work\//.test(readFileSync(path, 'utf8')));
  expect(outside).toEqual([]);
});
