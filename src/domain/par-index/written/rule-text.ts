import type { Json, JsonObject } from '../../kernel/json.ts';
import type { Rule } from '../rules/rule.ts';
import { readBound } from './bounds.ts';
import {
  ALL_OF,
  BY,
  DUE_AFTER,
  DUE_DAY,
  readAllOf,
  readChoice,
  readDeadline,
  readGiven,
  writeAllOf,
  writeChoice,
  writeDeadline,
  writeGiven,
} from './forms/answer.ts';
import {
  EACH,
  ITEM,
  PER,
  PERCENT_OFF,
  readDeduct,
  readPerCount,
  readPercentOff,
  readViolations,
  writeDeduct,
  writePerCount,
  writePercentOff,
  writeViolations,
  ZERO_FROM,
} from './forms/count.ts';
import {
  FORMULA,
  readFormula,
  readSurvey,
  SURVEY,
  VARIABLE,
  writeFormula,
  writeSurvey,
} from './forms/listed.ts';
import {
  FURTHER,
  PROPORTIONAL,
  readBaseStep,
  readProportional,
  readRelative,
  readShortfall,
  readTiers,
  SHORT,
  TO,
  writeBaseStep,
  writeProportional,
  writeRelative,
  writeShortfall,
  writeTiers,
} from './forms/value.ts';
import { match, type Phrase, pointsIn, type Reading } from './phrase.ts';
import { type CellFault, type Piece, plainly, splitPieces } from './piece.ts';

export type RuleKind = Rule['kind'];
export type RuleText = { readonly rule: Json; readonly faults: readonly CellFault[] };

const READERS: Record<RuleKind, (reading: Reading) => JsonObject> = {
  choice: readChoice,
  all_of: readAllOf,
  tiers: readTiers,
  proportional: readProportional,
  deduct: readDeduct,
  shortfall: readShortfall,
  relative: readRelative,
  violations: readViolations,
  percent_off: readPercentOff,
  base_step: readBaseStep,
  deadline: readDeadline,
  per_count: readPerCount,
  survey: readSurvey,
  given: readGiven,
  formula: readFormula,
};

/**
 * A rule as one cell says it ("≥ 90 %: 2; 70–<90 %: 1; còn lại: 0"), in the form that a document has it. Without `kind`
 * the words tell it. What could not be understood is told piece by piece.
 */
export function readRuleText(cell: string, kind: RuleKind | undefined): RuleText {
  const pieces = splitPieces(cell);
  const known = kind ?? kindOf(pieces);
  if (known === undefined) return { rule: null, faults: [{ code: 'rule_unknown' }] };
  const reading: Reading = { pieces, faults: [], value: 'none' };
  const rule = READERS[known](reading);
  for (const { text } of reading.pieces)
    reading.faults.push({ code: 'rule_piece', detail: { piece: excerpt(text) } });
  return { rule, faults: reading.faults };
}

/** The rule in words that `readRuleText` reads back as the same rule. */
export function writeRuleText(rule: Rule): string {
  return piecesOf(rule).join('; ');
}

function piecesOf(rule: Rule): string[] {
  switch (rule.kind) {
    case 'choice':
      return writeChoice(rule);
    case 'all_of':
      return writeAllOf(rule);
    case 'tiers':
      return writeTiers(rule);
    case 'proportional':
      return writeProportional(rule);
    case 'deduct':
      return writeDeduct(rule);
    case 'shortfall':
      return writeShortfall(rule);
    case 'relative':
      return writeRelative(rule);
    case 'violations':
      return writeViolations(rule);
    case 'percent_off':
      return writePercentOff(rule);
    case 'base_step':
      return writeBaseStep(rule);
    case 'deadline':
      return writeDeadline(rule);
    case 'per_count':
      return writePerCount(rule);
    case 'survey':
      return writeSurvey(rule);
    case 'given':
      return writeGiven(rule);
    case 'formula':
      return writeFormula(rule);
  }
}

/** What a rule of each kind says that no other does, most telling first. */
const MARKS: readonly (readonly [RuleKind, readonly Phrase[]])[] = [
  ['all_of', [ALL_OF]],
  ['proportional', [PROPORTIONAL]],
  ['relative', [TO.best, TO.mean]],
  ['shortfall', [SHORT]],
  ['base_step', [FURTHER]],
  ['deadline', [DUE_AFTER, DUE_DAY]],
  ['formula', [FORMULA]],
  ['survey', [SURVEY]],
  ['given', [BY.unit, BY.appraiser, BY.council, BY.outside]],
  ['percent_off', [PERCENT_OFF]],
  ['deduct', [PER]],
  ['violations', [ZERO_FROM]],
  ['per_count', [EACH]],
];

function kindOf(pieces: readonly Piece[]): RuleKind | undefined {
  for (const [kind, phrases] of MARKS)
    if (pieces.some(({ plain }) => phrases.some((phrase) => match(phrase, plain) !== undefined))) return kind;
  const [first] = pieces;
  if (first === undefined) return undefined;
  if (match(ALL_OF, plainly(first.text.split(':')[0] ?? '')) !== undefined) return 'all_of';
  if (pieces.some(({ text }) => VARIABLE.test(text))) return 'formula';
  const trial: Reading = { pieces: [], faults: [], value: 'none' };
  if (readBound(trial, first.head) !== undefined) return 'tiers';
  if (pieces.some(({ tail }) => match(ITEM, plainly(tail ?? '')) !== undefined)) return 'deduct';
  return pieces.some(({ tail }) => pointsIn(trial, tail) !== undefined) ? 'choice' : undefined;
}

/** What people recognize their piece by. */
function excerpt(text: string): string {
  return text.length > 60 ? `${text.slice(0, 59)}…` : text;
}
