import type { Temporal } from 'temporal-polyfill';
import type { Authenticate } from '../app.ts';
import type { Database } from '../db/connect.ts';
import { dayOf } from '../organization/today.ts';
import { findActor } from './actor.ts';
import { type Auth, openAuth } from './auth.ts';

export type IdentityOptions = {
  readonly db: Database;
  /** Address of the database for the application's role. */
  readonly databaseUrl: string;
  readonly secret: string;
  /** The address that people type; links in letters begin with it. */
  readonly publicUrl: string;
  /** Whether letters reach people; if not, a link is told to who asked for it and handed over by hand. */
  readonly mails: boolean;
  readonly now: () => Temporal.Instant;
};

export type Identity = {
  readonly auth: Auth;
  readonly authenticate: Authenticate;
  readonly mails: boolean;
  readonly publicUrl: string;
  readonly close: () => Promise<void>;
};

/** Accounts and sessions on one side, people and their rights on the other, joined here. */
export function openIdentity(options: IdentityOptions): Identity {
  const { db, publicUrl, mails } = options;
  const { auth, close } = openAuth(options);
  return {
    auth,
    mails,
    publicUrl,
    close,
    authenticate: async ({ headers, tenant, now }) => {
      if (!headers.has('cookie')) return undefined;
      const found = await auth.api.getSession({ headers });
      if (found === null) return undefined;
      return findActor(db, tenant.tenantId, found.user.id, dayOf(now));
    },
  };
}
