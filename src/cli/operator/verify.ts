import { join } from 'node:path';
import { checkAppRole } from '../../server/db/app-role.ts';
import { openDatabase } from '../../server/db/connect.ts';
import { countPending } from '../../server/db/migrate.ts';
import { type Verification, verifyJournal } from '../../server/journal/service.ts';
import { MIGRATIONS } from '../../server/prepare.ts';
import { refusal } from '../../server/refusal.ts';
import { listTenants } from '../../server/tenants/queries.ts';
import type { Language } from '../../text/language.ts';
import { printOperation } from '../../text/print-operation.ts';
import { type Command, parse } from '../command.ts';
import { withInstallation } from './operate.ts';

/**
 * `minhchung verify [--seal HASH] [--tenant CODE] [--json]`: recomputes every seal of the journal; with a hash that
 * somebody kept, also whether it belongs to the chain. Exit 1 when anything is not as it was.
 */
export const command: Command = async (args, language) => {
  const { values } = parse(args, {
    seal: { type: 'string' },
    tenant: { type: 'string' },
    json: { type: 'boolean' },
  });
  const hash = values.seal?.trim().toLowerCase();
  return withInstallation(language, async ({ appUrl, ownerUrl }, config) => {
    if (hash !== undefined && !/^[0-9a-f]{64}$/.test(hash)) throw refusal('seal_hash_form');
    if ((await countPending(ownerUrl, MIGRATIONS)).empty) throw refusal('no_tenant_yet');
    await checkAppRole(appUrl);
    const db = openDatabase({ url: appUrl, connections: 2, name: 'minhchung-verify' });
    try {
      const tenants = (await listTenants(db)).filter(({ code }) => (values.tenant ?? code) === code);
      if (tenants.length === 0) throw refusal('no_tenant_yet');
      const found: { tenant: string; name: string; verification: Verification }[] = [];
      for (const { code, name, tenantId } of tenants) {
        const verification = await verifyJournal(db, tenantId, join(config.dataFolder, 'seals'), hash);
        found.push({ tenant: code, name, verification });
      }
      if (values.json) process.stdout.write(`${JSON.stringify(found.map(toJson), null, 2)}\n`);
      else process.stdout.write(found.map((one) => print(one, hash, language)).join(''));
      return found.every(({ verification }) => verification.findings.length === 0) ? 0 : 1;
    } finally {
      await db.destroy();
    }
  });
};

function toJson({ tenant, verification }: { tenant: string; verification: Verification }) {
  return { tenant, ...verification };
}

function print(
  { name, verification }: { name: string; verification: Verification },
  hash: string | undefined,
  language: Language,
): string {
  const { findings, ...counts } = verification;
  if (findings.length === 0) {
    const known = hash === undefined ? '' : `${printOperation('verified_hash', language)}\n`;
    return `${printOperation('verified', language, { name, ...counts })}\n${known}`;
  }
  const heading = printOperation('not_whole', language, { name, count: findings.length });
  const lines = findings.map(({ code, sealNo, entryNo }) => {
    const detail = { sealNo: sealNo ?? undefined, entryNo: entryNo ?? undefined };
    return `  ${printOperation(code, language, detail)}`;
  });
  return `${[heading, ...lines].join('\n')}\n`;
}
