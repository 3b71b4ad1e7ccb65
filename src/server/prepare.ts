import { checkAppRole } from './db/app-role.ts';
import { countPending, migrate } from './db/migrate.ts';
import type { Installation } from './db/open.ts';
import { installQueues } from './jobs/queues.ts';
import { refusal } from './refusal.ts';

export const MIGRATIONS = new URL('../../migrations', import.meta.url).pathname;

/**
 * The database as the product needs it. An empty one is filled without asking, and so is the product's own. One with
 * somebody's data waits for `minhchung migrate`, which asks for a backup. @throws AppError with what to do
 */
export async function prepare({ ownerUrl, appUrl, appPassword, embedded }: Installation): Promise<void> {
  const { pending, empty } = await countPending(ownerUrl, MIGRATIONS);
  if (pending > 0 && !empty && !embedded) throw refusal('migrations_pending', { pending });
  if (pending > 0 || embedded) await migrate({ url: ownerUrl, folder: MIGRATIONS, appPassword });
  await checkAppRole(appUrl);
  await installQueues(ownerUrl);
}
