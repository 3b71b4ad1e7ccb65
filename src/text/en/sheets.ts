import type { sheets as vi } from '../vi/sheets.ts';

export const sheets: typeof vi = {
  faults: 'Fault',
  row: (row) => `row ${row}`,
  column: (title) => `column "${title}"`,
  sheet: (name: string) => `sheet "${name}"`,
  file: 'file',
  units: 'Units',
  unitCode: 'Code',
  unitCodeHelp: 'The official code of the unit, such as 00070 or SNV. No two are equal.',
  unitName: 'Name of unit',
  unitNameHelp: 'The full name, such as Phường Đông Kiều.',
  unitKind: 'Kind',
  unitKindHelp: 'Choose from the list.',
  parentCode: 'Code of parent unit',
  parentCodeHelp: 'The code of the unit directly above; empty for the highest unit.',
  parentName: 'Parent unit',
  validFrom: 'In force since',
};
