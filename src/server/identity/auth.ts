import { hash, verify } from '@node-rs/argon2';
import { APIError, betterAuth } from 'better-auth';
import { twoFactor } from 'better-auth/plugins';
import pg from 'pg';
import type { Temporal } from 'temporal-polyfill';
import { codesOnce } from './second-factor/once.ts';

export type AuthOptions = {
  /** Address of the database for the application's role. */
  readonly databaseUrl: string;
  readonly secret: string;
  /** The address that people type; cookies are for https only when it says so. */
  readonly publicUrl: string;
  readonly now: () => Temporal.Instant;
};

/** A working day and the evening after it. */
const SESSION_SECONDS = 12 * 60 * 60;

/** OWASP's second recommendation for argon2id: 19 MiB, two passes, one lane. */
const ARGON2 = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

/**
 * Accounts, sessions, passwords and the second factor. Its tables stand in the schema `identity`; what a person may do
 * is not its business. Our own routes call it: its handler is not mounted, so origin and rate are checked by ours.
 */
export function openAuth(options: AuthOptions) {
  const pool = new pg.Pool({
    connectionString: options.databaseUrl,
    options: '-c search_path=identity',
    max: 8,
    application_name: 'minhchung-identity',
  });
  pool.on('error', () => undefined);
  const auth = betterAuth({
    appName: 'Minh Chứng',
    database: pool,
    secret: options.secret,
    baseURL: options.publicUrl,
    telemetry: { enabled: false },
    logger: { disabled: true },
    rateLimit: { enabled: false },
    advanced: {
      cookiePrefix: 'minhchung',
      useSecureCookies: options.publicUrl.startsWith('https:'),
      defaultCookieAttributes: { sameSite: 'lax', httpOnly: true },
      ipAddress: { ipAddressHeaders: ['x-caller-address'] },
      disableCSRFCheck: true,
      disableOriginCheck: true,
    },
    user: {
      modelName: 'auth_user',
      fields: { emailVerified: 'email_verified', createdAt: 'created_at', updatedAt: 'updated_at' },
    },
    session: {
      modelName: 'auth_session',
      fields: {
        userId: 'user_id',
        expiresAt: 'expires_at',
        ipAddress: 'ip_address',
        userAgent: 'user_agent',
        createdAt: 'created_at',
        updatedAt: 'updated_at',
      },
      expiresIn: SESSION_SECONDS,
      disableSessionRefresh: true,
      freshAge: 0,
    },
    account: { modelName: 'auth_account', fields: ACCOUNT_COLUMNS },
    verification: {
      modelName: 'auth_verification',
      fields: { expiresAt: 'expires_at', createdAt: 'created_at', updatedAt: 'updated_at' },
    },
    emailAndPassword: {
      enabled: true,
      disableSignUp: true,
      minPasswordLength: 12,
      maxPasswordLength: 128,
      password: { hash: hashPassword, verify: ({ hash, password }) => verify(hash, password) },
    },
    databaseHooks: {
      session: { create: { before: async ({ userId }) => refuseUnlessEnabled(pool, userId, options.now()) } },
    },
    plugins: [
      codesOnce(pool),
      twoFactor({
        issuer: 'Minh Chứng',
        schema: {
          user: { fields: { twoFactorEnabled: 'two_factor_enabled' } },
          twoFactor: {
            modelName: 'auth_two_factor',
            fields: {
              userId: 'user_id',
              backupCodes: 'backup_codes',
              failedVerificationCount: 'failed_verification_count',
              lockedUntil: 'locked_until',
            },
          },
        },
      }),
    ],
  });
  return { auth, close: () => pool.end() };
}

export type Auth = ReturnType<typeof openAuth>['auth'];

export function hashPassword(password: string): Promise<string> {
  return hash(password, ARGON2);
}

const ACCOUNT_COLUMNS = {
  userId: 'user_id',
  accountId: 'account_id',
  providerId: 'provider_id',
  accessToken: 'access_token',
  refreshToken: 'refresh_token',
  idToken: 'id_token',
  accessTokenExpiresAt: 'access_token_expires_at',
  refreshTokenExpiresAt: 'refresh_token_expires_at',
  createdAt: 'created_at',
  updatedAt: 'updated_at',
};

/** An account that is disabled by now is answered like one that does not exist. */
async function refuseUnlessEnabled(pool: pg.Pool, userId: string, now: Temporal.Instant): Promise<void> {
  const { rows } = await pool.query(
    'select 1 from auth_user where id = $1 and (disabled_at is null or disabled_at > $2)',
    [userId, now.toString()],
  );
  if (rows.length === 0) throw new APIError('UNAUTHORIZED', { code: 'INVALID_EMAIL_OR_PASSWORD' });
}
