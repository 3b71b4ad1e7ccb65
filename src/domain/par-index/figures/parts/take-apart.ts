import type { Step } from '../../../kernel/fault.ts';
import type { Json } from '../../../kernel/json.ts';
import type { Rule } from '../../rules/rule.ts';
import { type FigurePart, partsOf } from './parts.ts';

/**
 * What stands in one part: digits of a count, an exact decimal `12.5`, an ISO day, `1` or `0` for yes or no, the
 * position of an option; or a word in the place of a value, `nothing_arose` or `never`. Undefined where nothing was
 * given.
 */
export type PartValue = string | undefined;

/** A stored figure in the parts of its rule. An item or option that it leaves out beside others counts 0. */
export function takeApart(rule: Rule, input: Json): readonly PartValue[] {
  const parts = partsOf(rule);
  if (valueAt(input, ['nothing_arose']) === true)
    return parts.map((_, at) => (at === 0 ? 'nothing_arose' : undefined));
  const never = valueAt(input, ['never']) === true;
  return parts.map((part) =>
    never && part.role === 'on' ? 'never' : toPart(part, valueAt(input, part.path), input),
  );
}

function toPart(part: FigurePart, value: Json | undefined, input: Json): PartValue {
  if (value === undefined) return isLeftOut(part, input) ? '0' : undefined;
  switch (part.holds) {
    case 'choice': {
      const at = part.options.findIndex(({ id }) => id === value);
      return at === -1 ? undefined : `${at}`;
    }
    case 'yes_no':
      return value === true ? '1' : '0';
    case 'decimal':
      return decimalOf(valueAt(value, ['number']) ?? value);
    default:
      return String(value);
  }
}

function isLeftOut({ role, path }: FigurePart, input: Json): boolean {
  return (role === 'item' || role === 'answers') && valueAt(input, path.slice(0, -1)) !== undefined;
}

function decimalOf(value: Json): PartValue {
  return typeof value === 'object' ? undefined : shortDecimal(String(value));
}

/** `12.50` as `12.5`, `007` as `7`: one way of writing each number. */
export function shortDecimal(written: string): string {
  const plain = written.replace(/^(-?)0+(?=\d)/, '$1');
  const short = plain.includes('.') ? plain.replace(/\.?0*$/, '') : plain;
  return short === '-0' ? '0' : short;
}

function valueAt(value: Json, path: readonly Step[]): Json | undefined {
  let found: Json | undefined = value;
  for (const step of path) {
    if (typeof found !== 'object' || found === null) return undefined;
    if (Array.isArray(found)) found = typeof step === 'number' ? found[step] : undefined;
    else found = Object.hasOwn(found, step) ? found[step] : undefined;
  }
  return found;
}
