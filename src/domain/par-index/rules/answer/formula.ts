import * as z from 'zod';
import { type Fault, fault, type Step } from '../../../kernel/fault.ts';
import type { Json } from '../../../kernel/json.ts';
import { Decimal } from '../../../kernel/number/decimal.ts';
import { type Ratio, ZERO } from '../../../kernel/number/ratio.ts';
import { Rounding, roundRatio } from '../../../kernel/number/rounding.ts';
import { named } from '../../../kernel/zod-faults.ts';
import { evaluate } from '../../expression/evaluate.ts';
import { FormulaText, Name, namesIn, RESERVED_NAMES } from '../../expression/expression.ts';
import { bounded } from '../bounds.ts';
import type { Place, Scored, Unscored } from '../scored.ts';
import {
  NOTHING_AROSE,
  type NothingArose,
  NumberForm,
  RatioForm,
  readForm,
  repeatedIds,
  Source,
} from '../source.ts';

/** A variable by its name alone, or with the source its value comes from. */
const Variable = z
  .union([Name, z.strictObject({ name: Name, input: Source, round_input: Rounding.optional() })], {
    error: named('variable'),
  })
  .transform((written) => (typeof written === 'string' ? { name: written } : written));

/**
 * Named variables and one formula for each branch; whoever scores names the branch. The branch's value is kept
 * within 0…max. Written so by programs in use, and by QĐ 766/QĐ-TTg.
 */
export const FormulaRule = z.strictObject({
  kind: z.literal('formula'),
  variables: z.array(Variable),
  branches: z.array(z.strictObject({ id: z.string().min(1), label: z.string(), points: FormulaText })).min(1),
});
export type FormulaRule = z.infer<typeof FormulaRule>;
export type ValuesInput = {
  readonly kind: 'values';
  readonly values: ReadonlyMap<string, Ratio>;
  readonly branch: string;
};

export function* formulaFaults(rule: FormulaRule, place: Place): Generator<Fault> {
  const known = new Set<string>();
  for (const [position, { name }] of rule.variables.entries()) {
    const at = [...place.path, 'variables', position];
    if (RESERVED_NAMES.includes(name)) yield fault(at, 'reserved_name', { name });
    if (known.has(name)) yield fault(at, 'repeated_id', { id: name });
    known.add(name);
  }
  yield* repeatedIds(rule.branches, [...place.path, 'branches']);
  for (const [position, { points }] of rule.branches.entries()) {
    for (const name of namesIn(points.expression)) {
      if (name === 'max_points' || known.has(name)) continue;
      yield fault([...place.path, 'branches', position, 'points'], 'unknown_name', { name });
    }
  }
}

const Value = z.union([Decimal, RatioForm, NumberForm], { error: named('variable_value') });
export const ValuesForm = z.strictObject({ values: z.record(z.string(), Value), branch: z.string() });

export function readFormula(
  rule: FormulaRule,
  raw: Json,
  path: readonly Step[],
  faults: Fault[],
): ValuesInput | NothingArose | undefined {
  const read = readForm(ValuesForm, raw, path, faults);
  if (read === undefined) return undefined;
  const { values: given, branch } = read;
  if (!rule.branches.some(({ id }) => id === branch)) {
    const allowed = rule.branches.map(({ id }) => id).join(', ');
    faults.push(fault([...path, 'branch'], 'not_allowed', { allowed }));
  }
  for (const name of Object.keys(given)) {
    if (rule.variables.some((variable) => variable.name === name)) continue;
    faults.push(fault([...path, 'values', name], 'undeclared_variable'));
  }
  return readValues(rule, given, branch, path, faults);
}

function readValues(
  rule: FormulaRule,
  given: Readonly<Record<string, z.infer<typeof Value>>>,
  branch: string,
  path: readonly Step[],
  faults: Fault[],
): ValuesInput | NothingArose {
  const values = new Map<string, Ratio>();
  let nothingArose = false;
  for (const variable of rule.variables) {
    const value = Object.hasOwn(given, variable.name) ? given[variable.name] : undefined;
    if (value === undefined) faults.push(fault([...path, 'values', variable.name], 'required'));
    if (value !== undefined && !hasForm(variable, value)) {
      faults.push(fault([...path, 'values', variable.name], 'variable_form'));
    }
    const exact = value && exactOf(value);
    if (exact === 'nothing_arose') nothingArose = true;
    else if (exact !== undefined) {
      const rounding = 'round_input' in variable ? variable.round_input : undefined;
      values.set(variable.name, rounding === undefined ? exact : roundRatio(exact, rounding));
    }
  }
  return nothingArose ? NOTHING_AROSE : { kind: 'values', values, branch };
}

/** A variable whose source is declared takes a value of that form; any other takes every form. */
function hasForm(variable: FormulaRule['variables'][number], value: z.infer<typeof Value>): boolean {
  if (!('input' in variable) || !('declared' in variable.input)) return true;
  return (variable.input.declared === 'ratio') === 'ratio' in value;
}

/** A ratio is taken as percent. */
function exactOf(value: z.infer<typeof Value>): Ratio | 'nothing_arose' {
  if ('n' in value) return value;
  if ('number' in value) return value.number;
  const [n, d] = value.ratio;
  return d === 0n ? 'nothing_arose' : { n: n * 100n, d };
}

export function scoreFormula(rule: FormulaRule, input: ValuesInput, max: Ratio): Scored | Unscored {
  const branch = rule.branches.find(({ id }) => id === input.branch);
  if (branch === undefined) return 'nothing_arose';
  const value = evaluate(branch.points.expression, new Map(input.values).set('max_points', max));
  if (value === undefined) return 'nothing_arose';
  return { ...bounded(value, ZERO, max), how: { step: 'branch', id: branch.id, value } };
}
