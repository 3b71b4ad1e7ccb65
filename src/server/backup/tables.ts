import type pg from 'pg';

export type Table = { readonly schema: string; readonly name: string; readonly columns: readonly string[] };

/** Our own tables; queues are made again, and which migrations ran is told by the manifest. */
const TABLES = `
  select n.nspname as schema, c.relname as name, c.oid::int as oid,
    array(select attname::text from pg_attribute
      where attrelid = c.oid and attnum > 0 and not attisdropped and attgenerated = '' order by attnum) as columns,
    array(select distinct confrelid::int from pg_constraint
      where conrelid = c.oid and contype = 'f' and confrelid <> c.oid) as refers_to
  from pg_class c join pg_namespace n on n.oid = c.relnamespace
  where c.relkind in ('r', 'p') and not c.relispartition and n.nspname in ('public', 'identity')
    and not (n.nspname = 'public' and c.relname = 'migration')
  order by n.nspname, c.relname`;

type Row = Table & { readonly oid: number; readonly refers_to: readonly number[] };

/** In an order in which no row refers to a table that comes later. */
export async function listTables(client: pg.Client): Promise<Table[]> {
  const { rows } = await client.query<Row>(TABLES);
  const ordered: Row[] = [];
  let waiting = rows;
  while (waiting.length > 0) {
    const known = new Set(ordered.map(({ oid }) => oid));
    const ready = waiting.filter(({ refers_to }) => refers_to.every((oid) => known.has(oid)));
    if (ready.length === 0) throw new Error(`tables refer to each other: ${waiting.map(({ name }) => name)}`);
    ordered.push(...ready);
    waiting = waiting.filter((row) => !ready.includes(row));
  }
  return ordered.map(({ schema, name, columns }) => ({ schema, name, columns }));
}

export async function listSequences(
  client: pg.Client,
): Promise<{ schema: string; name: string; value: number }[]> {
  const { rows } = await client.query<{ schema: string; name: string; value: string }>(`
    select schemaname as schema, sequencename as name, coalesce(last_value, 0) as value from pg_sequences
    where schemaname in ('public', 'identity') order by 1, 2`);
  return rows.map((row) => ({ ...row, value: Number(row.value) }));
}

export function columnsOf(client: pg.Client, { columns }: Table): string {
  return columns.map((column) => client.escapeIdentifier(column)).join(', ');
}

export function nameOf(client: pg.Client, { schema, name }: { schema: string; name: string }): string {
  return `${client.escapeIdentifier(schema)}.${client.escapeIdentifier(name)}`;
}
