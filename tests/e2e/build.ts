import { ensureWebBuilt } from '../../scripts/build-web.mjs';

/** Journeys see the workspace as it is now. */
export async function buildIfStale(): Promise<void> {
  if (!(await ensureWebBuilt(process.execPath))) throw new Error('vite build failed');
}
