import { refuseIfAny } from '../../kernel/app-error.ts';
import type { Fault } from '../../kernel/fault.ts';
import type { Json } from '../../kernel/json.ts';
import { scorecardFaults } from './faults.ts';
import { GroupFields, LeafFields, Ranking, ScorecardFields } from './fields.ts';
import type { Criterion, Scorecard } from './scorecard.ts';

/**
 * The scorecard a document describes. `written` are faults of its writing found before; a place that has one is not
 * reported twice.
 * @throws AppError `invalid_input` with every fault at once.
 */
export function readScorecard(document: Json, written: readonly Fault[] = []): Scorecard {
  refuseIfAny(withoutRepeats(written, scorecardFaults(document)));
  const { criteria: roots, flags = [], bands = [], ranking, ...head } = ScorecardFields.parse(document);
  const nodes: Criterion[] = [];
  const criteria = roots.map((raw) => readCriterion(raw, nodes));
  return {
    code: head.code,
    name: head.name,
    year: head.year,
    block: head.block,
    decision: head.decision,
    total: head.total,
    rounding: head.rounding,
    flags,
    bands,
    ranking: ranking ?? Ranking.parse({}),
    bonus: head.bonus,
    criteria,
    nodes,
    byCode: new Map(nodes.map((criterion) => [criterion.code, criterion])),
  };
}

/** Faults of writing first; what the meaning adds at the same place is left out. */
export function withoutRepeats(written: readonly Fault[], found: readonly Fault[]): Fault[] {
  const places = new Set(written.map(({ path }) => JSON.stringify(path)));
  return [...written, ...found.filter(({ path }) => !places.has(JSON.stringify(path)))];
}

function readCriterion(raw: unknown, nodes: Criterion[]): Criterion {
  const position = nodes.length;
  if (typeof raw === 'object' && raw !== null && 'children' in raw) {
    const { children: raws, combine = 'sum', ...fields } = GroupFields.parse(raw);
    const children: Criterion[] = [];
    const group = { ...common(fields, position), type: 'group', combine, children } as const;
    nodes.push(group);
    for (const child of raws) children.push(readCriterion(child, nodes));
    return group;
  }
  const { part = 'appraised', nothing_arose, rule, variants = [], ...fields } = LeafFields.parse(raw);
  const leaf = {
    ...common(fields, position),
    type: 'leaf',
    part,
    nothingArose: nothing_arose,
    rule,
    variants,
  } as const;
  nodes.push(leaf);
  return leaf;
}

type Fields = Pick<ReturnType<typeof LeafFields.parse>, 'code' | 'name' | 'max'> &
  Partial<Pick<ReturnType<typeof LeafFields.parse>, 'not_for' | 'prints' | 'office' | 'evidence'>>;

function common(
  { code, name, max, not_for = [], prints = true, office, evidence }: Fields,
  position: number,
) {
  return { position, code, name, max, notFor: not_for, prints, office, evidence };
}
