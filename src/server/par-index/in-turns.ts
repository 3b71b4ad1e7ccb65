import { setImmediate } from 'node:timers/promises';
import type { Steps } from '../../domain/kernel/steps.ts';

/** So long others wait at most for one turn of long work, if no single step is longer. */
const TURN_MS = 15;

/** Does long work a turn at a time: a block of thousands of units takes seconds, and nobody else is to wait for it. */
export async function inTurns<T>(steps: Steps<T>): Promise<T> {
  for (;;) {
    const end = performance.now() + TURN_MS;
    do {
      const { done, value } = steps.next();
      if (done) return value;
    } while (performance.now() < end);
    await setImmediate();
  }
}
