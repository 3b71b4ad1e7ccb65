import { buildWeb, isWebStale } from '../../scripts/build-web.mjs';

/** Vitest calls this once: journeys see the workspace as it is now. */
export default function setup(): void {
  if (!isWebStale()) return;
  const { status } = buildWeb(process.execPath);
  if (status !== 0) throw new Error('vite build failed');
}
