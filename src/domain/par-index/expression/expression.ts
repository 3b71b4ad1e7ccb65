import * as z from 'zod';
import { parseDecimal } from '../../kernel/number/decimal.ts';
import type { Ratio } from '../../kernel/number/ratio.ts';
import { named } from '../../kernel/zod-faults.ts';

/** A formula of a scorecard, read once. A chain is worked from left to right: a − b + c. */
export type Expression =
  | { readonly op: 'number'; readonly value: Ratio }
  | { readonly op: 'name'; readonly name: string }
  | { readonly op: 'negate'; readonly of: Expression }
  | { readonly op: 'chain'; readonly first: Expression; readonly rest: readonly Link[] }
  | { readonly op: 'min' | 'max'; readonly of: readonly [Expression, ...Expression[]] }
  | { readonly op: 'if'; readonly when: Condition; readonly yes: Expression; readonly no: Expression };

type Link = { readonly sign: '+' | '-' | '*' | '/'; readonly of: Expression };

export type Comparison = '<' | '<=' | '>' | '>=' | '=' | '<>';
export type Condition = {
  readonly left: Expression;
  readonly comparison: Comparison;
  readonly right: Expression;
};

/** The text as its author wrote it, beside its meaning. */
export type Formula = { readonly text: string; readonly expression: Expression };

const MAX_LENGTH = 2_000;
const MAX_DEPTH = 60;
const MAX_NUMBER = 100;

/** Words with a meaning of their own, which no variable may take. */
export const RESERVED_NAMES = ['min', 'max', 'if', 'max_points'];

export const Name = z
  .string({ error: named('name') })
  .regex(/^[\p{L}_][\p{L}\p{N}_]*$/u, { error: 'name' })
  .refine((name) => name !== '__proto__', { error: 'name' });

/** An expression as text; an integer stands for itself. */
export const FormulaText = z
  .union([z.string(), z.int()], { error: named('expression') })
  .transform((written, context): Formula => {
    const text = String(written);
    const expression = parseExpression(text);
    if (typeof expression !== 'string') return { text, expression };
    context.addIssue({ code: 'custom', message: expression });
    return z.NEVER;
  })
  .meta({ id: 'Expression' });

class Refused extends Error {}

/** The expression, or the code of what is wrong with the text. */
export function parseExpression(text: string): Expression | 'expression' | 'expression_too_long' {
  if (text.length > MAX_LENGTH) return 'expression_too_long';
  const tokens = text.match(TOKEN) ?? [];
  if (tokens.join('') !== text.replace(/\s+/gu, '')) return 'expression';
  try {
    return new Parser(tokens).whole();
  } catch (error) {
    if (error instanceof Refused) return 'expression';
    throw error;
  }
}

const TOKEN = /[0-9]+(?:\.[0-9]+)?|[\p{L}_][\p{L}\p{N}_]*|<=|>=|<>|[-+*/(),<>=]/gu;

class Parser {
  readonly #tokens: readonly string[];
  #at = 0;
  #depth = 0;

  constructor(tokens: readonly string[]) {
    this.#tokens = tokens;
  }

  whole(): Expression {
    const expression = this.#sum();
    if (this.#at < this.#tokens.length) throw new Refused();
    return expression;
  }

  #sum(): Expression {
    return this.#chain(() => this.#chain(() => this.#factor(), ['*', '/']), ['+', '-']);
  }

  #chain(operand: () => Expression, signs: readonly Link['sign'][]): Expression {
    const first = operand();
    const rest: Link[] = [];
    for (;;) {
      const sign = signs.find((candidate) => this.#take(candidate));
      if (sign === undefined) return rest.length === 0 ? first : { op: 'chain', first, rest };
      rest.push({ sign, of: operand() });
    }
  }

  #factor(): Expression {
    this.#depth += 1;
    if (this.#depth > MAX_DEPTH) throw new Refused();
    const factor = this.#take('-') ? ({ op: 'negate', of: this.#factor() } as const) : this.#atom();
    this.#depth -= 1;
    return factor;
  }

  #atom(): Expression {
    const token = this.#tokens[this.#at];
    if (token === undefined) throw new Refused();
    this.#at += 1;
    if (token === '(') return this.#closed(this.#sum());
    if (/^[0-9]/.test(token)) {
      if (token.length > MAX_NUMBER) throw new Refused();
      return { op: 'number', value: parseDecimal(token) };
    }
    if (!/^[\p{L}_]/u.test(token)) throw new Refused();
    if (!this.#take('(')) return this.#named(token);
    if (token === 'min' || token === 'max') return this.#closed({ op: token, of: this.#arguments() });
    if (token === 'if') return this.#closed(this.#if());
    throw new Refused();
  }

  #named(name: string): Expression {
    if (name === 'min' || name === 'max' || name === 'if') throw new Refused();
    return { op: 'name', name };
  }

  #arguments(): [Expression, ...Expression[]] {
    const list: [Expression, ...Expression[]] = [this.#sum()];
    while (this.#take(',')) list.push(this.#sum());
    return list;
  }

  #if(): Expression {
    const left = this.#sum();
    const comparison = COMPARISONS.find((candidate) => this.#take(candidate));
    if (comparison === undefined) throw new Refused();
    const right = this.#sum();
    this.#expect(',');
    const yes = this.#sum();
    this.#expect(',');
    return { op: 'if', when: { left, comparison, right }, yes, no: this.#sum() };
  }

  #closed(expression: Expression): Expression {
    this.#expect(')');
    return expression;
  }

  #take(token: string): boolean {
    if (this.#tokens[this.#at] !== token) return false;
    this.#at += 1;
    return true;
  }

  #expect(token: string): void {
    if (!this.#take(token)) throw new Refused();
  }
}

const COMPARISONS: readonly Comparison[] = ['<=', '>=', '<>', '<', '>', '='];

/** Names the expression reads, each once, in order of appearance. */
export function namesIn(expression: Expression): Set<string> {
  const names = new Set<string>();
  const visit = (node: Expression): void => {
    if (node.op === 'name') names.add(node.name);
    else if (node.op === 'negate') visit(node.of);
    else if (node.op === 'min' || node.op === 'max') node.of.forEach(visit);
    else if (node.op === 'chain') [node.first, ...node.rest.map((link) => link.of)].forEach(visit);
    else if (node.op === 'if') [node.when.left, node.when.right, node.yes, node.no].forEach(visit);
  };
  visit(expression);
  return names;
}
