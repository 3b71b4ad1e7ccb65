import { readFileSync } from 'node:fs';
import * as z from 'zod';
import { type Json, readJson } from '../../domain/kernel/json.ts';
import { Decision } from '../../domain/organization/unit.ts';
import { Period } from '../../domain/par-index/campaign/period.ts';
import { IndexKind } from '../../domain/par-index/campaign/scorecard-record.ts';

/** Code of the unit, and of the illustrative units whose figures it has: for CCHC and for QĐ 766. */
const Pair = z.tuple([z.string(), z.string(), z.string()]);
export type Pair = z.infer<typeof Pair>;

const Year = z.strictObject({
  year: z.int(),
  block: z.array(z.string()),
  decision: Decision,
  published: Decision.nullable(),
  /** Codes of units that are judged without a place. */
  unranked: z.array(z.string()),
});
export type Year = z.infer<typeof Year>;

/** An index whose figures are invented whole, out of its own rules. */
const Invented = z.strictObject({
  indexKind: IndexKind,
  /** The illustrative scorecard, below `data/`, as that of 2026. */
  scorecard: z.string(),
  /** How much less than the reform index, of 1000. */
  below: z.int(),
  years: z.array(
    Year.extend({
      /** Codes of units that are not judged: no survey was made there. */
      absent: z.array(z.string()),
    }),
  ),
});
export type Invented = z.infer<typeof Invented>;

const IndexFile = z.strictObject({
  units: z.array(Pair),
  cchc: z.array(Year),
  invented: z.array(Invented),
  qd766: z.strictObject({
    decision: Decision,
    quarters: z.array(z.strictObject({ period: Period, published: Decision.nullable() })),
  }),
});
export type IndexFile = z.infer<typeof IndexFile>;

const DATA = new URL('../../../data/', import.meta.url);

/** Which years and quarters of tỉnh Trường Giang have results, and out of which illustrative figures. */
export function readIndexFile(): IndexFile {
  return IndexFile.parse(JSON.parse(readData('demo/index.json')));
}

export function readData(path: string): string {
  return readFileSync(new URL(path, DATA), 'utf8');
}

type Template = {
  readonly flags: Json;
  readonly tags: Json;
  readonly inputs: { readonly [code: string]: Json };
};

/** The figures of each illustrative unit, by its code. */
export function readTemplates(path: string): ReadonlyMap<string, Template> {
  const document = readJson(readData(path)).value;
  const units = isObject(document) && Array.isArray(document.units) ? document.units : [];
  return new Map(
    units.flatMap((unit): [string, Template][] =>
      isObject(unit) && typeof unit.code === 'string' && isObject(unit.inputs)
        ? [[unit.code, { flags: unit.flags ?? [], tags: unit.tags ?? [], inputs: unit.inputs }]]
        : [],
    ),
  );
}

export function isObject(value: Json | undefined): value is { [key: string]: Json } {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
