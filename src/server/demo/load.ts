import type { Temporal } from 'temporal-polyfill';
import { PersonId, type TenantId, UnitId } from '../../domain/kernel/id.ts';
import { Day } from '../../domain/kernel/time/day.ts';
import { type Assignment, AssignmentId } from '../../domain/organization/person.ts';
import type { Role } from '../../domain/organization/role.ts';
import { findLastVersion, holdsOn } from '../../domain/organization/tree/register.ts';
import { type ActorTransaction, withTenant } from '../db/actor.ts';
import type { Database } from '../db/connect.ts';
import { newId } from '../db/new-id.ts';
import type { FileStore } from '../files/store/store.ts';
import { createAccount, savePasswordHash } from '../identity/account-queries.ts';
import { hashPassword } from '../identity/auth.ts';
import { recordBySystem } from '../journal/record.ts';
import { saveAssignment, savePosition } from '../organization/assignment-queries.ts';
import { linkAccount, savePerson } from '../organization/person-queries.ts';
import { dayOf } from '../organization/today.ts';
import { listKinds, saveChange } from '../organization/unit-queries.ts';
import { type DocumentsPlace, deedsOfDocuments } from './documents-load.ts';
import { type IndexPlace, loadIndex } from './index-load.ts';
import { type ProvinceFile, readProvinceFile } from './province-file.ts';
import { buildProvinceTree, type ProvinceTree } from './province-tree.ts';

/** Every account of the demonstration has it, and it is printed where the demonstration is started. */
export const DEMO_PASSWORD = 'minh-chung-2026';
const MAIL_DOMAIN = 'truonggiang.example';

export type DemoAccount = {
  readonly email: string;
  readonly name: string;
  readonly title: string;
  readonly role: Role;
};

/** Who can sign in to the demonstration, the administrator first. */
export function listDemoAccounts(): DemoAccount[] {
  return readProvinceFile().people.map(([login, name, title, role]) => ({
    email: `${login}@${MAIL_DOMAIN}`,
    name,
    title,
    role,
  }));
}

/** Code and name of the tenant that the demonstration fills. */
export function demoTenant(): { code: string; name: string } {
  return readProvinceFile().tenant;
}

/** Where a demonstration is kept: its rows, and the contents of its documents. */
export type DemonstrationStores = { readonly db: Database; readonly files: FileStore };

/** Fills an empty tenant with tỉnh Trường Giang: its units since 2010, and people in every role. */
export async function loadDemonstration(
  { db, files }: DemonstrationStores,
  tenantId: TenantId,
  now: Temporal.Instant,
): Promise<void> {
  const file = readProvinceFile();
  const hash = await hashPassword(DEMO_PASSWORD);
  await withTenant(db, tenantId, async (trx) => {
    const tree = buildProvinceTree(file, await listKinds(trx), () => UnitId.parse(newId(now)));
    const ids = tree.change.successions.map(() => newId(now));
    await saveChange(trx, tenantId, tree.change, ids);
    const loading = { trx, tenantId, now, tree };
    const held = await addMembers(loading, file, hash);
    await addDelegations(loading, file, held);
    await addStaff(loading, file);
    const place = indexPlace(loading, file, held);
    await loadIndex(place, deedsOfDocuments(documentsPlace(place, loading, files, held)));
    await recordBySystem(trx, tenantId, now, [
      { subjectKind: 'tenant', subjectId: tenantId, unitPath: '/', action: 'tenant.demonstration_loaded' },
    ]);
  });
}

/** The index is kept by the province and was loaded by the head of its reform office. */
function indexPlace(
  loading: Loading,
  { province, districts }: ProvinceFile,
  held: ReadonlyMap<string, Assignment>,
): IndexPlace {
  const { tree } = loading;
  const keeper = held.get('cchc');
  const rootId = tree.codes.get(province.code);
  if (keeper === undefined || rootId === undefined) throw new Error('the demonstration has no reform office');
  const communes = districts.flatMap(({ units }) => units);
  return {
    ...loading,
    personId: keeper.personId,
    rootId,
    unitsOn: (day) =>
      [...tree.register.values()].flat().filter((version) => holdsOn(version, Day.parse(day))),
    from: (code) => {
      const [, , , former = []] = communes.find(([own]) => own === code) ?? [];
      return former.map((_, position) => `${code}-${position + 1}`);
    },
  };
}

function documentsPlace(
  place: IndexPlace,
  loading: Loading,
  files: FileStore,
  held: ReadonlyMap<string, Assignment>,
): DocumentsPlace {
  return {
    ...place,
    files,
    pathOf: (code) => placeOf(loading, code).unitPath,
    personOf: (login) => held.get(login)?.personId ?? place.personId,
  };
}

type Loading = {
  readonly trx: ActorTransaction;
  readonly tenantId: TenantId;
  readonly now: Temporal.Instant;
  readonly tree: ProvinceTree;
};

const SINCE = Day.parse('2025-07-02');

/** Answers what each login holds. */
async function addMembers(
  loading: Loading,
  { people }: ProvinceFile,
  hash: string,
): Promise<Map<string, Assignment>> {
  const { trx, tenantId, now } = loading;
  const held = new Map<string, Assignment>();
  for (const [login, name, title, role, scope, home] of people) {
    const email = `${login}@${MAIL_DOMAIN}`;
    const personId = await addPerson(loading, { name, email, title, home });
    const assignment = await assign(loading, personId, role, scope);
    const accountId = await createAccount(trx, now, { name, email });
    if (accountId === undefined) throw new Error(`${email} has an account in another tenant`);
    await savePasswordHash(trx, accountId, hash);
    await linkAccount(trx, tenantId, personId, accountId);
    held.set(login, assignment);
  }
  return held;
}

/** From a week ago until in two weeks. */
async function addDelegations(
  { trx, tenantId, now }: Loading,
  { delegations }: ProvinceFile,
  held: ReadonlyMap<string, Assignment>,
): Promise<void> {
  for (const { from, to } of delegations) {
    const source = held.get(from);
    const receiver = held.get(to);
    if (source === undefined || receiver === undefined) continue;
    const delegation = {
      ...source,
      assignmentId: AssignmentId.parse(newId(now)),
      personId: receiver.personId,
      validFrom: dayOf(now.subtract({ hours: 7 * 24 })),
      validTo: dayOf(now.add({ hours: 14 * 24 })),
      onBehalfOf: source.personId,
    };
    await saveAssignment(trx, tenantId, delegation, source.assignmentId);
  }
}

const STAFF: readonly [title: string, suffix: string, role: Role][] = [
  ['Chủ tịch Ủy ban nhân dân', '', 'head_of_unit'],
  ['Công chức tư pháp – hộ tịch', '.VP', 'officer'],
  ['Công chức văn hóa – xã hội', '.VHXH', 'officer'],
  ['Công chức tiếp nhận và trả kết quả', '.HCC', 'one_stop_clerk'],
];

/** People without an account in the communes that have whole data, except where a member has the place already. */
async function addStaff(loading: Loading, { full, names, people }: ProvinceFile): Promise<void> {
  const { surnames, middles, givens } = names;
  let drawn = 0;
  const pick = (list: readonly string[], step: number) => list[(drawn * step) % list.length] ?? '';
  for (const code of full)
    for (const [title, suffix, role] of STAFF) {
      drawn += 1;
      const taken = people.some(([, , , other, , home]) => home === code && other === role);
      if (taken) continue;
      const name = [pick(surnames, 5), pick(middles, 3), pick(givens, 7)].join(' ');
      const personId = await addPerson(loading, { name, email: null, title, home: `${code}${suffix}` });
      await assign(loading, personId, role, `${code}${suffix}`);
    }
}

async function addPerson(
  loading: Loading,
  person: { name: string; email: string | null; title: string; home: string },
): Promise<PersonId> {
  const { trx, tenantId, now } = loading;
  const personId = PersonId.parse(newId(now));
  const place = placeOf(loading, person.home);
  await savePerson(trx, tenantId, { personId, name: person.name, email: person.email, ...place });
  const position = { positionId: newId(now), personId, title: person.title, from: SINCE, ...place };
  await savePosition(trx, tenantId, position);
  return personId;
}

async function assign(loading: Loading, personId: PersonId, role: Role, code: string): Promise<Assignment> {
  const assignment: Assignment = {
    assignmentId: AssignmentId.parse(newId(loading.now)),
    personId,
    role,
    ...placeOf(loading, code),
    validFrom: SINCE,
    validTo: null,
    onBehalfOf: null,
  };
  await saveAssignment(loading.trx, loading.tenantId, assignment);
  return assignment;
}

function placeOf({ tree }: Loading, code: string): { unitId: UnitId; unitPath: string } {
  const unitId = tree.codes.get(code);
  const version = unitId && findLastVersion(tree.register, unitId);
  if (version === undefined) throw new Error(`the demonstration has no unit ${code}`);
  return { unitId: version.unitId, unitPath: version.path };
}
