import { call } from '@orpc/server';
import * as z from 'zod';
import { UnitId } from '../../../domain/kernel/id.ts';
import { Day } from '../../../domain/kernel/time/day.ts';
import { Role } from '../../../domain/organization/role.ts';
import { Decision } from '../../../domain/organization/unit.ts';
import { begun, SheetLanguage } from '../../sheets/http.ts';
import { type MountSheet, sheetExport, sheetImport } from '../../sheets/routes.ts';
import { writeSheet } from '../../sheets/write-sheet.ts';
import { unitRoutes } from '../unit-routes.ts';
import { importUnitSheet } from './import-units.ts';
import { listPeopleRows, peopleSheet } from './people-sheet.ts';
import { toExportRows, unitExportSheet, unitSheet } from './unit-sheet.ts';

const ExportQuery = z.strictObject({ day: Day.optional(), language: SheetLanguage });
const TemplateQuery = z.strictObject({ language: SheetLanguage });

const PeopleQuery = z.strictObject({
  search: z.string().max(200).optional(),
  unitId: UnitId.optional(),
  role: Role.optional(),
  left: z.stringbool().default(false),
  language: SheetLanguage,
});

const ImportQuery = z.strictObject({
  day: Day,
  decisionNumber: Decision.shape.number,
  decisionDate: Decision.shape.date,
  decisionIssuer: Decision.shape.issuer,
  dryRun: z.stringbool().default(false),
  language: SheetLanguage,
});

/** Units and people as workbooks. */
export const organizationSheets: readonly MountSheet[] = [
  /** The tree of the day as a sheet that an import takes. */
  sheetExport('/api/units.xlsx', {
    summary: 'Xuất cây đơn vị ra Excel',
    tag: 'units',
    permission: 'unit.read',
    query: ExportQuery,
    write: async (context, { language, ...asked }) => {
      const input = asked.day === undefined ? {} : { day: asked.day };
      const { day, units } = await call(unitRoutes.tree, input, { context });
      const kinds = await call(unitRoutes.kinds, undefined, { context });
      const sheet = writeSheet(unitExportSheet(kinds, language), toExportRows(units));
      return { fileName: `don-vi-${day}.xlsx`, sheet };
    },
  }),
  sheetExport('/api/units/template.xlsx', {
    summary: 'Mẫu Excel để nhập đơn vị',
    tag: 'units',
    permission: 'unit.change',
    query: TemplateQuery,
    write: async (context, { language }) => {
      const kinds = await call(unitRoutes.kinds, undefined, { context });
      return { fileName: 'mau-don-vi.xlsx', sheet: writeSheet(unitSheet(kinds, language), []) };
    },
  }),
  /** The list of people, narrowed as on the screen. */
  sheetExport('/api/people.xlsx', {
    summary: 'Xuất danh sách người ra Excel',
    tag: 'people',
    permission: 'person.read',
    query: PeopleQuery,
    write: async (context, { language, ...filter }) => {
      const rows = await begun(listPeopleRows(context, filter, language));
      return { fileName: 'nguoi-dung.xlsx', sheet: writeSheet(peopleSheet(language), rows) };
    },
  }),
  /** Answers each row's fate, or the same sheet with its faults. */
  sheetImport('/api/units/import.xlsx', {
    summary: 'Nhập đơn vị từ Excel',
    tag: 'units',
    permission: 'unit.change',
    query: ImportQuery,
    faultFile: 'don-vi-co-loi.xlsx',
    take: (context, bytes, { day, dryRun, language, ...asked }) => {
      const { decisionNumber: number, decisionDate: date, decisionIssuer: issuer } = asked;
      const decision = {
        number,
        ...(date !== undefined && { date }),
        ...(issuer !== undefined && { issuer }),
      };
      return importUnitSheet(context, bytes, { day, decision, dryRun }, language);
    },
  }),
];
