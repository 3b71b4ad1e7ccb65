import { type Json, type JsonObject, readJson } from '../../../../domain/kernel/json.ts';
import { surveyOptions } from '../../../../domain/par-index/figures/form.ts';
import type { Rule } from '../../../../domain/par-index/rules/rule.ts';
import { printDate } from '../../../../text/numbers.ts';

/** Words that stand in a cell instead of a number, in the language of the screen. */
export type CellWords = { readonly nothingArose: string; readonly never: string; readonly event: string };

/** What the numbers of a cell stand for, in their order; empty where a cell holds one thing only. */
export function orderIn(rule: Rule): readonly string[] {
  if (rule.kind === 'survey') return surveyOptions(rule);
  if (rule.kind === 'deduct') return rule.items?.map(({ label }) => label) ?? [];
  if (rule.kind === 'all_of') return rule.conditions;
  if (rule.kind === 'formula') return rule.variables.map(({ name }) => name);
  return [];
}

/** A stored figure, JSON text, as it stands in a cell: `{"ratio": [49, 50]}` as `49/50`. */
export function writeCell(rule: Rule, input: string, words: CellWords): string {
  const { value } = readJson(input);
  if (!isObject(value)) return input;
  if (value.nothing_arose === true) return words.nothingArose;
  if (value.never === true) return `${words.never}${eventOf(value, words)}`;
  if (typeof value.on === 'string') return `${printDate(value.on)}${eventOf(value, words)}`;
  if (Array.isArray(value.met)) return value.met.map((met) => (met === true ? 'Đ' : 'K')).join(' ');
  if (Array.isArray(value.ratio)) return value.ratio.map(String).join('/');
  if (isObject(value.counts)) return inOrder(itemIds(rule), value.counts, true);
  if (isObject(value.survey)) return writeSurvey(rule, value.survey);
  if (isObject(value.values)) return writeValues(value.values, value.branch);
  if (value.choice !== undefined) return labelOf(rule, String(value.choice));
  const single = value.number ?? value.count ?? value.points;
  return single === undefined ? input : comma(String(single));
}

function isObject(value: Json | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function comma(written: string): string {
  return written.replace('.', ',');
}

function eventOf(value: JsonObject, { event }: CellWords): string {
  return typeof value.event === 'string' ? ` (${event} ${printDate(value.event)})` : '';
}

function itemIds(rule: Rule): readonly string[] {
  return rule.kind === 'deduct' ? (rule.items?.map(({ id }) => id) ?? []) : [];
}

function labelOf(rule: Rule, id: string): string {
  return rule.kind === 'choice' ? (rule.options.find((option) => option.id === id)?.label ?? id) : id;
}

/** Numbers in the order of their ids; what was left out is 0, at the end it is left out again. */
function inOrder(ids: readonly string[], numbers: JsonObject, all = false): string {
  const last = ids.reduce((found, id, position) => (Object.hasOwn(numbers, id) ? position : found), -1);
  const shown = all ? ids : ids.slice(0, last + 1);
  return shown.map((id) => String(Object.hasOwn(numbers, id) ? numbers[id] : 0)).join(' ');
}

function writeSurvey(rule: Rule, survey: JsonObject): string {
  const options = orderIn(rule);
  if (rule.kind !== 'survey' || rule.groups === undefined) return inOrder(options, survey);
  return rule.groups.map(({ id }) => (isObject(survey[id]) ? inOrder(options, survey[id]) : '')).join(' | ');
}

function writeValues(values: JsonObject, branch: Json | undefined): string {
  const written = Object.entries(values).map(([name, value]) => `${name} = ${writeValue(value)}`);
  return [...written, String(branch)].join('; ');
}

function writeValue(value: Json): string {
  if (!isObject(value)) return comma(String(value));
  return Array.isArray(value.ratio) ? value.ratio.map(String).join('/') : comma(String(value.number));
}
