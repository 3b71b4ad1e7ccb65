// Writes src/server/db/tables.generated.ts from a freshly migrated database; with --check only says whether it is stale.
import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { migratedDatabase } from '../tests/database.ts';

const TARGET = 'src/server/db/tables.generated.ts';

const database = await migratedDatabase();
try {
  const written = generate(database.ownerUrl);
  const stale = written !== readFileSync(TARGET, 'utf8');
  if (process.argv.includes('--check')) {
    if (stale) console.error(`${TARGET} không khớp migrations/. Hãy chạy: npm run data:tables`);
    process.exitCode = stale ? 1 : 0;
  } else if (stale) writeFileSync(TARGET, written);
} finally {
  await database.drop();
}

function generate(url: string): string {
  const mapping = {
    timestamptz: 'ColumnType<Temporal.Instant, string, string>',
    date: 'Day',
    int8: 'number',
  };
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [
      'node_modules/kysely-codegen/dist/cli/bin.js',
      ...['--dialect', 'postgres', '--url', url, '--print', '--log-level', 'error', '--singularize'],
      ...['--type-mapping', JSON.stringify(mapping)],
      ...['--exclude-pattern', 'pgboss.*'],
    ],
    { encoding: 'utf8' },
  );
  if (status !== 0) throw new Error(stderr);
  const imports = [
    "import type { Temporal } from 'temporal-polyfill';",
    "import type { Day } from '../../domain/kernel/time/day.ts';",
  ];
  return stdout.replace('import type { ColumnType }', `${imports.join('\n')}\n$&`);
}
