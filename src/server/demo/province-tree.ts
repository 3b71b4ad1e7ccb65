import type { UnitId } from '../../domain/kernel/id.ts';
import { Day } from '../../domain/kernel/time/day.ts';
import { applyChange, NO_CHANGE, type UnitChange } from '../../domain/organization/tree/change.ts';
import { decideCreate, decideEnd, decideRename } from '../../domain/organization/tree/decide.ts';
import { decideMerge } from '../../domain/organization/tree/merge.ts';
import { registerOf, type UnitRegister } from '../../domain/organization/tree/register.ts';
import type { Decision, UnitKind, UnitSuccession } from '../../domain/organization/unit.ts';
import type { ProvinceFile } from './province-file.ts';

const FOUNDED = {
  day: Day.parse('2010-01-01'),
  decision: { number: '01/2010/QĐ-UBND', issuer: 'UBND tỉnh Trường Giang' },
};
const OFFICES_MERGED = {
  day: Day.parse('2025-03-01'),
  decision: { number: '15/NQ-HĐND', date: Day.parse('2025-02-20'), issuer: 'HĐND tỉnh Trường Giang' },
};
const TWO_TIERS = {
  day: Day.parse('2025-07-01'),
  decision: {
    number: '1700/NQ-UBTVQH15',
    date: Day.parse('2025-06-16'),
    issuer: 'Ủy ban Thường vụ Quốc hội',
  },
};

type By = { day: Day; decision: Decision };

/** The register in the making. */
type Draft = {
  register: UnitRegister;
  successions: UnitSuccession[];
  readonly codes: Map<string, UnitId>;
  readonly kinds: readonly UnitKind[];
  readonly freshId: () => UnitId;
};

export type ProvinceTree = {
  readonly change: UnitChange;
  readonly register: UnitRegister;
  /** The unit of each code. */
  readonly codes: ReadonlyMap<string, UnitId>;
};

/** The province since 2010: its offices merged on 1/3/2025, the district level ended on 1/7/2025. */
export function buildProvinceTree(
  file: ProvinceFile,
  kinds: readonly UnitKind[],
  freshId: () => UnitId,
): ProvinceTree {
  const draft: Draft = { register: registerOf([]), successions: [], codes: new Map(), kinds, freshId };
  create(draft, null, ['ubnd_tinh', file.province.code, file.province.name], FOUNDED);
  addOffices(draft, file);
  addDistricts(draft, file);
  for (const district of file.districts) endDistrict(draft, file, district);
  addCommuneOffices(draft, file);
  const begun = [...draft.register.values()].flat();
  const change = { ...NO_CHANGE, begun, successions: draft.successions };
  return { change, register: draft.register, codes: draft.codes };
}

function addOffices(draft: Draft, { province, center, offices }: ProvinceFile): void {
  const under = draft.codes.get(province.code) ?? null;
  create(draft, under, ['trung_tam', center.code, center.name], FOUNDED);
  for (const office of offices) {
    const unitId = create(draft, under, ['so', office.code, office.was ?? office.name], FOUNDED);
    office.divisions.forEach((name, at) => {
      create(draft, unitId, ['phong', `${office.code}.${at + 1}`, name], FOUNDED);
    });
    const former = office.from.map((name, at) =>
      create(draft, under, ['so', `${office.code}-${at + 1}`, name], FOUNDED),
    );
    if (former.length > 0) merge(draft, former, { as: 'existing', unitId }, OFFICES_MERGED);
    if (office.was !== undefined)
      apply(
        draft,
        decideRename(draft.register, draft.kinds, { unitId, name: office.name, ...OFFICES_MERGED }),
      );
  }
}

function addDistricts(draft: Draft, { province, districts }: ProvinceFile): void {
  const under = draft.codes.get(province.code) ?? null;
  for (const district of districts) {
    const unitId = create(draft, under, [district.kind, district.code, district.name], FOUNDED);
    for (const [code, kind, name, from] of district.units) {
      if (from === undefined) create(draft, unitId, [kind, code, name], FOUNDED);
      else
        from.forEach((former, at) => {
          create(draft, unitId, [kindOf(former), `${code}-${at + 1}`, former], FOUNDED);
        });
    }
  }
}

/** Communes merge directly under the province; those that go on move there with the district's end. */
function endDistrict(
  draft: Draft,
  { province }: ProvinceFile,
  district: ProvinceFile['districts'][number],
): void {
  const parentId = draft.codes.get(province.code) ?? null;
  for (const [code, kind, name, from] of district.units) {
    if (from === undefined) continue;
    const unitIds = from.flatMap((_, at) => draft.codes.get(`${code}-${at + 1}`) ?? []);
    const unitId = merge(draft, unitIds, { as: 'new', parentId, kind, code, name }, TWO_TIERS);
    draft.codes.set(code, unitId);
  }
  const unitId = draft.codes.get(district.code);
  if (unitId === undefined || parentId === null) return;
  const end = { unitId, childrenTo: parentId, ...TWO_TIERS };
  apply(draft, decideEnd(draft.register, draft.kinds, end));
}

function addCommuneOffices(draft: Draft, { full, communeOffices }: ProvinceFile): void {
  for (const code of full)
    for (const [suffix, kind, name] of communeOffices) {
      const by = { ...TWO_TIERS, day: Day.parse('2025-07-02') };
      create(draft, draft.codes.get(code) ?? null, [kind, `${code}.${suffix}`, name], by);
    }
}

function create(draft: Draft, parentId: UnitId | null, unit: [string, string, string], by: By): UnitId {
  const [kind, code, name] = unit;
  const unitId = draft.freshId();
  apply(draft, decideCreate(draft.register, draft.kinds, { parentId, kind, code, name, ...by }, unitId));
  draft.codes.set(code, unitId);
  return unitId;
}

function merge(
  draft: Draft,
  unitIds: UnitId[],
  into: Parameters<typeof decideMerge>[2]['into'],
  by: By,
): UnitId {
  const newId = draft.freshId();
  apply(draft, decideMerge(draft.register, draft.kinds, { unitIds, into, ...by }, newId));
  return into.as === 'existing' ? into.unitId : newId;
}

function apply(draft: Draft, change: UnitChange): void {
  draft.register = applyChange(draft.register, change);
  draft.successions.push(...change.successions);
}

function kindOf(name: string): string {
  if (name.startsWith('Phường ')) return 'phuong';
  return name.startsWith('Thị trấn ') ? 'thi_tran' : 'xa';
}
