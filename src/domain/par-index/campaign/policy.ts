import { type Actor, holds, pathsOf } from '../../kernel/actor.ts';

/** The unit that keeps a scorecard and judges by it, and whatever stands below that unit. */
type Kept = { readonly ownerPath: string; readonly status: 'draft' | 'issued' };

/** Scorecards are written by who may do so for the unit that keeps them. */
export function mayEditScorecards(actor: Actor, unit: { readonly path: string }): boolean {
  return holds(actor, 'scorecard.edit', unit.path);
}

/** An issued scorecard is for everybody who reads scorecards; a draft only for those who write it. */
export function mayReadScorecard(actor: Actor, scorecard: Kept): boolean {
  if (holds(actor, 'scorecard.edit', scorecard.ownerPath)) return true;
  return scorecard.status === 'issued' && pathsOf(actor, 'scorecard.read').length > 0;
}

export const SCORECARD_ACTIONS = ['edit', 'issue', 'copy', 'open_period', 'publish'] as const;
export type ScorecardAction = (typeof SCORECARD_ACTIONS)[number];

/** What the actor may do with the scorecard; it travels with it, so that screens hold no rules. */
export function allowedOnScorecard(actor: Actor, scorecard: Kept): ScorecardAction[] {
  const issued = scorecard.status === 'issued';
  const allowed: Record<ScorecardAction, boolean> = {
    edit: !issued && holds(actor, 'scorecard.edit', scorecard.ownerPath),
    issue: !issued && holds(actor, 'scorecard.issue', scorecard.ownerPath),
    copy: holds(actor, 'scorecard.edit', scorecard.ownerPath),
    open_period: issued && holds(actor, 'figure.edit', scorecard.ownerPath),
    publish: issued && holds(actor, 'result.publish', scorecard.ownerPath),
  };
  return SCORECARD_ACTIONS.filter((action) => allowed[action]);
}

/** Before publication a unit's result is seen by those who read results there, and by nobody else. */
export function mayReadResult(actor: Actor, result: { unitPath: string; published: boolean }): boolean {
  return result.published || holds(actor, 'result.read', result.unitPath);
}

export function mayReadFigures(actor: Actor, unit: { unitPath: string }): boolean {
  return holds(actor, 'figure.read', unit.unitPath);
}

export function mayEditFigures(actor: Actor, unit: { unitPath: string }): boolean {
  return holds(actor, 'figure.edit', unit.unitPath);
}

/** What is said of a unit in a period changes bands and places of all: it is for who enters figures of the whole block. */
export function mayDescribeUnits(actor: Actor, unit: { ownerPath: string }): boolean {
  return holds(actor, 'figure.edit', unit.ownerPath);
}
