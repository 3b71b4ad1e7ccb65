import { refuseIfAny } from '../../kernel/app-error.ts';
import { type Fault, fault, MOST_FAULTS, type Step } from '../../kernel/fault.ts';
import type { Json } from '../../kernel/json.ts';
import { pointsToRatio } from '../../kernel/number/points.ts';
import { atOnce, type Steps } from '../../kernel/steps.ts';
import type { WorkingCalendar } from '../../kernel/time/working-calendar.ts';
import { type Input, readInput } from '../rules/rule.ts';
import { NOTHING_AROSE } from '../rules/source.ts';
import { readFields } from '../scorecard/partial.ts';
import { withoutRepeats } from '../scorecard/read-scorecard.ts';
import {
  type Criterion,
  type Judged,
  type Leaf,
  names,
  ruleFor,
  type Scorecard,
} from '../scorecard/scorecard.ts';
import { FiguresFields, UnitFields, type UnitFigures } from './figures.ts';

/** More units than any block has: the whole country counts 3,321 communes. */
const MAX_UNITS = 20_000;

/**
 * The figures a document holds for the scorecard. The calendar counts due days of `deadline` rules.
 * @throws AppError `invalid_input` with every fault at once.
 */
export function readFigures(
  document: Json,
  scorecard: Scorecard,
  calendar: WorkingCalendar,
  written: readonly Fault[] = [],
): UnitFigures[] {
  return atOnce(readingFigures(document, scorecard, calendar, written));
}

/** The same, a unit a step. */
export function* readingFigures(
  document: Json,
  scorecard: Scorecard,
  calendar: WorkingCalendar,
  written: readonly Fault[] = [],
): Steps<UnitFigures[]> {
  const faults: Fault[] = [];
  const { units: raws = [] } = readFields(FiguresFields, document, [], faults);
  if (raws.length > MAX_UNITS) faults.push(fault(['units'], 'too_many', { most: MAX_UNITS }));
  const codes = new Set<string>();
  const units: UnitFigures[] = [];
  for (const [position, raw] of raws.slice(0, MAX_UNITS).entries()) {
    yield;
    if (faults.length > MOST_FAULTS) break;
    const path = ['units', position];
    const unit = readUnit(raw, scorecard, calendar, path, faults);
    if (unit === undefined) continue;
    if (codes.has(unit.code)) faults.push(fault([...path, 'code'], 'repeated_unit', { code: unit.code }));
    codes.add(unit.code);
    units.push(unit);
  }
  refuseIfAny(withoutRepeats(written, faults));
  return units;
}

function readUnit(
  raw: unknown,
  scorecard: Scorecard,
  calendar: WorkingCalendar,
  path: readonly Step[],
  faults: Fault[],
): UnitFigures | undefined {
  const fields = readFields(UnitFields, raw, path, faults);
  const { code, kind, tags = [], flags = [] } = fields;
  if (kind !== undefined && scorecard.block !== undefined && !scorecard.block.includes(kind)) {
    faults.push(fault([...path, 'kind'], 'kind_not_in_block', { allowed: scorecard.block.join(', ') }));
  }
  for (const [position, flag] of flags.entries()) {
    if (scorecard.flags.some(({ id }) => id === flag)) continue;
    faults.push(fault([...path, 'flags', position], 'undeclared_flag', { flag }));
  }
  if (code === undefined || kind === undefined) return undefined;
  const inputs = readInputs(
    Reflect.get(Object(raw), 'inputs'),
    { kind, tags },
    scorecard,
    calendar,
    path,
    faults,
  );
  return { code, name: fields.name ?? code, kind, tags, flags, ranked: fields.ranked ?? true, inputs };
}

function readInputs(
  raw: Json,
  unit: Judged,
  scorecard: Scorecard,
  calendar: WorkingCalendar,
  path: readonly Step[],
  faults: Fault[],
): (Input | undefined)[] {
  const inputs: (Input | undefined)[] = [];
  const at = [...path, 'inputs'];
  if (typeof raw !== 'object' || raw === null || Array.isArray(raw)) {
    if (raw !== undefined) faults.push(fault(at, 'wrong_type', { expected: 'object' }));
    return inputs;
  }
  const off = switchedOff(scorecard, unit);
  for (const [code, given] of Object.entries(raw)) {
    const criterion = scorecard.byCode.get(code);
    if (criterion === undefined) faults.push(fault([...at, code], 'unknown_code', { code }));
    else if (off.has(criterion)) continue;
    else if (criterion.type === 'group') faults.push(fault([...at, code], 'not_a_leaf', { code }));
    else inputs[criterion.position] = readLeafInput(criterion, given, unit, calendar, [...at, code], faults);
  }
  return inputs;
}

function readLeafInput(
  leaf: Leaf,
  raw: Json,
  unit: Judged,
  calendar: WorkingCalendar,
  path: readonly Step[],
  faults: Fault[],
): Input | undefined {
  const isObject = typeof raw === 'object' && raw !== null && !Array.isArray(raw);
  if (!isObject || !('nothing_arose' in raw)) {
    return readInput(ruleFor(leaf, unit), pointsToRatio(leaf.max), raw, calendar, path, faults);
  }
  const keys = Object.keys(raw);
  if (keys.length !== 1 || raw.nothing_arose !== true) faults.push(fault(path, 'nothing_arose_form'));
  else if (leaf.nothingArose === undefined) faults.push(fault(path, 'nothing_arose_not_foreseen'));
  return NOTHING_AROSE;
}

/** Criteria on which the unit is not judged: `not_for` names its kind or one of its tags, here or above. */
export function switchedOff(scorecard: Scorecard, unit: Judged): ReadonlySet<Criterion> {
  const off = new Set<Criterion>();
  const visit = (criterion: Criterion, above: boolean): void => {
    const here = above || (criterion.notFor.length > 0 && names(criterion.notFor, unit));
    if (here) off.add(criterion);
    if (criterion.type === 'group') for (const child of criterion.children) visit(child, here);
  };
  for (const criterion of scorecard.criteria) visit(criterion, false);
  return off;
}
