import { accounts, me } from '../../domain/identity/contract.ts';
import { AppError } from '../../domain/kernel/app-error.ts';
import { fault } from '../../domain/kernel/fault.ts';
import type { PersonId, UnitId } from '../../domain/kernel/id.ts';
import type { Day } from '../../domain/kernel/time/day.ts';
import { assignmentHoldsOn } from '../../domain/organization/person.ts';
import { mayInvite, mayResetAccount } from '../../domain/organization/policy.ts';

import { withActor, withTenant } from '../db/actor.ts';
import { signedIn } from '../http/context.ts';
import { bind, command, query } from '../http/operation.ts';
import { record } from '../journal/record.ts';
import { type Change, forbidden, unknown } from '../organization/change.ts';
import { findPerson, lockPerson } from '../organization/person-queries.ts';
import { endPerson, getPerson } from '../organization/person-service.ts';
import { dayOf } from '../organization/today.ts';
import { findLastNames } from '../organization/unit-queries.ts';
import { dropTotp, findAccount } from './account-queries.ts';
import { invitePerson } from './account-service.ts';
import type { Identity } from './identity.ts';
import { inviteSheet } from './invite-sheet.ts';
import { closeAccountOn } from './leaving/close-accounts.ts';

const DONE = { done: true } as const;

export function accountRoutes(identity: Identity) {
  const os = bind(accounts);
  return os.router({
    // Not answered again by key: the answer holds links, of which nothing but a hash may be kept.
    invite: os.invite.handler(({ context, input }) => {
      const actor = signedIn(context);
      return withActor(context.db, actor, async (trx) => {
        const change = { trx, actor, now: context.now };
        const person = await getKnown(change, input.personId);
        if (!mayInvite(actor, { path: person.unitPath })) throw forbidden('person.invite', person.name);
        return invitePerson(change, identity, person);
      });
    }),

    inviteSheet: os.inviteSheet.handler(({ context, input }) => {
      const actor = signedIn(context);
      const { db, now } = context;
      return withActor(db, actor, (trx) => inviteSheet({ trx, actor, now }, identity, input));
    }),

    resetTotp: os.resetTotp.handler((call) =>
      command(call, async (trx, actor) => {
        const { personId, reason } = call.input;
        const { now } = call.context;
        const person = await getKnown({ trx, actor, now }, personId);
        if (personId === actor.personId || !mayResetAccount(actor, { path: person.unitPath }))
          throw forbidden('account.reset', person.name);
        const { accountId } = (await lockPerson(trx, actor.tenantId, personId)) ?? { accountId: null };
        if (accountId === null) throw new AppError('rule_broken', [fault(['personId'], 'no_account')]);
        await dropTotp(trx, accountId);
        const happening = { subjectKind: 'person', subjectId: personId, unitPath: person.unitPath };
        await record(trx, actor, now, [{ ...happening, action: 'account.totp_reset', reason }]);
        return DONE;
      }),
    ),

    leave: os.leave.handler((call) =>
      command(call, async (trx, actor) => {
        const change = { trx, actor, now: call.context.now };
        const { accountId } = await endPerson(change, call.input);
        if (accountId !== null) await closeAccountOn(change, accountId, call.input.on);
        return DONE;
      }),
    ),
  });
}

const onMe = bind(me);

export function meRoutes(papersAsPdf: boolean) {
  return onMe.router({
    get: onMe.get.handler(async (call) => {
      const { db, tenant, now } = call.context;
      const { person, account } = await query(call, async (trx, actor) => ({
        person: await getPerson({ trx, actor, now }, actor.personId),
        account: await findAccount(trx, actor.accountId),
      }));
      const { personId, name, unitId, positions, assignments } = person;
      const places = [
        unitId,
        ...positions.map((held) => held.unitId),
        ...assignments.map((held) => held.unitId),
      ];
      const names = await withTenant(db, tenant.tenantId, (trx) =>
        findLastNames(trx, tenant.tenantId, places),
      );
      const place = (at: UnitId) => ({ unitId: at, unitName: names.get(at) ?? '' });
      const holds = (held: { validFrom: Day; validTo: Day | null }) => assignmentHoldsOn(held, dayOf(now));
      return {
        tenant: { code: tenant.code, name: tenant.name },
        demonstration: tenant.demo,
        papersAsPdf,
        account: { email: account?.email ?? '', totp: account?.totp ?? false },
        person: { personId, name, ...place(unitId) },
        positions: positions.filter(holds).map((held) => ({ title: held.title, ...place(held.unitId) })),
        roles: assignments.filter(holds).map((held) => ({
          role: held.role,
          ...place(held.unitId),
          until: held.validTo,
          onBehalfOf: held.onBehalfOfName,
        })),
        permissions: signedIn(call.context).grants.map((grant) => ({
          permission: grant.permission,
          unitId: grant.unitId,
        })),
      };
    }),
  });
}

async function getKnown({ trx, actor, now }: Change, personId: PersonId) {
  const person = await findPerson(trx, actor.tenantId, now, personId);
  if (person === undefined) throw unknown('unknown_person', 'personId');
  return person;
}
