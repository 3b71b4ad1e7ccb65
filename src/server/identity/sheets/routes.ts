import { call } from '@orpc/server';
import * as z from 'zod';
import type { SheetOutcome as Answer } from '../../../domain/identity/contract.ts';
import { AppError } from '../../../domain/kernel/app-error.ts';
import { fault } from '../../../domain/kernel/fault.ts';
import { Day } from '../../../domain/kernel/time/day.ts';
import { mayInvite } from '../../../domain/organization/policy.ts';
import type { Language } from '../../../text/language.ts';
import { signedIn } from '../../http/context.ts';
import { unitRoutes } from '../../organization/unit-routes.ts';
import type { SheetFault } from '../../sheets/definition.ts';
import { SheetLanguage } from '../../sheets/http.ts';
import { readSheet } from '../../sheets/read-sheet.ts';
import { type MountSheet, type SheetOutcome, sheetExport, sheetImport } from '../../sheets/routes.ts';
import { writeSheet } from '../../sheets/write-sheet.ts';
import { SHEET_LIMITS } from '../../sheets/xlsx/limits.ts';
import { accountRoutes } from '../account-routes.ts';
import type { Identity } from '../identity.ts';
import { emptyRows, filledRows, invitationSheet, placedFault, unholdable } from './invitation-sheet.ts';

const TemplateQuery = z.strictObject({ language: SheetLanguage });
const ImportQuery = z.strictObject({
  /** First day of the positions and roles. */
  from: Day,
  dryRun: z.stringbool().default(false),
  language: SheetLanguage,
});

/** As many rows as the operation itself takes. */
const LIMITS = { ...SHEET_LIMITS, rows: 2_000 };

/** Invitations by workbook; what becomes of the rows is decided by the operation `accounts.inviteSheet`. */
export function invitationSheets(identity: Identity): readonly MountSheet[] {
  const { inviteSheet } = accountRoutes(identity);
  return [
    /** Every unit below which the caller may invite stands in it, so that only people are left to fill in. */
    sheetExport('/api/invitations/template.xlsx', {
      summary: 'Mẫu Excel để mời theo danh sách',
      tag: 'identity',
      permission: 'person.invite',
      query: TemplateQuery,
      write: async (context, { language }) => {
        const { units } = await call(unitRoutes.tree, {}, { context });
        const mine = units.filter((unit) => mayInvite(signedIn(context), unit));
        const sheet = writeSheet(invitationSheet(language), emptyRows(mine));
        return { fileName: 'mau-loi-moi.xlsx', sheet };
      },
    }),
    sheetImport('/api/invitations/import.xlsx', {
      summary: 'Mời theo danh sách từ Excel',
      tag: 'identity',
      permission: 'person.invite',
      query: ImportQuery,
      faultFile: 'loi-moi-co-loi.xlsx',
      take: (context, bytes, { language, ...asked }) =>
        inviteFrom(bytes, language, (rows) =>
          call(inviteSheet, { rows, ...asked }, { context, path: ['accounts', 'inviteSheet'] }),
        ),
    }),
  ];
}

type Invite = (rows: ReturnType<typeof filledRows>[number]['row'][]) => Promise<Answer>;

type Fate = Omit<Answer['rows'][number], 'faults'> & { readonly row: number; readonly name: string };

export type InvitationOutcome = SheetOutcome & {
  readonly done: boolean;
  readonly rows: readonly Fate[];
  readonly ignored: readonly string[];
};

/** With one fault anywhere nobody is invited. @throws AppError `invalid_input` when the file is no such sheet at all */
async function inviteFrom(bytes: Buffer, language: Language, invite: Invite): Promise<InvitationOutcome> {
  const definition = invitationSheet(language);
  const reading = await readSheet(definition, bytes, LIMITS);
  const filled = filledRows(reading.rows);
  const { headerRow, ignored } = reading;
  if (headerRow === undefined || (filled.length === 0 && reading.faults.length === 0))
    throw new AppError('invalid_input', asFileFaults(reading.faults));
  const outcome = { ignored, places: [{ name: definition.name, headerRow }] };
  const faults = [...reading.faults, ...unholdable(definition.columns, filled)];
  if (faults.length > 0) return { ...outcome, done: false, rows: [], faults };
  const { done, rows } = await invite(filled.map(({ row }) => row));
  const at = (index: number) => filled[index]?.number ?? 0;
  return {
    ...outcome,
    done,
    rows: rows.map(({ faults: _, ...fate }, index) => ({
      ...fate,
      row: at(index),
      name: filled[index]?.row.name ?? '',
    })),
    faults: rows.flatMap((row, index) =>
      row.faults.map((found) => placedFault(definition.columns, at(index), found)),
    ),
  };
}

function asFileFaults(faults: readonly SheetFault[]) {
  if (faults.length === 0) return [fault([], 'no_rows')];
  return faults.map(({ code, detail }) => fault([], code, detail));
}
