import { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import { Day } from '../../domain/kernel/time/day.ts';
import { openDatabase } from '../../server/db/connect.ts';
import { invitationLink } from '../../server/identity/account-service.ts';
import { publicUrlOf } from '../../server/main.ts';
import { prepare } from '../../server/prepare.ts';
import { refusal } from '../../server/refusal.ts';
import { foundTenant } from '../../server/tenants/found.ts';
import { printOperation } from '../../text/print-operation.ts';
import { type Command, parse } from '../command.ts';
import { withInstallation } from './operate.ts';

const NEEDED = ['code', 'name', 'admin-name', 'admin-email'] as const;

/** `minhchung init`: a tenant of one's own and a link for its first administrator, who does the rest on screen. */
export const command: Command = async (args, language) => {
  const { values } = parse(args, {
    code: { type: 'string' },
    name: { type: 'string' },
    kind: { type: 'string', default: 'ubnd_tinh' },
    // The two-tier model of local government begins on this day (Luật 72/2025/QH15).
    since: { type: 'string', default: '2025-07-01' },
    host: { type: 'string', multiple: true, default: [] },
    'admin-name': { type: 'string' },
    'admin-email': { type: 'string' },
  });
  return withInstallation(language, async (installation, config) => {
    const { code, name, 'admin-name': person, 'admin-email': written } = values;
    if (code === undefined || name === undefined || person === undefined || written === undefined)
      throw refusal('option_needed', { options: NEEDED.map((option) => `--${option}`).join(' ') });
    const email = z.email().safeParse(written.trim().toLowerCase());
    if (!email.success) throw refusal('not_an_email', { written });
    const since = Day.safeParse(values.since);
    if (!since.success) throw refusal('not_a_day', { written: values.since });
    const founding = {
      tenant: { code, name, hosts: values.host },
      kind: values.kind,
      since: since.data,
      administrator: { name: person, email: email.data },
    };
    await prepare(installation);
    const { appUrl, ownerUrl } = installation;
    const db = openDatabase({ url: appUrl, connections: 2, name: 'minhchung-init' });
    try {
      const { token } = await foundTenant(db, ownerUrl, founding, Temporal.Now.instant());
      const link = invitationLink(publicUrlOf(config), token);
      process.stdout.write(`${printOperation('founded', language, { name })}\n`);
      process.stdout.write(`${printOperation('administrator_link', language, { link })}\n`);
      return 0;
    } finally {
      await db.destroy();
    }
  });
};
