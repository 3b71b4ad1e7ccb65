import { monitorEventLoopDelay } from 'node:perf_hooks';

/** In milliseconds; `held` is the longest time for which nothing else of the process was done. */
export type Times = { readonly p50: number; readonly p95: number; readonly held: number };

export async function timesOf(runs: number, run: () => Promise<unknown>): Promise<Times> {
  const delay = monitorEventLoopDelay({ resolution: 2 });
  delay.enable();
  const times: number[] = [];
  for (let at = 0; at < runs; at += 1) {
    const begun = performance.now();
    await run();
    times.push(performance.now() - begun);
  }
  delay.disable();
  times.sort((a, b) => a - b);
  const at = (share: number) => times[Math.min(times.length - 1, Math.floor(times.length * share))] ?? 0;
  return { p50: at(0.5), p95: at(0.95), held: delay.max / 1e6 };
}

export function milliseconds(time: number): string {
  return `${time < 10 ? time.toFixed(1) : time.toFixed(0)} ms`;
}
