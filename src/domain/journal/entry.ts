import * as z from 'zod';
import { PersonId } from '../kernel/id.ts';

/** Anything that JSON can hold. */
const Content = z.json().nullable();

/** One change of state: who, when, for whom, what, before and after, why. Entries are only ever added. */
export const JournalEntry = z.object({
  entryNo: z.int().positive(),
  at: z.iso.datetime(),
  /** Null when the product itself acted. */
  personId: PersonId.nullable(),
  onBehalfOf: PersonId.nullable(),
  subjectKind: z.string(),
  subjectId: z.string(),
  unitPath: z.string(),
  action: z.string(),
  before: Content,
  after: Content,
  reason: z.string().nullable(),
});
export type JournalEntry = z.infer<typeof JournalEntry>;

/** What a service says happened; number, person and time are added when it is written. */
export type Happening = {
  readonly subjectKind: string;
  readonly subjectId: string;
  /** Path of the unit it happened to, on that day; `/` for the whole tenant. */
  readonly unitPath: string;
  /** `unit.renamed`: kind of subject, then what was done to it. */
  readonly action: string;
  readonly before?: unknown;
  readonly after?: unknown;
  readonly reason?: string;
  readonly onBehalfOf?: PersonId;
};
