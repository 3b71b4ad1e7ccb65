import * as z from 'zod';
import { Rounding } from '../src/domain/kernel/number/rounding.ts';
import { CalendarFile } from '../src/domain/kernel/time/calendar-file.ts';
import { WrittenFigures } from '../src/domain/par-index/figures/written-figures.ts';
import { Published } from '../src/domain/par-index/published/published.ts';
import { Rule } from '../src/domain/par-index/rules/rule.ts';
import { Source } from '../src/domain/par-index/rules/source.ts';
import { WrittenScorecard } from '../src/domain/par-index/scorecard/fields.ts';

type Schema = z.core.JSONSchema.BaseSchema;

const FORMATS: Readonly<Record<string, { readonly schema: z.ZodType; readonly title: string }>> = {
  scorecard: { schema: WrittenScorecard, title: 'Bộ chỉ số: minhchung/scorecard@1' },
  figures: { schema: WrittenFigures, title: 'Số liệu của các đơn vị: minhchung/figures@1' },
  published: { schema: Published, title: 'Kết quả đã công bố: minhchung/published@1' },
  calendar: { schema: CalendarFile, title: 'Lịch làm việc: minhchung/calendar@1' },
};

/** Parts that occur many times and get a name, so that each is written once. */
const PARTS: Readonly<Record<string, z.ZodType>> = {
  Rounding,
  Source,
  Rule,
  ...Object.fromEntries(Rule.options.map((option) => [`Rule_${option.shape.kind.value}`, option])),
};
for (const [id, schema] of Object.entries(PARTS)) z.globalRegistry.add(schema, { id });

/** How kinds of value with a name of their own are written, where zod sees only what the reader makes of them. */
const WRITTEN: Readonly<Record<string, Schema>> = {
  Decimal: {
    description: 'Số thập phân viết thành chuỗi, ví dụ "12.5", hoặc số nguyên; không viết 12.5 hay 1e2.',
    anyOf: [{ type: 'string', pattern: '^-?[0-9]+(\\.[0-9]+)?$', maxLength: 100 }, { type: 'integer' }],
  },
  Count: { description: 'Số đếm: số nguyên từ 0 trở lên.', type: 'integer', minimum: 0 },
  Expression: {
    description: 'Biểu thức: + - * / ( ) min max if, các tên đã khai báo và max_points.',
    anyOf: [{ type: 'string', maxLength: 2000 }, { type: 'integer' }],
  },
  Day: { description: 'Ngày có thật, năm-tháng-ngày.', type: 'string', pattern: '^\\d{4}-\\d{2}-\\d{2}$' },
};

/** JSON Schemas of the exchange formats by file name, made from the definitions that the reader itself uses. */
export function jsonSchemas(): Map<string, Schema> {
  return new Map(
    Object.entries(FORMATS).map(([name, { schema, title }]) => [
      `${name}.schema.json`,
      tidied({ title, ...z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }) }),
    ]),
  );
}

/** As it is kept in `data/schema/`. */
export function printSchema(schema: Schema): string {
  return `${JSON.stringify(schema, null, 2)}\n`;
}

/**
 * A value that refers to a named kind says nothing beside; the named kinds are as written; bounds of an integer are
 * those of the format, not of a float.
 */
function tidied(schema: Schema): Schema {
  const { $defs = {}, ...rest } = schema;
  const defs = Object.entries($defs).map(([name, def]) => [name, WRITTEN[name] ?? tidiedValue(def)]);
  return { ...tidiedObject(rest), $defs: Object.fromEntries(defs) };
}

function tidiedValue(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(tidiedValue);
  return typeof value === 'object' && value !== null ? tidiedObject(value) : value;
}

function tidiedObject(value: object): Record<string, unknown> {
  if ('$ref' in value) return { $ref: value.$ref };
  const kept = Object.entries(value).filter(([, part]) => !FLOAT_BOUNDS.has(part));
  return Object.fromEntries(kept.map(([key, part]) => [key, tidiedValue(part)]));
}

const FLOAT_BOUNDS: ReadonlySet<unknown> = new Set([Number.MAX_SAFE_INTEGER, Number.MIN_SAFE_INTEGER]);
