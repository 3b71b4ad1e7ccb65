import { fold } from '../../../kernel/fold.ts';
import type { Json, JsonObject } from '../../../kernel/json.ts';
import { isQuoted, readName, splitAt } from '../piece.ts';
import { type RuleKind, readRuleText } from '../rule-text.ts';
import type { CriterionCells, KindNames, Numbered, RowFault } from './rows.ts';
import { at, type RowNode } from './tree.ts';

type Row = Numbered<CriterionCells>;

/** Stands where a rule could not be read, so that everything else is still checked. */
const UNREAD: Json = { kind: 'given', by: 'appraiser' };

/** The criteria of a document, of a tree without circles. What its cells say wrong is added to `faults`. */
export function criteriaOf(nodes: readonly RowNode[], kinds: KindNames, faults: RowFault[]): Json[] {
  return nodes.map((node) => criterionOf(node, kinds, faults));
}

function criterionOf({ row, variants, children }: RowNode, kinds: KindNames, faults: RowFault[]): Json {
  for (const column of ['code', 'name', 'max'] as const)
    if (row[column] === null) faults.push(at(row, column, 'required'));
  const shown = {
    code: row.code ?? '',
    name: row.name ?? '',
    max: row.max ?? '0',
    ...(row.notFor !== null && { not_for: kindList(row.notFor, kinds) }),
    ...(row.prints !== null && { prints: row.prints === 'yes' }),
    ...(row.office !== null && { office: row.office }),
    ...(row.evidence !== null && { evidence: row.evidence }),
  };
  if (children.length === 0) return { ...shown, ...leafFields(row, variants, kinds, faults) };
  for (const column of ['rule', 'part', 'nothingArose'] as const)
    if (row[column] !== null) faults.push(at(row, column, 'only_without_children'));
  for (const variant of variants) faults.push(at(variant, 'for', 'only_without_children'));
  return {
    ...shown,
    ...(row.combine !== null && { combine: row.combine }),
    children: criteriaOf(children, kinds, faults),
  };
}

function leafFields(row: Row, variants: readonly Row[], kinds: KindNames, faults: RowFault[]): JsonObject {
  if (row.combine !== null) faults.push(at(row, 'combine', 'only_with_children'));
  return {
    ...(row.part !== null && { part: row.part }),
    ...(row.nothingArose !== null && { nothing_arose: row.nothingArose }),
    rule: ruleOf(row, faults),
    ...(variants.length > 0 && {
      variants: variants.map((variant) => ({
        for: kindList(variant.for ?? '', kinds),
        rule: ruleOf(variant, faults),
      })),
    }),
  };
}

function ruleOf(row: Row, faults: RowFault[]): Json {
  const kind = KINDS.find((known) => known === row.kind);
  if (row.rule === null && kind === undefined) {
    faults.push(at(row, 'rule', 'criterion_without_rule'));
    return UNREAD;
  }
  const { rule, faults: found } = readRuleText(row.rule ?? '', kind);
  for (const { code, detail } of found) faults.push(at(row, 'rule', code, detail));
  return found.length > 0 ? UNREAD : rule;
}

/** Fifteen ways to earn points, in the order in which the list offers them. */
export const KINDS: readonly RuleKind[] = [
  'choice',
  'all_of',
  'tiers',
  'proportional',
  'deduct',
  'shortfall',
  'relative',
  'violations',
  'percent_off',
  'base_step',
  'deadline',
  'per_count',
  'survey',
  'given',
  'formula',
];

/** `Xã, phường, vung_kho_khan`: kinds of unit by name or code, and tags. A name in quotes stays as it is. */
export function kindList(cell: string, kinds: KindNames): string[] {
  return splitAt(cell, ',;\n\r')
    .filter((name) => name.trim() !== '')
    .map((name) => (isQuoted(name) ? readName(name) : (kinds.get(fold(name)) ?? name.trim())));
}
