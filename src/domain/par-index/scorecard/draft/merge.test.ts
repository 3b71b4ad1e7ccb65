import { describe, expect, test } from 'vitest';
import { GIVEN, group, leaf, scorecardOf, type Written, written } from '../../../../../tests/scorecards.ts';
import { type Draft, readDraft, writeDraft } from './draft.ts';
import { mergeDrafts } from './merge.ts';

function draftOf(criteria: readonly Written[], more: Written = {}): Draft {
  const draft = readDraft(written(scorecardOf(criteria, { total: '5', ...more })));
  if (draft === undefined) throw new Error('no tree');
  return draft;
}

const one = (more: Written = {}) => leaf('1.1', '2', GIVEN, more);
const two = (more: Written = {}) => leaf('1.2', '3', GIVEN, more);
const tree = (...children: Written[]) => [group('1', '5', children)];
const BASE = draftOf(tree(one(), two()));

describe('two people on one draft', () => {
  test('what each changed stands in the merged one', () => {
    const mine = draftOf(tree(one({ name: 'Của tôi' }), two()), { name: 'Tên mới' });
    const theirs = draftOf(tree(one({ office: 'van_phong' }), two({ max: '4' })));
    const merged = mergeDrafts(BASE, mine, theirs);
    expect(merged?.clashes).toBe(0);
    expect(merged && writeDraft(merged.draft)).toMatchObject({
      name: 'Tên mới',
      criteria: [
        {
          children: [
            { code: '1.1', name: 'Của tôi', office: 'van_phong' },
            { code: '1.2', max: '4' },
          ],
        },
      ],
    });
  });

  test('where both changed one place, mine is kept and the clash is counted', () => {
    const mine = draftOf(tree(one({ name: 'Của tôi' }), two()));
    const theirs = draftOf(tree(one({ name: 'Của họ' }), two({ name: 'Của họ' })));
    const merged = mergeDrafts(BASE, mine, theirs);
    expect(merged?.clashes).toBe(1);
    expect(merged?.draft.roots[0]?.children.map(({ fields }) => fields.name)).toEqual(['Của tôi', 'Của họ']);
  });

  test('one who changed the tree is joined by one who changed fields, on either side', () => {
    const moved = draftOf(tree(two(), one(), leaf('1.3', '0', GIVEN)));
    const renamed = draftOf(tree(one({ name: 'Khác' }), two()));
    for (const merged of [mergeDrafts(BASE, moved, renamed), mergeDrafts(BASE, renamed, moved)]) {
      expect(merged?.draft.roots[0]?.children.map(({ fields }) => fields.name)).toEqual([
        'Tiêu chí 1.2',
        'Khác',
        'Tiêu chí 1.3',
      ]);
    }
  });

  test('a criterion that I took out and they changed is a clash', () => {
    const mine = draftOf(tree(two()));
    const theirs = draftOf(tree(one({ name: 'Khác' }), two()));
    expect(mergeDrafts(BASE, mine, theirs)?.clashes).toBe(1);
  });

  test('two changed trees are not joined, nor is one in which a code is there twice', () => {
    const mine = draftOf(tree(two(), one()));
    const theirs = draftOf(tree(one(), two(), leaf('1.3', '0', GIVEN)));
    expect(mergeDrafts(BASE, mine, theirs)).toBeUndefined();
    expect(mergeDrafts(BASE, draftOf(tree(one(), one())), theirs)).toBeUndefined();
  });
});
