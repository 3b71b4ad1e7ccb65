import { mkdirSync, writeFileSync } from 'node:fs';
import { jsonSchemas, printSchema } from './json-schemas.ts';

/** Writes `data/schema/` anew; run after a change of an exchange format. */
const folder = new URL('../data/schema/', import.meta.url);
mkdirSync(folder, { recursive: true });
for (const [name, schema] of jsonSchemas()) writeFileSync(new URL(name, folder), printSchema(schema));
