import { describe, expect, test } from 'vitest';
import { fieldChanges } from './changes.ts';

describe('what an entry of the journal changed', () => {
  test.each([
    [
      'a new name',
      { name: 'Xã Tân Kiều', code: '99010' },
      { name: 'Phường Tân Kiều', code: '99010' },
      [{ field: 'name', before: 'Xã Tân Kiều', after: 'Phường Tân Kiều' }],
    ],
    ['a new thing', null, { name: 'Xã Bình Lạc' }, [{ field: 'name', before: '', after: 'Xã Bình Lạc' }]],
    [
      'an end',
      { validTo: null },
      { validTo: '2025-07-01' },
      [{ field: 'validTo', before: '', after: '2025-07-01' }],
    ],
    ['a list', ['a'], ['a', 'b'], [{ field: '', before: '["a"]', after: '["a","b"]' }]],
    ['nothing', { held: false }, { held: false }, []],
  ])('%s', (_, before, after, expected) => {
    expect(fieldChanges(before, after)).toEqual(expected);
  });
});
