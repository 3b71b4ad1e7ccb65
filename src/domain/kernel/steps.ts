/**
 * Long work that can be interrupted: each step is one unit's worth. On a server other requests are answered between
 * two steps; a command does them all at once.
 */
export type Steps<T> = Generator<undefined, T, undefined>;

export function atOnce<T>(steps: Steps<T>): T {
  for (;;) {
    const { done, value } = steps.next();
    if (done) return value;
  }
}
