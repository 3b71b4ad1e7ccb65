import { countPending, migrate } from '../../server/db/migrate.ts';
import { installQueues } from '../../server/jobs/queues.ts';
import { MIGRATIONS } from '../../server/prepare.ts';
import { refusal } from '../../server/refusal.ts';
import { printOperation } from '../../text/print-operation.ts';
import { type Command, parse } from '../command.ts';
import { withInstallation } from './operate.ts';

/** `minhchung migrate [--backed-up] [--resume]`: brings the database to the version of the program. */
export const command: Command = async (args, language) => {
  const { values } = parse(args, { 'backed-up': { type: 'boolean' }, resume: { type: 'boolean' } });
  return withInstallation(language, async ({ ownerUrl, appPassword, embedded }) => {
    const resume = values.resume ?? false;
    if (!resume) {
      const { pending, empty } = await countPending(ownerUrl, MIGRATIONS);
      if (pending > 0 && !empty && !embedded && !values['backed-up'])
        throw refusal('migrations_pending', { pending });
    }
    const done = await migrate({ url: ownerUrl, folder: MIGRATIONS, appPassword, resume });
    await installQueues(ownerUrl);
    const code = done.length === 0 ? 'up_to_date' : 'migrated';
    process.stdout.write(`${printOperation(code, language, { count: done.length })}\n`);
    return 0;
  });
};
