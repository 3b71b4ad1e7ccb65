import { createHmac, randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { AppError } from '../domain/kernel/app-error.ts';
import { fault } from '../domain/kernel/fault.ts';
import { zodFaults } from '../domain/kernel/zod-faults.ts';
import { type FileSettings, readFileSettings } from './files/store/settings.ts';

const Port = z.coerce.number().int().min(0).max(65_535);
const DatabaseUrl = z.url({ protocol: /^postgres(ql)?$/, error: 'database_url' });

const Environment = z.object({
  PORT: Port.default(3000),
  HOST: z.string().min(1).default('127.0.0.1'),
  /** The address that people type; links in letters begin with it. */
  PUBLIC_URL: z.url({ protocol: /^https?$/, error: 'public_url' }).optional(),
  /** Signs in as the role that owns the tables; unset, the product starts its own server. */
  DATABASE_URL: DatabaseUrl.optional(),
  /** Signs in as `minhchung_app`; unset, it follows from `DATABASE_URL` and `SECRET`. */
  APP_DATABASE_URL: DatabaseUrl.refine(
    (url) => !URL.canParse(url) || new URL(url).username === 'minhchung_app',
    {
      error: 'app_role_name',
    },
  ).optional(),
  DATABASE_CONNECTIONS: z.coerce.number().int().min(2).max(500).default(16),
  /** Signs sessions and links; required with `DATABASE_URL`, else kept in the data folder. */
  SECRET: z.string().min(32, { error: 'secret' }).optional(),
  DATA_FOLDER: z.string().min(1).default('var'),
  MAX_FILE_MB: z.coerce.number().int().min(1).max(2048).default(50),
  SMTP_URL: z.url({ protocol: /^smtps?$/, error: 'smtp_url' }).optional(),
  MAIL_FROM: z.string().min(3).optional(),
  /** Name or path of LibreOffice, which turns papers into PDF; where it is not found they are Word only. */
  OFFICE_PROGRAM: z.string().min(1).default('soffice'),
  /** How many proxies stand before the product; only their word about the caller's address is taken. */
  PROXIES: z.coerce.number().int().min(0).max(5).default(0),
  /** Of one session; five times as many of an address without one. 0 sets no limit. */
  API_REQUESTS_PER_MINUTE: z.coerce.number().int().min(0).max(1_000_000).default(600),
  /** Unset, `info` with a `DATABASE_URL` and `warn` without: a newcomer's terminal is for sentences. */
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'silent']).optional(),
});

export type Config = FileSettings & {
  readonly port: number;
  readonly host: string;
  readonly publicUrl: string | undefined;
  readonly databaseUrl: string | undefined;
  readonly appDatabaseUrl: string | undefined;
  readonly databaseConnections: number;
  readonly secret: string;
  readonly dataFolder: string;
  readonly maxFileBytes: number;
  readonly smtpUrl: string | undefined;
  readonly mailFrom: string;
  readonly officeProgram: string;
  readonly proxies: number;
  readonly apiRequestsPerMinute: number;
  readonly logLevel: NonNullable<z.infer<typeof Environment>['LOG_LEVEL']>;
};

/** The configuration from the environment; every fault is reported at once. @throws AppError `invalid_input` */
export function readConfig(environment: Readonly<Record<string, string | undefined>>): Config {
  const given = Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== ''));
  const read = Environment.safeParse(given);
  const files = readFileSettings(given);
  const faults = [...(read.success ? [] : zodFaults(read.error)), ...files.faults];
  if (!read.success || faults.length > 0) throw new AppError('invalid_input', faults);
  const value = read.data;
  const secret =
    value.SECRET ?? (value.DATABASE_URL === undefined ? ownSecret(value.DATA_FOLDER) : undefined);
  if (secret === undefined) throw new AppError('invalid_input', [fault(['SECRET'], 'required')]);
  return {
    ...files.settings,
    port: value.PORT,
    host: value.HOST,
    publicUrl: value.PUBLIC_URL?.replace(/\/$/, ''),
    databaseUrl: value.DATABASE_URL,
    appDatabaseUrl: value.APP_DATABASE_URL,
    databaseConnections: value.DATABASE_CONNECTIONS,
    secret,
    dataFolder: value.DATA_FOLDER,
    maxFileBytes: value.MAX_FILE_MB * 1024 * 1024,
    smtpUrl: value.SMTP_URL,
    mailFrom: value.MAIL_FROM ?? 'Minh Chứng <minhchung@localhost>',
    officeProgram: value.OFFICE_PROGRAM,
    proxies: value.PROXIES,
    apiRequestsPerMinute: value.API_REQUESTS_PER_MINUTE,
    logLevel: value.LOG_LEVEL ?? (value.DATABASE_URL === undefined ? 'warn' : 'info'),
  };
}

/** A key of its own for one purpose, so that no two uses share the secret itself. */
export function derivedKey(secret: string, purpose: string): string {
  return createHmac('sha256', secret).update(purpose).digest('hex');
}

/** Made once and kept beside the data, when the product runs with a database of its own. */
function ownSecret(folder: string): string {
  const file = join(folder, 'secret');
  if (!existsSync(file)) {
    mkdirSync(folder, { recursive: true });
    writeFileSync(file, randomBytes(32).toString('hex'), { mode: 0o600 });
  }
  return readFileSync(file, 'utf8').trim();
}
