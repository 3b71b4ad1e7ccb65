import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { Temporal } from 'temporal-polyfill';
import { writeBackup } from '../../server/backup/backup.ts';
import { openStore } from '../../server/files/store/open.ts';
import { refusal } from '../../server/refusal.ts';
import { printOperation } from '../../text/print-operation.ts';
import { type Command, parse } from '../command.ts';
import { withInstallation } from './operate.ts';

/** `minhchung backup FILE.tar.gz`: database and evidence as of one moment. Exit 1 when the store has lost contents. */
export const command: Command = async (args, language) => {
  const { positionals } = parse(args, {});
  const [target] = positionals;
  return withInstallation(language, async ({ ownerUrl }, config) => {
    if (target === undefined) throw refusal('file_needed', { command: 'minhchung backup' });
    if (existsSync(target)) throw refusal('file_exists', { file: target });
    const store = openStore(config);
    const sealsFolder = join(config.dataFolder, 'seals');
    const now = Temporal.Now.instant();
    const { rows, files, missing } = await writeBackup({ ownerUrl, store, sealsFolder, target, now });
    process.stdout.write(`${printOperation('backed_up', language, { file: target, rows, files })}\n`);
    process.stdout.write(`${printOperation('backup_keep_secret', language)}\n`);
    const [first] = missing;
    if (first === undefined) return 0;
    process.stderr.write(`${printOperation('backup_missing', language, { count: missing.length, first })}\n`);
    return 1;
  });
};
