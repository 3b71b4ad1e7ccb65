import * as z from 'zod';
import { PersonId, UnitId } from '../kernel/id.ts';
import { operation } from '../kernel/operation.ts';
import { Day } from '../kernel/time/day.ts';
import { Assignment, AssignmentId, Email, Person, Position, PositionId } from './person.ts';
import { PERSON_ACTIONS } from './policy.ts';
import { Role } from './role.ts';
import { UnitName } from './unit.ts';

const Title = z.string().trim().min(1, { error: 'title' }).max(200, { error: 'title' });
const ofPerson = z.object({ personId: PersonId });

/** A line of the list: the person with what they hold today. */
const PersonLine = Person.extend({
  unitName: z.string(),
  /** Of the units where they hold or held a position, as far as the caller sees them. */
  positionPaths: z.array(z.string()),
  titles: z.array(z.string()),
  roles: z.array(Role),
  /** `lapsed`: invited by a link that nobody took and that no longer works. */
  account: z.enum(['none', 'invited', 'lapsed', 'active', 'disabled']),
});
export type PersonLine = z.infer<typeof PersonLine>;

const PersonWhole = PersonLine.extend({
  positions: z.array(Position.extend({ unitName: z.string() })),
  assignments: z.array(Assignment.extend({ unitName: z.string(), onBehalfOfName: z.string().nullable() })),
  allowed: z.array(z.enum(PERSON_ACTIONS)),
});
export type PersonWhole = z.infer<typeof PersonWhole>;

/** `from` is the first day of the first position. */
export const NewPerson = z.strictObject({
  name: UnitName,
  email: Email.nullable().default(null),
  unitId: UnitId,
  title: Title,
  from: Day,
});

/** A name or e-mail that was written wrong; the e-mail of who has an account stays, since it is what they sign in with. */
export const CorrectPerson = z.strictObject({ personId: PersonId, name: UnitName, email: Email.nullable() });

export const NewPosition = z.strictObject({
  personId: PersonId,
  unitId: UnitId,
  title: Title,
  from: Day,
});

/** `on` is the first day on which the position is no longer held. */
export const EndPosition = z.strictObject({ positionId: PositionId, on: Day });

/** `to` is the first day on which the role no longer holds. */
export const GrantRole = z.strictObject({
  personId: PersonId,
  role: Role,
  unitId: UnitId,
  from: Day,
  to: Day.nullable().default(null),
});

/** `on` is the first day on which the role is no longer held; delegations out of it end with it. */
export const EndAssignment = z.strictObject({
  assignmentId: AssignmentId,
  on: Day,
  reason: z.string().trim().max(500, { error: 'reason' }),
});

/** Ủy quyền: the caller's own role to another person, until a day. */
export const DelegateRole = z.strictObject({
  assignmentId: AssignmentId,
  personId: PersonId,
  from: Day,
  to: Day,
});

const PeopleQuery = z.object({
  search: z.string().max(200).optional(),
  /** The unit and everything below it. */
  unitId: UnitId.optional(),
  role: Role.optional(),
  /** Also those who have left. */
  left: z.stringbool().or(z.boolean()).default(false),
  cursor: z.string().max(500).optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
});

export const people = {
  /** In the order of Vietnamese names; `search` ignores diacritics and case; `cursor` is the `next` of the page before. */
  list: operation('person.read')
    .route({ method: 'GET', path: '/people', tags: ['people'], summary: 'Danh sách người' })
    .input(PeopleQuery)
    .output(z.object({ people: z.array(PersonLine), next: z.string().nullable() })),
  get: operation('signed_in')
    .route({ method: 'GET', path: '/people/{personId}', tags: ['people'], summary: 'Một người' })
    .input(ofPerson)
    .output(PersonWhole),
  create: operation('person.change')
    .route({ method: 'POST', path: '/people', tags: ['people'], summary: 'Thêm người' })
    .input(NewPerson)
    .output(PersonWhole),
  correct: operation('person.change')
    .route({
      method: 'POST',
      path: '/people/{personId}/correct',
      tags: ['people'],
      summary: 'Sửa họ tên, thư điện tử',
    })
    .input(CorrectPerson)
    .output(PersonWhole),
};

export const positions = {
  add: operation('person.change')
    .route({
      method: 'POST',
      path: '/people/{personId}/positions',
      tags: ['people'],
      summary: 'Thêm vị trí công tác',
    })
    .input(NewPosition)
    .output(PersonWhole),
  end: operation('person.change')
    .route({
      method: 'POST',
      path: '/positions/{positionId}/end',
      tags: ['people'],
      summary: 'Thôi vị trí công tác',
    })
    .input(EndPosition)
    .output(PersonWhole),
};

export const assignments = {
  grant: operation('assignment.change')
    .route({ method: 'POST', path: '/assignments', tags: ['people'], summary: 'Giao vai trò' })
    .input(GrantRole)
    .output(PersonWhole),
  /** By who may assign there, or by who delegated it. */
  end: operation('signed_in')
    .route({
      method: 'POST',
      path: '/assignments/{assignmentId}/end',
      tags: ['people'],
      summary: 'Kết thúc vai trò',
    })
    .input(EndAssignment)
    .output(PersonWhole),
  delegate: operation('assignment.delegate')
    .route({ method: 'POST', path: '/delegations', tags: ['people'], summary: 'Ủy quyền' })
    .input(DelegateRole)
    .output(Assignment),
};
