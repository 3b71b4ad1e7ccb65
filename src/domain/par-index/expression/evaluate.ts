import {
  add,
  compare,
  divide,
  greatest,
  isZero,
  least,
  multiply,
  negate,
  type Ratio,
  subtract,
} from '../../kernel/number/ratio.ts';
import type { Condition, Expression } from './expression.ts';

/** The value of each name an expression reads. */
export type Names = ReadonlyMap<string, Ratio>;

/**
 * The exact value, or undefined when a division by zero is met on the way: then nothing arose. `if` works out only
 * the branch taken, so a division by zero in the other does no harm. Every name must be in `names`.
 */
export function evaluate(expression: Expression, names: Names): Ratio | undefined {
  switch (expression.op) {
    case 'number':
      return expression.value;
    case 'name':
      return lookUp(expression.name, names);
    case 'negate': {
      const value = evaluate(expression.of, names);
      return value && negate(value);
    }
    case 'chain':
      return evaluateChain(expression, names);
    case 'min':
    case 'max':
      return evaluateChoice(expression.op === 'min' ? least : greatest, expression.of, names);
    case 'if': {
      const holds = evaluateCondition(expression.when, names);
      return holds === undefined ? undefined : evaluate(holds ? expression.yes : expression.no, names);
    }
  }
}

function lookUp(name: string, names: Names): Ratio {
  const value = names.get(name);
  if (value === undefined) throw new Error(`no value for ${name}`);
  return value;
}

function evaluateChain(chain: Extract<Expression, { op: 'chain' }>, names: Names): Ratio | undefined {
  let value = evaluate(chain.first, names);
  for (const { sign, of } of chain.rest) {
    const next = evaluate(of, names);
    if (value === undefined || next === undefined || (sign === '/' && isZero(next))) return undefined;
    value = OPERATIONS[sign](value, next);
  }
  return value;
}

const OPERATIONS = { '+': add, '-': subtract, '*': multiply, '/': divide };

function evaluateChoice(
  better: (a: Ratio, b: Ratio) => Ratio,
  list: readonly [Expression, ...Expression[]],
  names: Names,
): Ratio | undefined {
  let chosen: Ratio | undefined;
  for (const expression of list) {
    const value = evaluate(expression, names);
    if (value === undefined) return undefined;
    chosen = chosen === undefined ? value : better(chosen, value);
  }
  return chosen;
}

function evaluateCondition({ left, comparison, right }: Condition, names: Names): boolean | undefined {
  const [a, b] = [evaluate(left, names), evaluate(right, names)];
  if (a === undefined || b === undefined) return undefined;
  const order = compare(a, b);
  switch (comparison) {
    case '<':
      return order < 0;
    case '<=':
      return order <= 0;
    case '>':
      return order > 0;
    case '>=':
      return order >= 0;
    case '=':
      return order === 0;
    case '<>':
      return order !== 0;
  }
}
