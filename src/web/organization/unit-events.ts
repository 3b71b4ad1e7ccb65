import type { SuccessionKind } from '../../domain/organization/unit.ts';

type Succession = {
  readonly kind: SuccessionKind;
  readonly fromUnitId: string | null;
  readonly toUnitId: string | null;
  readonly day: string;
  readonly decision: {
    readonly number: string;
    readonly date?: string | undefined;
    readonly issuer?: string | undefined;
  };
};

/** What happened to a unit on one day by one decision, and the other units that took part. */
export type UnitEvent = {
  readonly kind: SuccessionKind;
  readonly day: string;
  readonly decision: Succession['decision'];
  /** Whether the unit is what came of it, rather than what it came from. */
  readonly arrived: boolean;
  readonly others: readonly string[];
};

/** The events of a unit, the latest first; one decision that touches several units is one event. */
export function unitEvents(successions: readonly Succession[], unitId: string): UnitEvent[] {
  const events = new Map<string, UnitEvent>();
  for (const { kind, day, decision, fromUnitId, toUnitId } of successions) {
    const arrived = toUnitId === unitId;
    const other = arrived ? fromUnitId : toUnitId;
    const key = `${day} ${kind} ${arrived} ${decision.number}`;
    const before = events.get(key)?.others ?? [];
    const others = other === null || other === unitId ? before : [...before, other];
    events.set(key, { kind, day, decision, arrived, others });
  }
  return [...events.values()].sort((a, b) => b.day.localeCompare(a.day));
}

/** The day before, `2025-06-30` for `2025-07-01`. */
export function dayBefore(day: string): string {
  const before = new Date(`${day}T00:00:00Z`);
  before.setUTCDate(before.getUTCDate() - 1);
  return before.toISOString().slice(0, 10);
}
