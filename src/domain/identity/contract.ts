import * as z from 'zod';
import { PersonId, UnitId } from '../kernel/id.ts';
import { operation } from '../kernel/operation.ts';
import { Permission } from '../kernel/permission.ts';
import { Day } from '../kernel/time/day.ts';
import { Email } from '../organization/person.ts';
import { Role } from '../organization/role.ts';
import { RowFault } from '../organization/tree/import.ts';

/** Twelve characters at least: NĐ and TT leave the length open; this follows NIST SP 800-63B with one factor. */
const Password = z.string().min(12, { error: 'password_short' }).max(128, { error: 'password_long' });

const TotpCode = z
  .string()
  .trim()
  .regex(/^[0-9]{6}$/, { error: 'totp_code' });

/** What opens the second door: the code of the moment, or a backup code, which does so once. */
const SecondFactor = z
  .string()
  .trim()
  .regex(/^([0-9]{6}|[A-Za-z0-9]{5}-[A-Za-z0-9]{5})$/, { error: 'second_factor' });

const Done = z.object({ done: z.literal(true) });

const InvitationToken = z.string().regex(/^[A-Za-z0-9_-]{20,100}$/, { error: 'token' });

/** Where the sign-in stands: `totp` means that the code of the second factor is still owed. */
const SignedIn = z.object({ next: z.enum(['done', 'totp']) });

const SessionLine = z.object({
  sessionId: z.string(),
  current: z.boolean(),
  createdAt: z.iso.datetime(),
  expiresAt: z.iso.datetime(),
  address: z.string().nullable(),
  device: z.string().nullable(),
});
export type SessionLine = z.infer<typeof SessionLine>;

export const session = {
  /** The same answer after the same work whether the e-mail is unknown or the password is wrong. */
  signIn: operation('anyone')
    .route({ method: 'POST', path: '/session/sign-in', tags: ['identity'], summary: 'Đăng nhập' })
    .input(z.strictObject({ email: Email, password: z.string().max(128) }))
    .output(SignedIn),
  verifyTotp: operation('anyone')
    .route({ method: 'POST', path: '/session/totp', tags: ['identity'], summary: 'Bước hai của đăng nhập' })
    .input(z.strictObject({ code: SecondFactor }))
    .output(SignedIn),
  signOut: operation('anyone')
    .route({ method: 'POST', path: '/session/sign-out', tags: ['identity'], summary: 'Đăng xuất' })
    .output(Done),
  list: operation('signed_in')
    .route({ method: 'GET', path: '/sessions', tags: ['identity'], summary: 'Các phiên đang mở' })
    .output(z.array(SessionLine)),
  revoke: operation('signed_in')
    .route({
      method: 'POST',
      path: '/sessions/{sessionId}/revoke',
      tags: ['identity'],
      summary: 'Đóng một phiên',
    })
    .input(z.strictObject({ sessionId: z.string().max(200) }))
    .output(Done),
  signOutEverywhere: operation('signed_in')
    .route({ method: 'POST', path: '/sessions/revoke-all', tags: ['identity'], summary: 'Đóng mọi phiên' })
    .output(Done),
};

export const totp = {
  /** Begins anew: the secret as `otpauth://` address, in force only once a code has been confirmed. */
  enroll: operation('signed_in')
    .route({
      method: 'POST',
      path: '/totp/enroll',
      tags: ['identity'],
      summary: 'Bắt đầu bật xác thực hai lớp',
    })
    .input(z.strictObject({ password: z.string().max(128) }))
    .output(z.object({ uri: z.string(), backupCodes: z.array(z.string()) })),
  confirm: operation('signed_in')
    .route({
      method: 'POST',
      path: '/totp/confirm',
      tags: ['identity'],
      summary: 'Xác nhận xác thực hai lớp',
    })
    .input(z.strictObject({ code: TotpCode }))
    .output(Done),
  disable: operation('signed_in')
    .route({ method: 'POST', path: '/totp/disable', tags: ['identity'], summary: 'Tắt xác thực hai lớp' })
    .input(z.strictObject({ password: z.string().max(128) }))
    .output(Done),
};

export const passwords = {
  /** Ends every other session. */
  change: operation('signed_in')
    .route({ method: 'POST', path: '/password', tags: ['identity'], summary: 'Đổi mật khẩu' })
    .input(z.strictObject({ current: z.string().max(128), next: Password }))
    .output(Done),
  /** The same answer whether or not the e-mail has an account. */
  forgot: operation('anyone')
    .route({ method: 'POST', path: '/password/forgot', tags: ['identity'], summary: 'Xin đặt lại mật khẩu' })
    .input(z.strictObject({ email: Email }))
    .output(Done),
  reset: operation('anyone')
    .route({ method: 'POST', path: '/password/reset', tags: ['identity'], summary: 'Đặt lại mật khẩu' })
    .input(z.strictObject({ token: z.string().max(200), password: Password }))
    .output(Done),
};

export const invitations = {
  /** What the link stands for, before it is used. */
  get: operation('anyone')
    .route({ method: 'GET', path: '/invitations/{token}', tags: ['identity'], summary: 'Lời mời' })
    .input(z.object({ token: InvitationToken }))
    .output(
      z.object({ name: z.string(), email: z.string(), unitName: z.string(), expiresAt: z.iso.datetime() }),
    ),
  /** Sets the password and signs in; the link is used up. */
  accept: operation('anyone')
    .route({
      method: 'POST',
      path: '/invitations/{token}/accept',
      tags: ['identity'],
      summary: 'Nhận tài khoản',
    })
    .input(z.strictObject({ token: InvitationToken, password: Password }))
    .output(SignedIn),
};

export const InvitationRow = z.strictObject({
  unitCode: z.string().trim().max(40),
  name: z.string().trim().max(200),
  email: z.string().trim().max(254),
  title: z.string().trim().max(200),
  role: z.string().trim(),
});
export type InvitationRow = z.infer<typeof InvitationRow>;

/** `link` is told only where no mail could be sent. */
export const SheetOutcome = z.object({
  done: z.boolean(),
  rows: z.array(
    z.object({
      email: z.string(),
      fate: z.enum(['invited', 'refused']),
      link: z.string().nullable(),
      faults: z.array(RowFault),
    }),
  ),
});
export type SheetOutcome = z.infer<typeof SheetOutcome>;

export const accounts = {
  /** `link` is told only when no mail could be sent: it is then handed over in person. */
  invite: operation('person.invite')
    .route({
      method: 'POST',
      path: '/people/{personId}/invite',
      tags: ['identity'],
      summary: 'Mời một người',
    })
    .input(z.strictObject({ personId: PersonId }))
    .output(z.object({ sent: z.boolean(), link: z.string().nullable(), expiresAt: z.iso.datetime() })),

  /** People, positions, roles and invitations of a whole sheet; one refused row and nothing is done. */
  inviteSheet: operation('person.invite')
    .route({ method: 'POST', path: '/invitations', tags: ['identity'], summary: 'Mời theo danh sách' })
    .input(
      z.strictObject({
        rows: z.array(InvitationRow).min(1).max(2_000),
        from: Day,
        dryRun: z.boolean().default(false),
      }),
    )
    .output(SheetOutcome),

  resetTotp: operation('account.reset')
    .route({
      method: 'POST',
      path: '/people/{personId}/reset-totp',
      tags: ['identity'],
      summary: 'Gỡ xác thực hai lớp',
    })
    .input(
      z.strictObject({ personId: PersonId, reason: z.string().trim().min(1, { error: 'reason' }).max(500) }),
    )
    .output(Done),

  /** The leaver's positions, roles, delegations and sessions end on that day, which may be one to come, and the account is closed. */
  leave: operation('person.change')
    .route({
      method: 'POST',
      path: '/people/{personId}/leave',
      tags: ['identity'],
      summary: 'Ghi nhận thôi việc',
    })
    .input(
      z.strictObject({
        personId: PersonId,
        on: Day,
        reason: z.string().trim().min(1, { error: 'reason' }).max(500),
      }),
    )
    .output(Done),
};

const Me = z.object({
  tenant: z.object({ code: z.string(), name: z.string() }),
  /** The tenant's data are invented and every screen says so. */
  demonstration: z.boolean(),
  /** Official papers can be looked at as PDF. */
  papersAsPdf: z.boolean(),
  account: z.object({ email: z.string(), totp: z.boolean() }),
  person: z.object({ personId: PersonId, name: z.string(), unitId: UnitId, unitName: z.string() }),
  positions: z.array(z.object({ title: z.string(), unitId: UnitId, unitName: z.string() })),
  roles: z.array(
    z.object({
      role: Role,
      unitId: UnitId,
      unitName: z.string(),
      until: Day.nullable(),
      onBehalfOf: z.string().nullable(),
    }),
  ),
  permissions: z.array(z.object({ permission: Permission, unitId: UnitId })),
});
export type Me = z.infer<typeof Me>;

export const me = {
  get: operation('signed_in')
    .route({ method: 'GET', path: '/me', tags: ['identity'], summary: 'Tôi là ai, được làm gì' })
    .output(Me),
};
