import { describe, expect, test } from 'vitest';
import { readPasted } from './pasted.ts';
import { TITLES } from './titles.ts';

const CHI = {
  unitCode: 'TG001',
  name: 'Nguyễn Thị Chi',
  email: 'chi@truonggiang.example',
  title: 'Chủ tịch UBND phường',
  role: 'head_of_unit',
};
const cells = [
  'TG001',
  'Nguyễn Thị Chi',
  'chi@truonggiang.example',
  'Chủ tịch UBND phường',
  'Thủ trưởng đơn vị',
];

describe('a list copied out of Excel', () => {
  test('without titles the columns stand in the usual order', () => {
    expect(readPasted(`${cells.join('\t')}\r\n`, TITLES)).toEqual([CHI]);
  });

  test('a line of titles tells the order, diacritics and case aside; other columns are passed over', () => {
    const header = 'STT\thọ và tên\tTHU DIEN TU CONG VU\tMã đơn vị\tVai trò\tChức danh';
    const [code, name, email, title, role] = cells;
    expect(readPasted(`${header}\n1\t${name}\t${email}\t${code}\t${role}\t${title}`, TITLES)).toEqual([CHI]);
  });

  test.each(['Thủ trưởng đơn vị', 'thu truong don vi', 'Head of unit', 'head_of_unit'])(
    'the role %s is known',
    (role) => {
      expect(readPasted([...cells.slice(0, 4), role].join('\t'), TITLES)).toEqual([CHI]);
    },
  );

  test('a role that nobody knows stays as typed, and a missing cell is empty', () => {
    expect(readPasted('TG001\tNguyễn Thị Chi\t\t\tTrưởng thôn', TITLES)).toEqual([
      { unitCode: 'TG001', name: 'Nguyễn Thị Chi', email: '', title: '', role: 'Trưởng thôn' },
    ]);
  });

  test('empty lines are none, and quotes that Excel adds are taken off', () => {
    expect(readPasted('\n\t\t\t\t\n"TG001"\t"Trần ""Tư"" An"\t\t\tofficer\n\n', TITLES)).toEqual([
      { unitCode: 'TG001', name: 'Trần "Tư" An', email: '', title: '', role: 'officer' },
    ]);
  });
});
