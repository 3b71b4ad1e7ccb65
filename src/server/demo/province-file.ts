import { readFileSync } from 'node:fs';
import * as z from 'zod';
import { Role } from '../../domain/organization/role.ts';

const Named = z.strictObject({ code: z.string(), name: z.string() });

const Office = Named.extend({
  /** What the office was called before it took in those of `from`. */
  was: z.string().optional(),
  from: z.array(z.string()).default([]),
  divisions: z.array(z.string()),
});

/** Code, kind and name since 1/7/2025, and the units that merged into it; without them it went on as it was. */
const Commune = z.tuple([z.string(), z.string(), z.string()]).rest(z.array(z.string()));

/** Login, name, title, role, code of the unit of the role, code of the unit on whose books the person stands. */
const Member = z.tuple([z.string(), z.string(), z.string(), Role, z.string(), z.string()]);

const ProvinceFile = z.strictObject({
  tenant: Named,
  province: Named,
  offices: z.array(Office),
  center: Named,
  districts: z.array(Named.extend({ kind: z.string(), units: z.array(Commune) })),
  /** Codes of the communes that have offices, people and, later, whole data. */
  full: z.array(z.string()),
  communeOffices: z.array(z.tuple([z.string(), z.string(), z.string()])),
  people: z.array(Member),
  names: z.strictObject({
    surnames: z.array(z.string()),
    middles: z.array(z.string()),
    givens: z.array(z.string()),
  }),
  delegations: z.array(z.strictObject({ from: z.string(), to: z.string() })),
});
export type ProvinceFile = z.infer<typeof ProvinceFile>;

const FILE = new URL('../../../data/demo/truong-giang.json', import.meta.url);

/** Tỉnh Trường Giang: invented from end to end. */
export function readProvinceFile(): ProvinceFile {
  return ProvinceFile.parse(JSON.parse(readFileSync(FILE, 'utf8')));
}
