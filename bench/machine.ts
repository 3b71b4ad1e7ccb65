import { availableParallelism, loadavg } from 'node:os';

/** Under which conditions figures were measured: a busy machine stretches them all, the slowest most. */
export function machine(): string {
  return `Node ${process.version}, ${availableParallelism()} cores, load ${loadavg()[0]?.toFixed(1)}`;
}
