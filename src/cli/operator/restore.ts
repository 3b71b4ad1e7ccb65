import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { readBackup } from '../../server/backup/restore.ts';
import { openStore } from '../../server/files/store/open.ts';
import { MIGRATIONS } from '../../server/prepare.ts';
import { refusal } from '../../server/refusal.ts';
import { printOperation } from '../../text/print-operation.ts';
import { type Command, parse } from '../command.ts';
import { withInstallation } from './operate.ts';

/** `minhchung restore FILE.tar.gz`: into an empty place, all or nothing. */
export const command: Command = async (args, language) => {
  const { positionals } = parse(args, {});
  const [source] = positionals;
  return withInstallation(language, async ({ ownerUrl, appPassword }, config) => {
    if (source === undefined) throw refusal('file_needed', { command: 'minhchung restore' });
    if (!existsSync(source)) throw refusal('file_not_there', { file: source });
    const { dataFolder } = config;
    const restoring = {
      ownerUrl,
      appPassword,
      migrations: MIGRATIONS,
      store: openStore(config),
      incoming: join(dataFolder, 'files', 'incoming'),
      sealsFolder: join(dataFolder, 'seals'),
      source,
    };
    process.stdout.write(`${printOperation('restored', language, await readBackup(restoring))}\n`);
    return 0;
  });
};
