import * as z from 'zod';
import { PersonId } from '../kernel/id.ts';
import { operation } from '../kernel/operation.ts';
import { JournalEntry } from './entry.ts';
import { JournalSeal } from './seal.ts';

/** What is asked for; everything left out is not asked for. */
export const JournalFilter = z.object({
  subjectKind: z.string().max(60).optional(),
  subjectId: z.string().max(200).optional(),
  personId: PersonId.optional(),
  action: z.string().max(100).optional(),
  /** A unit's path: the unit and everything below it. */
  under: z.string().startsWith('/').max(2000).optional(),
  /** Days in local time, both included. */
  from: z.iso.date().optional(),
  to: z.iso.date().optional(),
});
export type JournalFilter = z.infer<typeof JournalFilter>;

const Page = JournalFilter.extend({
  /** Entries older than this number. */
  before: z.coerce.number().int().positive().optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
});

export const journalContract = {
  list: operation('signed_in')
    .route({ method: 'GET', path: '/journal', tags: ['journal'], summary: 'Nhật ký, mới nhất trước' })
    .input(Page)
    .output(
      z.object({
        entries: z.array(JournalEntry),
        next: z.number().nullable(),
        /** What the people and units of these entries are called, by id. */
        names: z.record(z.string(), z.string()),
      }),
    ),
  seals: operation('anyone')
    .route({ method: 'GET', path: '/journal/seals', tags: ['journal'], summary: 'Các niêm phong nhật ký' })
    .input(
      z.object({
        before: z.coerce.number().int().positive().optional(),
        limit: z.coerce.number().int().min(1).max(200).default(50),
      }),
    )
    .output(z.object({ seals: z.array(JournalSeal), next: z.number().nullable() })),
  seal: operation('journal.verify')
    .route({ method: 'POST', path: '/journal/seal', tags: ['journal'], summary: 'Niêm phong ngay' })
    .output(z.object({ seals: z.array(JournalSeal) })),
  verify: operation('journal.verify')
    .route({ method: 'POST', path: '/journal/verify', tags: ['journal'], summary: 'Kiểm tra niêm phong' })
    .input(
      z.object({
        hash: z
          .string()
          .regex(/^[0-9a-f]{64}$/, { error: 'seal_hash' })
          .optional(),
      }),
    )
    .output(
      z.object({
        seals: z.number(),
        entries: z.number(),
        unsealed: z.number(),
        findings: z.array(
          z.object({
            code: z.string(),
            sealNo: z.number().nullable(),
            entryNo: z.number().nullable(),
          }),
        ),
      }),
    ),
};
