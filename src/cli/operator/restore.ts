import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { readBackup } from '../../server/backup/restore.ts';
import { openFolderStore } from '../../server/files/store.ts';
import { MIGRATIONS } from '../../server/main.ts';
import { refusal } from '../../server/refusal.ts';
import { printOperation } from '../../text/print-operation.ts';
import { type Command, parse } from '../command.ts';
import { withInstallation } from './operate.ts';

/** `minhchung restore FILE.tar.gz`: into an empty place, all or nothing. */
export const command: Command = async (args, language) => {
  const { positionals } = parse(args, {});
  const [source] = positionals;
  return withInstallation(language, async ({ ownerUrl, appPassword }, { dataFolder }) => {
    if (source === undefined) throw refusal('file_needed', { command: 'minhchung restore' });
    if (!existsSync(source)) throw refusal('file_not_there', { file: source });
    const store = openFolderStore(join(dataFolder, 'files'), Number.MAX_SAFE_INTEGER);
    const sealsFolder = join(dataFolder, 'seals');
    const restoring = { ownerUrl, appPassword, migrations: MIGRATIONS, store, sealsFolder, source };
    process.stdout.write(`${printOperation('restored', language, await readBackup(restoring))}\n`);
    return 0;
  });
};
