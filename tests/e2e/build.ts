import { mkdirSync, rmdirSync } from 'node:fs';
import { setTimeout } from 'node:timers/promises';
import { buildWeb, isWebStale } from '../../scripts/build-web.mjs';

const LOCK = 'dist/.building';

/** Journeys see the workspace as it is now; of several files that begin at once, one builds and the others wait. */
export async function buildIfStale(): Promise<void> {
  mkdirSync('dist', { recursive: true });
  while (isWebStale()) {
    if (!take(LOCK)) {
      await setTimeout(300);
      continue;
    }
    try {
      if (isWebStale() && buildWeb(process.execPath).status !== 0) throw new Error('vite build failed');
    } finally {
      rmdirSync(LOCK);
    }
  }
}

function take(folder: string): boolean {
  try {
    mkdirSync(folder);
    return true;
  } catch {
    return false;
  }
}
