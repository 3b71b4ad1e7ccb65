import { fold } from '../../../kernel/fold.ts';
import type { Json } from '../../../kernel/json.ts';
import { type Points, printShortPoints } from '../../../kernel/number/points.ts';
import { GroupFields, LeafFields, ScorecardFields } from '../../scorecard/fields.ts';
import { writeLabel } from '../forms/label.ts';
import { CLEAR_IN_LIST, writeList, writeName } from '../piece.ts';
import { writeRuleText } from '../rule-text.ts';
import { bandRows } from './bands.ts';
import type { HeadField } from './head.ts';
import type { BandCells, CriterionCells, HeadCells } from './rows.ts';
import { NO_PARENT, nearest } from './tree.ts';

export type WrittenRows = {
  readonly criteria: readonly CriterionCells[];
  readonly head: readonly (HeadCells & { readonly field: HeadField })[];
  readonly bands: readonly BandCells[];
};

/** Names under which kinds of unit are shown, by their code. */
export type ShownKinds = ReadonlyMap<string, string>;

/** A document without faults as rows that `readScorecardRows` makes the same document of. */
export function writeScorecardRows(document: Json, kinds: ShownKinds): WrittenRows {
  const fields = ScorecardFields.parse(document);
  return {
    criteria: criterionRows(fields.criteria, kinds),
    head: headRows(fields, kinds),
    bands: bandRows(fields.bands ?? []),
  };
}

const BLANK: CriterionCells = {
  code: null,
  name: null,
  max: null,
  parent: null,
  kind: null,
  rule: null,
  for: null,
  part: null,
  combine: null,
  nothingArose: null,
  notFor: null,
  prints: null,
  evidence: null,
  office: null,
};

type Waiting = { readonly raw: unknown; readonly parent: string | undefined };

/** Depth first without recursion, parents before children. */
function criterionRows(roots: readonly unknown[], kinds: ShownKinds): CriterionCells[] {
  const rows: CriterionCells[] = [];
  const seen = new Map<string, string>();
  const waiting: Waiting[] = roots.map((raw) => ({ raw, parent: undefined })).toReversed();
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const { raw, parent } = next;
    const group = GroupFields.safeParse(raw);
    if (group.success) {
      const { code, combine, children } = group.data;
      rows.push({ ...common(group.data, kinds), parent: said(code, parent, seen), combine: combine ?? null });
      seen.set(code, code);
      for (const child of children.toReversed()) waiting.push({ raw: child, parent: code });
      continue;
    }
    const leaf = LeafFields.parse(raw);
    rows.push(...leafRows(leaf, said(leaf.code, parent, seen), kinds));
    seen.set(leaf.code, leaf.code);
  }
  return rows;
}

/** The parent is said only where the codes of the rows above do not tell it. */
function said(code: string, parent: string | undefined, seen: ReadonlyMap<string, string>): string | null {
  return nearest(code, seen) === parent ? null : (parent ?? NO_PARENT);
}

type Common = {
  readonly code: string;
  readonly name: string;
  readonly max: Points;
  readonly not_for?: readonly string[] | undefined;
  readonly prints?: boolean | undefined;
  readonly office?: string | undefined;
  readonly evidence?: string | undefined;
};

function common({ code, name, max, not_for, prints, office, evidence }: Common, kinds: ShownKinds) {
  return {
    ...BLANK,
    code,
    name,
    max: printShortPoints(max),
    notFor: not_for === undefined ? null : printKinds(not_for, kinds),
    prints: prints === undefined ? null : prints ? 'yes' : 'no',
    office: office ?? null,
    evidence: evidence ?? null,
  };
}

function leafRows(
  leaf: ReturnType<typeof LeafFields.parse>,
  parent: string | null,
  kinds: ShownKinds,
): CriterionCells[] {
  const { rule, part, nothing_arose, variants = [] } = leaf;
  return [
    {
      ...common(leaf, kinds),
      parent,
      kind: rule.kind,
      rule: writeRuleText(rule),
      part: part ?? null,
      nothingArose: nothing_arose ?? null,
    },
    ...variants.map((variant) => ({
      ...BLANK,
      code: leaf.code,
      kind: variant.rule.kind,
      rule: writeRuleText(variant.rule),
      for: printKinds(variant.for, kinds),
    })),
  ];
}

/** Kinds by their names; what would be taken for the name of a kind, and is none, stands in quotes. */
function printKinds(list: readonly string[], kinds: ShownKinds): string {
  const names = new Set([...kinds].flatMap((pair) => pair.map(fold)));
  return list
    .map((item) => {
      const name = kinds.get(item);
      if (name !== undefined && CLEAR_IN_LIST.test(name)) return name;
      return names.has(fold(item)) && name === undefined
        ? `"${item.replaceAll('"', '""')}"`
        : writeName(item, CLEAR_IN_LIST);
    })
    .join(', ');
}

type Fields = ReturnType<typeof ScorecardFields.parse>;

function headRows(fields: Fields, kinds: ShownKinds): WrittenRows['head'] {
  const { code, name, year, block, decision, total, rounding, flags = [], ranking, bonus } = fields;
  const rows: (readonly [HeadField, string | number | undefined])[] = [
    ['code', code],
    ['name', name],
    ['year', year],
    ['block', block && printKinds(block, kinds)],
    ['total', decimal(total)],
    ['leaf_decimals', rounding.leaf.decimals],
    ['leaf_mode', rounding.leaf.mode],
    ['index_decimals', rounding.index.decimals],
    ['index_mode', rounding.index.mode],
    ['decision_number', decision?.number],
    ['decision_date', decision?.date?.split('-').reverse().join('/')],
    ['decision_issuer', decision?.issuer],
    ['ranking_by', ranking?.by],
    ['ranking_method', ranking?.method],
    [
      'ranking_then',
      ranking === undefined || ranking.then.length === 0 ? undefined : writeList(ranking.then),
    ],
    ...flags.map((flag) => ['flag', writeLabel(flag)] as const),
    ['bonus_min', decimal(bonus?.min)],
    ['bonus_max', decimal(bonus?.max)],
    ['bonus_reward_max', decimal(bonus?.reward_max)],
    ['bonus_penalty_min', decimal(bonus?.penalty_min)],
    ['bonus_may_exceed_total', bonus && (bonus.may_exceed_total ? 'yes' : 'no')],
  ];
  return rows.flatMap(([field, value]) => (value === undefined ? [] : [{ field, value: `${value}` }]));
}

function decimal(points: Points | undefined): string | undefined {
  return points === undefined ? undefined : printShortPoints(points).replace('.', ',');
}
