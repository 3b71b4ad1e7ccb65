import { formOf } from '../../../../domain/par-index/figures/form.ts';
import type { Rule } from '../../../../domain/par-index/rules/rule.ts';
import { fold } from '../../../../text/fold.ts';
import { readDay } from '../../../ui/fields/written-day.ts';
import { type CellWords, orderIn } from './cell-text.ts';

/**
 * What was typed into a cell as a stored figure, JSON text of `minhchung/figures@1`; null for an empty cell, undefined
 * when it has not the form that the rule needs. Digits are kept as they are typed.
 */
export function readCell(rule: Rule, typed: string, words: CellWords): string | null | undefined {
  const text = typed.trim().normalize('NFC');
  if (text === '') return null;
  if (fold(text) === fold(words.nothingArose)) return '{"nothing_arose": true}';
  switch (formOf(rule)) {
    case 'choice':
      return readChoice(rule, text);
    case 'all_of':
      return readMet(rule, text);
    case 'ratio':
      return readRatio(text);
    case 'number':
      return wrap('number', readDecimal(text));
    case 'measure':
      return readRatio(text) ?? wrap('number', readDecimal(text.replace(/\s*%$/, '')));
    case 'count':
      return /^\d{1,18}$/.test(text) ? `{"count": ${Number(text)}}` : undefined;
    case 'counts':
      return readCounts(rule, text);
    case 'deadline':
      return readDeadline(rule, text, words);
    case 'survey':
      return readSurvey(rule, text);
    case 'given':
      return wrap('points', readDecimal(text));
    case 'formula':
      return readFormula(rule, text);
  }
}

function wrap(key: string, decimal: string | undefined): string | undefined {
  return decimal === undefined ? undefined : `{"${key}": "${decimal}"}`;
}

/** `12,5`, `12.5` and `1.234,5` as `12.5` and `1234.5`. */
function readDecimal(text: string): string | undefined {
  const plain = /^-?\d{1,3}(\.\d{3})+(,\d+)?$/.test(text) ? text.replaceAll('.', '') : text;
  const written = plain.replace(',', '.').replace('−', '-');
  return /^-?\d{1,20}(\.\d{1,12})?$/.test(written) ? written : undefined;
}

function readRatio(text: string): string | undefined {
  const match = /^(\d{1,18})\s*\/\s*(\d{1,18})$/.exec(text);
  return match === null ? undefined : `{"ratio": [${whole(match[1])}, ${whole(match[2])}]}`;
}

/** Without leading zeros, which JSON does not allow. */
function whole(digits = '0'): string {
  return digits.replace(/^0+(?=\d)/, '');
}

function readChoice(rule: Rule, text: string): string | undefined {
  if (rule.kind !== 'choice') return undefined;
  const found =
    rule.options.find(({ id }) => id === text) ??
    rule.options.find(({ label }) => fold(label) === fold(text));
  return found === undefined ? undefined : JSON.stringify({ choice: found.id });
}

/** The first key in a cell does not reach an input method, so that `đ` may come as Telex or VNI spell it. */
const YES = ['d', 'dd', 'd9', 'dat', 'ddat', 'co', 'x', '1', 'y', 'yes'];
const NO = ['k', 'khong', '-', '0', 'n', 'no'];

function readMet(rule: Rule, text: string): string | undefined {
  const answers = fold(text)
    .split(/[\s,;]+/)
    .map((answer) => (YES.includes(answer) ? true : NO.includes(answer) ? false : undefined));
  if (answers.length !== orderIn(rule).length || answers.includes(undefined)) return undefined;
  return JSON.stringify({ met: answers });
}

function readNumbers(text: string, most: number): string[] | undefined {
  const numbers = text.split(/[\s,;]+/).filter((part) => part !== '');
  const fine =
    numbers.length > 0 && numbers.length <= most && numbers.every((part) => /^\d{1,18}$/.test(part));
  return fine ? numbers.map(whole) : undefined;
}

function readCounts(rule: Rule, text: string): string | undefined {
  const ids = rule.kind === 'deduct' ? (rule.items ?? []).map(({ id }) => id) : [];
  const numbers = readNumbers(text, ids.length);
  if (numbers === undefined) return undefined;
  const counted = numbers.flatMap((n, position) =>
    n === '0' ? [] : [`${JSON.stringify(ids[position])}: ${n}`],
  );
  return `{"counts": {${counted.join(', ')}}}`;
}

function readDeadline(rule: Rule, text: string, words: CellWords): string | undefined {
  const [, first = '', after] = /^(.*?)\s*(?:\((.*)\))?$/.exec(text) ?? [];
  const eventDay = after === undefined ? undefined : readDay(after.replace(/^\D+/, ''), true);
  if (after !== undefined && eventDay === undefined) return undefined;
  const relative = rule.kind === 'deadline' && typeof rule.due !== 'string';
  if (relative && eventDay === undefined) return undefined;
  const event = eventDay === undefined ? {} : { event: eventDay };
  if (fold(first) === fold(words.never)) return JSON.stringify({ ...event, never: true });
  const on = readDay(first, true);
  return on === undefined ? undefined : JSON.stringify({ ...event, on });
}

function readSurvey(rule: Rule, text: string): string | undefined {
  if (rule.kind !== 'survey') return undefined;
  const options = orderIn(rule);
  if (rule.groups === undefined) {
    const answers = readAnswers(options, text);
    return answers === undefined ? undefined : `{"survey": ${answers}}`;
  }
  const parts = text.split('|').map((part) => part.trim());
  if (parts.length > rule.groups.length) return undefined;
  const groups: string[] = [];
  for (const [position, { id }] of rule.groups.entries()) {
    const part = parts[position] ?? '';
    if (part === '') continue;
    const answers = readAnswers(options, part);
    if (answers === undefined) return undefined;
    groups.push(`${JSON.stringify(id)}: ${answers}`);
  }
  return `{"survey": {${groups.join(', ')}}}`;
}

function readAnswers(options: readonly string[], text: string): string | undefined {
  const numbers = readNumbers(text, options.length);
  if (numbers === undefined) return undefined;
  return `{${numbers.map((n, position) => `${JSON.stringify(options[position])}: ${n}`).join(', ')}}`;
}

function readFormula(rule: Rule, text: string): string | undefined {
  if (rule.kind !== 'formula') return undefined;
  const parts = text.split(';').map((part) => part.trim());
  const named = parts.filter((part) => part.includes('='));
  const branch = parts.find((part) => part !== '' && !part.includes('=')) ?? onlyBranch(rule);
  const values = named.map((part) => {
    const [name = '', written = ''] = part.split('=').map((side) => side.trim());
    const value = readRatio(written) ?? quoted(readDecimal(written));
    return value === undefined ? undefined : `${JSON.stringify(name)}: ${value}`;
  });
  if (branch === undefined || values.includes(undefined)) return undefined;
  return `{"values": {${values.join(', ')}}, "branch": ${JSON.stringify(branch)}}`;
}

function onlyBranch(rule: Extract<Rule, { kind: 'formula' }>): string | undefined {
  return rule.branches.length === 1 ? rule.branches[0]?.id : undefined;
}

function quoted(decimal: string | undefined): string | undefined {
  return decimal === undefined ? undefined : JSON.stringify(decimal);
}
