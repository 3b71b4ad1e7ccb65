import { Temporal } from 'temporal-polyfill';
import { openDatabase } from '../../server/db/connect.ts';
import { openStore } from '../../server/files/store/open.ts';
import { prepare } from '../../server/prepare.ts';
import { ensureDemonstration } from '../../server/tenants/demonstrate.ts';
import { printOperation } from '../../text/print-operation.ts';
import { type Command, parse } from '../command.ts';
import { withInstallation } from './operate.ts';

/** `minhchung demo`: fills the database with the invented province, also where it would not come by itself. */
export const command: Command = async (args, language) => {
  parse(args, {});
  return withInstallation(language, async (installation, config) => {
    await prepare(installation);
    const { appUrl, ownerUrl } = installation;
    const db = openDatabase({ url: appUrl, connections: 2, name: 'minhchung-demo' });
    try {
      await ensureDemonstration({ db, files: openStore(config) }, ownerUrl, Temporal.Now.instant());
    } finally {
      await db.destroy();
    }
    process.stdout.write(`${printOperation('demo_ready', language)}\n`);
    return 0;
  });
};
