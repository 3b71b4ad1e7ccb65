import type { Moment } from './outline.ts';

/** A draft with its way back and forth. */
export type History = {
  readonly past: readonly Moment[];
  readonly now: Moment;
  readonly future: readonly Moment[];
  /** What was changed last; changing the same again is one step with it. */
  readonly touched: string | undefined;
};

/** More steps back than anybody takes. */
const MOST_STEPS = 500;

export function begin(now: Moment): History {
  return { past: [], now, future: [], touched: undefined };
}

/** One step on. Steps with the same `touched`, one right after the other, are undone together. */
export function advance(history: History, now: Moment, touched?: string): History {
  if (now.draft === history.now.draft) return { ...history, now };
  const joined = touched !== undefined && touched === history.touched;
  const past = joined ? history.past : [...history.past, history.now].slice(-MOST_STEPS);
  return { past, now, future: [], touched };
}

/** The work goes on at another criterion; what is changed from here is a step of its own. */
export function goTo(history: History, current: number): History {
  return { ...history, now: { ...history.now, current }, touched: undefined };
}

export function undo(history: History): History {
  const { past, now, future } = history;
  const before = past.at(-1);
  if (before === undefined) return history;
  return { past: past.slice(0, -1), now: before, future: [now, ...future], touched: undefined };
}

export function redo(history: History): History {
  const { past, now, future } = history;
  const [after, ...rest] = future;
  if (after === undefined) return history;
  return { past: [...past, now], now: after, future: rest, touched: undefined };
}
