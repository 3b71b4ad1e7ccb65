import { describe, expect, it } from 'vitest';
import { on, unitId } from '../../../tests/unit-examples.ts';
import type { Actor } from '../kernel/actor.ts';
import { PersonId, TenantId } from '../kernel/id.ts';
import {
  allowedActions,
  allowedActionsOnPerson,
  mayChangeRoot,
  mayReadPerson,
  mayReadUnit,
  type UnitAction,
} from './policy.ts';
import { PERMISSIONS_OF_ROLE, type Role } from './role.ts';

const ME = PersonId.parse('00000000-0000-7000-8000-0000000000a1');
const OTHER = PersonId.parse('00000000-0000-7000-8000-0000000000a2');

const ROOT = `/${unitId(1)}/`;
const WARD = `${ROOT}${unitId(2)}/`;
const DESK = `${WARD}${unitId(3)}/`;
const COMMUNE = `${ROOT}${unitId(4)}/`;

describe('what may be done with a unit', () => {
  const all: UnitAction[] = [
    'create_below',
    'rename',
    'move',
    'merge',
    'split',
    'end',
    'import_below',
    'add_person',
    'invite',
  ];
  const onRoot: UnitAction[] = ['create_below', 'rename', 'import_below', 'add_person', 'invite'];

  it.each<[string, Role, string, string, UnitAction[]]>([
    ['the administrator of the province with a ward', 'administrator', ROOT, WARD, all],
    ['the administrator of the province with the root', 'administrator', ROOT, ROOT, onRoot],
    ['the administrator of a ward with its desk', 'administrator', WARD, DESK, all],
    ['the administrator of a ward with the province', 'administrator', WARD, ROOT, []],
    ['the administrator of a ward with a commune', 'administrator', WARD, COMMUNE, []],
    ['the head of a ward with it', 'head_of_unit', WARD, WARD, []],
    ['an auditor of the province with a ward', 'auditor', ROOT, WARD, []],
  ])('by %s', (_, role, at, path, actions) => {
    const unit = { path, parentId: path === ROOT ? null : unitId(1), validTo: null };
    expect(allowedActions(actor([role, at]), unit)).toEqual(actions);
  });

  it('is nothing once the unit has ended', () => {
    const ended = { path: WARD, parentId: unitId(1), validTo: on('2025-07-01') };
    expect(allowedActions(actor(['administrator', ROOT]), ended)).toEqual([]);
  });
});

describe('what is seen', () => {
  it.each<[string, Role, string, string, boolean]>([
    ['one’s own unit', 'officer', WARD, WARD, true],
    ['what stands below it', 'officer', WARD, DESK, true],
    ['the way up to the root', 'officer', DESK, ROOT, true],
    ['a neighbor', 'officer', WARD, COMMUNE, false],
    ['anything, by who only operates the system', 'operator', ROOT, ROOT, false],
  ])('%s', (_, role, at, path, seen) => {
    expect(mayReadUnit(actor([role, at]), { path })).toBe(seen);
  });

  it('people of one’s unit and below, not those above, and always oneself', () => {
    const clerk = actor(['one_stop_clerk', WARD]);
    const sees = (personId: PersonId, unitPath: string) =>
      mayReadPerson(clerk, { personId, unitPath, positionPaths: [] });
    expect([sees(OTHER, DESK), sees(OTHER, ROOT), sees(OTHER, COMMUNE), sees(ME, COMMUNE)]).toEqual([
      true,
      false,
      false,
      true,
    ]);
  });

  it('people of another unit who hold a position in one’s own', () => {
    const seen = (positionPaths: string[]) =>
      mayReadPerson(actor(['one_stop_clerk', WARD]), { personId: OTHER, unitPath: COMMUNE, positionPaths });
    expect([seen([COMMUNE, DESK]), seen([COMMUNE, ROOT])]).toEqual([true, false]);
  });
});

it('positions and roles are given by any unit where a person stands, the rest by the one that keeps the books', () => {
  const administrator = actor(['administrator', WARD]);
  const person = { personId: OTHER, unitPath: COMMUNE, positionPaths: [COMMUNE, DESK], leftOn: null };
  expect(allowedActionsOnPerson(administrator, person)).toEqual(['appoint', 'assign']);
});

describe('nobody', () => {
  it('gives a role to themselves, ends themselves or takes off their own second factor', () => {
    const administrator = actor(['administrator', ROOT], ['head_of_unit', ROOT]);
    const person = (personId: PersonId) => ({ personId, unitPath: WARD, positionPaths: [], leftOn: null });
    expect(allowedActionsOnPerson(administrator, person(ME))).toEqual(['correct', 'appoint', 'invite']);
    expect(allowedActionsOnPerson(administrator, person(OTHER))).toEqual([
      'correct',
      'appoint',
      'assign',
      'delegate',
      'invite',
      'reset_totp',
      'end',
    ]);
  });

  it('delegates what was delegated to them', () => {
    const deputy = actor(['head_of_unit', WARD]);
    const acting = { ...deputy, grants: deputy.grants.map((grant) => ({ ...grant, onBehalfOf: OTHER })) };
    const person = { personId: OTHER, unitPath: WARD, positionPaths: [], leftOn: null };
    expect(allowedActionsOnPerson(deputy, person)).toContain('delegate');
    expect(allowedActionsOnPerson(acting, person)).not.toContain('delegate');
  });

  it('moves a unit to the root, were they administrator of the whole province', () => {
    expect(mayChangeRoot(actor(['administrator', ROOT]))).toBe(false);
  });
});

function actor(...held: [Role, string][]): Actor {
  return {
    tenantId: TenantId.parse('00000000-0000-7000-8000-0000000000c1'),
    personId: ME,
    accountId: 'account',
    grants: held.flatMap(([role, path]) =>
      PERMISSIONS_OF_ROLE[role].map((permission) => ({ permission, path, unitId: unitId(1) })),
    ),
  };
}
