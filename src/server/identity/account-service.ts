import type { Temporal } from 'temporal-polyfill';
import { AppError } from '../../domain/kernel/app-error.ts';
import { fault } from '../../domain/kernel/fault.ts';
import type { PersonId, TenantId } from '../../domain/kernel/id.ts';
import type { ActorTransaction } from '../db/actor.ts';
import { record, recordBySystem } from '../journal/record.ts';
import { writeLetter } from '../mail/letters.ts';
import type { Change } from '../organization/change.ts';
import { findPerson, linkAccount, lockPerson } from '../organization/person-queries.ts';
import { dayOf } from '../organization/today.ts';
import { createAccount, setPassword } from './account-queries.ts';
import type { Identity } from './identity.ts';
import { printInvitation, printReset } from './letters.ts';
import { createLink, lockLink, markLinkUsed } from './link.ts';

export type Invitation = { readonly sent: boolean; readonly link: string | null; readonly expiresAt: string };

/** A new link for the person, sent by letter or told to the caller. @throws AppError `rule_broken` */
export async function invitePerson(
  change: Change,
  { mails, publicUrl }: Pick<Identity, 'mails' | 'publicUrl'>,
  person: { personId: PersonId; name: string; email: string | null; unitPath: string; account: string },
): Promise<Invitation> {
  const { trx, actor, now } = change;
  const { personId, email } = person;
  if (email === null) throw new AppError('rule_broken', [fault(['personId'], 'no_email')]);
  if (person.account === 'active') throw new AppError('rule_broken', [fault(['personId'], 'has_account')]);
  if (person.account === 'disabled')
    throw new AppError('rule_broken', [fault(['personId'], 'account_disabled')]);
  const { token, expiresAt } = await createLink(trx, actor.tenantId, now, {
    purpose: 'invitation',
    personId,
    email,
  });
  const link = invitationLink(publicUrl, token);
  if (mails)
    await writeLetter(trx, actor.tenantId, now, { recipient: email, ...printInvitation(person.name, link) });
  const happening = { subjectKind: 'person', subjectId: personId, unitPath: person.unitPath };
  await record(trx, actor, now, [{ ...happening, action: 'account.invited', after: { email } }]);
  return { sent: mails, link: mails ? null : link, expiresAt: expiresAt.toString() };
}

export function invitationLink(publicUrl: string, token: string): string {
  return new URL(`/app/invitation/${token}`, publicUrl).href;
}

/** The e-mail and password to sign in with. @throws AppError `not_found` for a link that no longer works */
export async function acceptInvitation(
  trx: ActorTransaction,
  tenantId: TenantId,
  now: Temporal.Instant,
  { token, password }: { token: string; password: string },
): Promise<{ email: string; password: string }> {
  const { personId, email } = await lockLink(trx, tenantId, now, 'invitation', token);
  const person = await lockPerson(trx, tenantId, personId);
  if (person?.leftOn !== null) throw new AppError('not_found', [fault(['token'], 'link_dead')]);
  const accountId = person.accountId ?? (await createAccount(trx, now, { name: person.name, email }));
  if (accountId === undefined) throw new AppError('conflict', [fault([], 'email_taken')]);
  await setPassword(trx, accountId, password);
  await linkAccount(trx, tenantId, personId, accountId);
  await markLinkUsed(trx, tenantId, now, token);
  await recordBySystem(trx, tenantId, now, [
    {
      subjectKind: 'person',
      subjectId: personId,
      unitPath: person.unitPath,
      action: 'account.accepted',
      after: { email },
    },
  ]);
  return { email, password };
}

/** Writes a letter when the e-mail belongs to an account that is in use, and says nothing when not. */
export async function sendReset(
  trx: ActorTransaction,
  tenantId: TenantId,
  now: Temporal.Instant,
  { email, publicUrl }: { email: string; publicUrl: string },
): Promise<void> {
  const row = await trx
    .selectFrom('person')
    .select('person_id')
    .where('tenant_id', '=', tenantId)
    .where('email', '=', email)
    .executeTakeFirst();
  const personId = row?.person_id as PersonId | undefined;
  if (personId === undefined) return;
  const person = await findPerson(trx, tenantId, now, personId);
  if (person?.account !== 'active') return;
  const { token } = await createLink(trx, tenantId, now, {
    purpose: 'reset',
    personId: person.personId,
    email,
  });
  const link = new URL(`/app/reset-password?token=${token}`, publicUrl).href;
  await writeLetter(trx, tenantId, now, { recipient: email, ...printReset(person.name, link) });
}

/** Ends every session of the account. @throws AppError `not_found` for a link that no longer works */
export async function resetPassword(
  trx: ActorTransaction,
  tenantId: TenantId,
  now: Temporal.Instant,
  { token, password }: { token: string; password: string },
): Promise<void> {
  const { personId } = await lockLink(trx, tenantId, now, 'reset', token);
  const person = await lockPerson(trx, tenantId, personId);
  if (person?.accountId == null || (person.leftOn !== null && person.leftOn <= dayOf(now)))
    throw new AppError('not_found', [fault(['token'], 'link_dead')]);
  await setPassword(trx, person.accountId, password);
  await markLinkUsed(trx, tenantId, now, token);
  await recordBySystem(trx, tenantId, now, [
    {
      subjectKind: 'person',
      subjectId: personId,
      unitPath: person.unitPath,
      action: 'account.password_reset',
    },
  ]);
}
