import type { Json, JsonObject } from '../../../kernel/json.ts';
import type { FormulaRule } from '../../rules/answer/formula.ts';
import type { SurveyRule } from '../../rules/answer/survey.ts';
import type { Source } from '../../rules/source.ts';
import { match, type Phrase, printDecimal, type Reading, readDecimal, say, take } from '../phrase.ts';
import { isQuoted, plainly, readList, readName, writeList, writeName } from '../piece.ts';
import { readLabel, writeLabel } from './label.ts';
import { writeExpression } from './value.ts';

/** Rules with lists of their own, a survey's options and a formula's variables, as written in a cell. */

export const SURVEY: Phrase = ['điều tra xã hội học', 'khảo sát', 'survey'];
const SHARE: Phrase = ['{n} %', '{n}'];
const WEIGHT: Phrase = ['hệ số {n}', 'weight {n}'];

export function readSurvey(reading: Reading): JsonObject {
  take(reading, SURVEY);
  const weights: JsonObject = {};
  const groups: Json[] = [];
  let ignore: string[] | undefined;
  for (const { head, tail, text } of reading.pieces.splice(0)) {
    const word = isQuoted(head) ? '' : plainly(head);
    const [weight] = match(WEIGHT, plainly(tail ?? '')) ?? [];
    const [percent] = match(SHARE, plainly(tail ?? '')) ?? [];
    if (['khong tinh', 'not counted'].includes(word)) ignore = [...(ignore ?? []), ...readList(tail ?? '')];
    else if (weight !== undefined)
      groups.push({ id: readName(groupOf(head)), weight: readDecimal(reading, weight) });
    else if (percent !== undefined && readName(head) !== '__proto__')
      weights[readName(head)] = readDecimal(reading, percent);
    else reading.faults.push({ code: 'rule_piece', detail: { piece: text } });
  }
  if (Object.keys(weights).length === 0)
    reading.faults.push({ code: 'rule_lacks', detail: { piece: 'Hài lòng: … %' } });
  return {
    kind: 'survey',
    weights,
    ...(ignore !== undefined && { ignore }),
    ...(groups.length > 0 && { groups }),
  };
}

/** `nhóm người dân` as `người dân`. */
function groupOf(head: string): string {
  return head.replace(/^(?:nhóm|nhom|group)\s+/iu, '');
}

export function writeSurvey({ weights, ignore, groups = [] }: SurveyRule): string[] {
  return [
    say(SURVEY),
    ...Object.entries(weights).map(
      ([option, percent]) => `${writeName(option, CLEAR_OPTION)}: ${say(SHARE, printDecimal(percent))}`,
    ),
    ...(ignore === undefined ? [] : [`không tính: ${writeList(ignore)}`]),
    ...groups.map(({ id, weight }) => `nhóm ${writeName(id)}: ${say(WEIGHT, printDecimal(weight))}`),
  ];
}

/** Words that mean something else at the beginning of a piece. */
const CLEAR_OPTION = /^(?!kh[oô]ng t[ií]nh|not counted|nh[oó]m|group)[\p{L}\p{N}(][\p{L}\p{N}_ ,.()/-]*$/iu;

export const FORMULA: Phrase = ['công thức', 'formula'];
export const VARIABLE =
  /^(?:biến|bien|variable)\s+([\p{L}_][\p{L}\p{N}_]*)(?:\s+(?:(?:là|la|is)\s+(tỷ lệ|ty le|ratio|số|so|number)|(?:đo|do|measured)\s+("(?:[^"]|"")*"|[^\s",]+)))?(?:\s*,\s*(làm tròn|lam tron|round|cắt|cat|cut)\s+(\d+)\s*(?:chữ số|chu so|decimals)?)?$/iu;

export function readFormula(reading: Reading): JsonObject {
  take(reading, FORMULA);
  const variables: Json[] = [];
  const branches: Json[] = [];
  for (const { head, tail, text } of reading.pieces.splice(0)) {
    const variable = VARIABLE.exec(text);
    if (variable !== null) variables.push(readVariable(variable));
    else if (tail !== undefined)
      branches.push({ ...readLabel(head, branches.length), points: readName(tail) });
    else reading.faults.push({ code: 'rule_piece', detail: { piece: text } });
  }
  if (branches.length === 0)
    reading.faults.push({ code: 'rule_lacks', detail: { piece: 'Điểm: max_points * a / b' } });
  return { kind: 'formula', variables, branches };
}

function readVariable([, name = '', form, measure, rounding, decimals]: RegExpExecArray): Json {
  if (form === undefined && measure === undefined) return name;
  const ratio = /^(t|r)/i.test(form ?? '');
  const input: Json =
    measure === undefined ? { declared: ratio ? 'ratio' : 'number' } : { measure: readName(measure) };
  if (rounding === undefined) return { name, input };
  const mode = /^(c)/i.test(rounding) ? 'cut' : 'half_up';
  return { name, input, round_input: { decimals: Number(decimals), mode } };
}

export function writeFormula({ variables, branches }: FormulaRule): string[] {
  return [
    say(FORMULA),
    ...variables.map(writeVariable),
    ...branches.map((branch) => `${writeLabel(branch)}: ${writeExpression(branch.points.text)}`),
  ];
}

function writeVariable(variable: FormulaRule['variables'][number]): string {
  const said = `biến ${variable.name}`;
  if (!('input' in variable)) return said;
  const { input, round_input } = variable;
  const from = `${said} ${writeForm(input)}`;
  if (round_input === undefined) return from;
  return `${from}, ${round_input.mode === 'cut' ? 'cắt' : 'làm tròn'} ${round_input.decimals} chữ số`;
}

function writeForm(input: Source): string {
  if ('measure' in input) return `đo ${writeName(input.measure, /^[\p{L}\p{N}_.]+$/u)}`;
  return input.declared === 'ratio' ? 'là tỷ lệ' : 'là số';
}
