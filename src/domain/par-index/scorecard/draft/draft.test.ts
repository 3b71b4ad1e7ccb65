import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { GIVEN, group, leaf, scorecardOf, type Written, written } from '../../../../../tests/scorecards.ts';
import { readJson } from '../../../kernel/json.ts';
import { Rule } from '../../rules/rule.ts';
import { scorecardFaults } from '../faults.ts';
import { renumber, setCode } from './codes.ts';
import { type Draft, type DraftNode, HEAD, placeOf, printDocument, readDraft, writeDraft } from './draft.ts';
import { advance, begin, goTo, redo, undo } from './history.ts';
import { addAfter, addBelow, changeFields, type Move, mayMove, move, remove } from './outline.ts';
import { RULE_KINDS, switchKind } from './rule-kind.ts';
import { sumBelow, takeSum } from './sums.ts';

function draftOf(criteria: readonly Written[], more: Written = {}): Draft {
  const draft = readDraft(written(scorecardOf(criteria, more)));
  if (draft === undefined) throw new Error('no tree');
  return draft;
}

const TREE = [
  group('1', '5', [leaf('1.1', '2', GIVEN), leaf('1.2', '3', GIVEN)]),
  leaf('2', '4', GIVEN),
  leaf('3', '1', GIVEN),
];

/** `1(1.1 1.2) 2 3`: the codes of a draft, those below in parentheses. */
function shape(draft: Draft): string {
  const print = (nodes: readonly DraftNode[]): string =>
    nodes
      .map(({ fields, children }) => `${fields.code}${children.length > 0 ? `(${print(children)})` : ''}`)
      .join(' ');
  return print(draft.roots);
}

function idOf(draft: Draft, code: string): number {
  const find = (nodes: readonly DraftNode[]): number | undefined => {
    for (const node of nodes) {
      const found = node.fields.code === code ? node.id : find(node.children);
      if (found !== undefined) return found;
    }
    return undefined;
  };
  return find(draft.roots) ?? -1;
}

describe('a document taken apart and put together again', () => {
  test.each(['minh-hoa-xa-2026', 'qd-766-2022'])('%s is the same document', (name) => {
    const url = new URL(`../../../../../data/scorecards/${name}.json`, import.meta.url);
    const { value } = readJson(readFileSync(url, 'utf8'));
    const draft = readDraft(value);
    if (draft === undefined) throw new Error('no tree');
    expect(JSON.parse(printDocument(writeDraft(draft)))).toEqual(JSON.parse(readFileSync(url, 'utf8')));
    expect(scorecardFaults(writeDraft(draft))).toEqual([]);
  });

  test('is judged and printed after each change as if it had just been read', () => {
    let draft = draftOf(TREE);
    const steps: ((draft: Draft) => Draft)[] = [
      (now) => move(now, idOf(now, '1.2'), 'out'),
      (now) =>
        changeFields(now, idOf(now, '1.1'), (fields) => ({ ...fields, max: '7', name: 'x'.repeat(200) })),
      (now) => addBelow(now, idOf(now, '2')).draft,
      (now) => remove(now, idOf(now, '1')).draft,
      (now) => changeFields(now, idOf(now, '3'), (fields) => ({ ...fields, max: 'ba', nothing: true })),
    ];
    for (const step of steps) {
      draft = step(draft);
      const print = printDocument(writeDraft(draft));
      const { value } = readJson(print);
      expect(scorecardFaults(writeDraft(draft))).toEqual(scorecardFaults(value));
      expect(print).toBe(printDocument(value));
    }
  });

  test('keeps every digit', () => {
    const { value } = readJson('{"total": 123456789012345678901234567890, "criteria": []}');
    const draft = readDraft(value);
    expect(draft && printDocument(writeDraft(draft))).toContain('123456789012345678901234567890');
  });

  test.each([[[]], [{ criteria: [1] }], [{ criteria: {} }], [{ criteria: [{ children: [], rule: {} }] }]])(
    '%j is no tree of criteria',
    (document) => {
      expect(readDraft(written(document))).toBeUndefined();
    },
  );

  test('a fault is placed at the criterion in which it lies', () => {
    const draft = draftOf(TREE);
    const path = ['criteria', 0, 'children', 1, 'rule', 'min'];
    expect(placeOf(draft, path)).toEqual({ id: idOf(draft, '1.2'), rest: ['rule', 'min'] });
    expect(placeOf(draft, ['bands', 0, 'from'])).toEqual({ id: HEAD, rest: ['bands', 0, 'from'] });
  });
});

describe('the tree', () => {
  test('takes a new criterion after another, with the next free code', () => {
    const draft = draftOf(TREE);
    const after = addAfter(draft, idOf(draft, '1.1'));
    expect(shape(after.draft)).toBe('1(1.1 1.3 1.2) 2 3');
    expect(after.current).toBe(idOf(after.draft, '1.3'));
    expect(shape(addAfter(draft, HEAD).draft)).toBe('4 1(1.1 1.2) 2 3');
    expect(shape(draft)).toBe('1(1.1 1.2) 2 3');
  });

  test('the first below a leaf takes over its maximum; the leaf has its rule again once it is gone', () => {
    const draft = draftOf(TREE);
    const { draft: grown, current } = addBelow(draft, idOf(draft, '2'));
    expect(shape(grown)).toBe('1(1.1 1.2) 2(2.1) 3');
    expect(sumBelow(grown, idOf(grown, '2'))).toMatchObject({ order: 'equal', sum: '4' });
    expect(scorecardFaults(writeDraft(grown)).map(({ code }) => code)).toEqual(['children_or_rule']);
    expect(writeDraft(remove(grown, current).draft)).toEqual(writeDraft(draft));
  });

  test.each<[string, Move, string]>([
    ['1.2', 'up', '1(1.2 1.1) 2 3'],
    ['1.2', 'down', '1(1.1 1.2) 2 3'],
    ['1', 'down', '2 1(1.1 1.2) 3'],
    ['2', 'in', '1(1.1 1.2 2) 3'],
    ['1.2', 'in', '1(1.1(1.2)) 2 3'],
    ['1.1', 'out', '1(1.2) 1.1 2 3'],
    ['1', 'in', '1(1.1 1.2) 2 3'],
    ['3', 'out', '1(1.1 1.2) 2 3'],
  ])('%s moved %s', (code, by, expected) => {
    const draft = draftOf(TREE);
    const id = idOf(draft, code);
    const moved = move(draft, id, by);
    expect(shape(moved)).toBe(expected);
    expect(mayMove(draft, id)[by]).toBe(moved !== draft);
  });

  test.each([
    ['1.1', '1(1.2) 2 3', '1.2'],
    ['1.2', '1(1.1) 2 3', '1.1'],
    ['3', '1(1.1 1.2) 2', '2'],
  ])('without %s the work goes on beside it', (code, expected, next) => {
    const draft = draftOf(TREE);
    const after = remove(draft, idOf(draft, code));
    expect(shape(after.draft)).toBe(expected);
    expect(after.current).toBe(idOf(draft, next));
  });
});

describe('codes', () => {
  const ranked = { ranking: { then: ['2'] }, bands: [{ name: 'A', needs: [{ code: '2', percent: '5' }] }] };

  test('counted anew below a criterion or everywhere; what names them follows', () => {
    const draft = draftOf(TREE, ranked);
    const swapped = move(draft, idOf(draft, '2'), 'up');
    const counted = renumber(swapped, HEAD);
    expect(shape(counted)).toBe('1 2(2.1 2.2) 3');
    expect(counted.head).toMatchObject({ ranking: { then: ['1'] }, bands: [{ needs: [{ code: '1' }] }] });
    const below = renumber(move(draft, idOf(draft, '1.2'), 'up'), idOf(draft, '1'));
    expect(shape(below)).toBe('1(1.1 1.2) 2 3');
    expect(below.roots[0]?.children[0]?.fields.name).toBe('Tiêu chí 1.2');
  });

  test('a new code is followed, one that is taken is not', () => {
    const draft = draftOf(TREE, ranked);
    expect(setCode(draft, idOf(draft, '2'), '9').head).toMatchObject({ ranking: { then: ['9'] } });
    expect(setCode(draft, idOf(draft, '2'), '3').head).toMatchObject({ ranking: { then: ['2'] } });
  });
});

describe('maxima', () => {
  test('are never rewritten in silence: the difference is told and taken on request', () => {
    const draft = draftOf(TREE);
    const changed = changeFields(draft, idOf(draft, '1.1'), (fields) => ({ ...fields, max: '2.5' }));
    const one = idOf(draft, '1');
    expect(sumBelow(changed, one)).toEqual({
      sum: '5.5',
      written: '5',
      difference: '0.5',
      order: 'above',
    });
    expect(changed.roots[0]?.fields.max).toBe('5');
    const taken = takeSum(takeSum(changed, one), HEAD);
    expect(taken.roots[0]?.fields.max).toBe('5.5');
    expect(taken.head.total).toBe('10.5');
    expect(scorecardFaults(writeDraft(taken))).toEqual([]);
  });

  test('of bonus leaves do not count, and what is no number leaves the sum unsaid', () => {
    const draft = draftOf([leaf('1', '5', GIVEN), leaf('2', '1', GIVEN, { part: 'bonus' })], { bonus: {} });
    expect(sumBelow(draft, HEAD)).toMatchObject({ order: 'equal' });
    const typed = changeFields(draft, idOf(draft, '1'), (fields) => ({ ...fields, max: '5,' }));
    expect(sumBelow(typed, HEAD)).toBeUndefined();
    expect(takeSum(typed, HEAD)).toBe(typed);
  });
});

describe('the way back', () => {
  test('goes step by step, letters of one word together', () => {
    const draft = draftOf(TREE);
    const named = (name: string) => ({
      draft: changeFields(draft, 1, (fields) => ({ ...fields, name })),
      current: 1,
    });
    let history = begin({ draft, current: 1 });
    history = advance(history, named('K'), '1.name');
    history = advance(history, named('Kế'), '1.name');
    history = advance(goTo(history, 1), named('Kế hoạch'), '1.name');
    expect(undo(history).now.draft.roots[0]?.fields.name).toBe('Kế');
    expect(undo(undo(history)).now.draft).toBe(draft);
    expect(undo(undo(undo(history))).now.draft).toBe(draft);
    expect(redo(redo(undo(undo(history)))).now).toEqual(history.now);
    expect(advance(undo(history), named('Khác')).future).toEqual([]);
  });
});

describe('a rule that changes its kind', () => {
  test.each(RULE_KINDS)('%s begins with all that its form names', (kind) => {
    const rule = switchKind(undefined, kind, '2');
    const parsed = Rule.safeParse(rule);
    const codes = parsed.error?.issues.map(({ message }) => message) ?? [];
    expect(codes.filter((code) => !['decimal', 'due', 'expression'].includes(code))).toEqual([]);
  });

  test('keeps what means the same there', () => {
    const input = { measure: 'dossier.on_time_rate' };
    const tiers = { kind: 'tiers', input, tiers: [{ points: '1' }] };
    expect(switchKind(tiers, 'proportional', '2')).toEqual({ kind: 'proportional', input });
    expect(switchKind({ kind: 'deduct', per: '0.25', min: '-1' }, 'percent_off', '2')).toEqual({
      kind: 'percent_off',
      per: '',
      min: '-1',
    });
    expect(switchKind({ kind: 'all_of', conditions: ['Đủ', 'Đúng hạn'] }, 'choice', '2')).toMatchObject({
      options: [
        { id: 'a', label: 'Đủ' },
        { id: 'b', label: 'Đúng hạn' },
      ],
    });
    expect(switchKind(tiers, 'tiers', '2')).toBe(tiers);
  });
});
