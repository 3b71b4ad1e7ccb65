import { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import { openDatabase } from '../server/db/connect.ts';
import { invitationLink } from '../server/identity/account-service.ts';
import { publicUrlOf } from '../server/main.ts';
import { refusal } from '../server/refusal.ts';
import { foundTenant } from '../server/tenants/found.ts';
import { printOperation } from '../text/print-operation.ts';
import { type Command, parse } from './command.ts';
import { withInstallation } from './operator.ts';

const NEEDED = ['code', 'name', 'admin-name', 'admin-email'] as const;

/** `minhchung init`: a tenant of one's own and a link for its first administrator, who does the rest on screen. */
export const command: Command = async (args, language) => {
  const { values } = parse(args, {
    code: { type: 'string' },
    name: { type: 'string' },
    kind: { type: 'string', default: 'ubnd_tinh' },
    host: { type: 'string', multiple: true, default: [] },
    'admin-name': { type: 'string' },
    'admin-email': { type: 'string' },
  });
  return withInstallation(language, async ({ appUrl, ownerUrl }, config) => {
    const { code, name, 'admin-name': person, 'admin-email': written } = values;
    if (code === undefined || name === undefined || person === undefined || written === undefined)
      throw refusal('option_needed', { options: NEEDED.map((option) => `--${option}`).join(' ') });
    const email = z.email().safeParse(written.trim().toLowerCase());
    if (!email.success) throw refusal('not_an_email', { written });
    const founding = {
      tenant: { code, name, hosts: values.host },
      kind: values.kind,
      administrator: { name: person, email: email.data },
    };
    const db = openDatabase({ url: appUrl, connections: 2, name: 'minhchung-init' });
    try {
      const { token, expiresAt } = await foundTenant(db, ownerUrl, founding, Temporal.Now.instant());
      const link = invitationLink(publicUrlOf(config), token);
      const until = expiresAt.toZonedDateTimeISO('Asia/Ho_Chi_Minh').toPlainDate().toLocaleString('vi');
      process.stdout.write(`${printOperation('founded', language, { name })}\n`);
      process.stdout.write(`${printOperation('administrator_link', language, { link, until })}\n`);
      return 0;
    } finally {
      await db.destroy();
    }
  });
};
