import * as z from 'zod';
import { Day } from '../../domain/kernel/time/day.ts';
import { readData } from './index-file.ts';

const Paper = z.strictObject({
  superior: z.string(),
  agency: z.string(),
  number: z.int(),
  symbol: z.string(),
  kind: z.string(),
  abstract: z.string(),
  paragraphs: z.array(z.string()),
  authority: z.array(z.string()),
  title: z.string(),
  signer: z.string(),
  recipients: z.array(z.string()),
});
export type Paper = z.infer<typeof Paper>;

const Sheet = z.strictObject({
  name: z.string(),
  columns: z.array(z.string()),
  rows: z.array(z.array(z.string())),
});
export type Sheet = z.infer<typeof Sheet>;

/** Exactly one of `paper`, `sheet` and `note` is what stands in the file; a later version has its reason. */
const Version = z.strictObject({
  day: Day,
  name: z.string(),
  reason: z.string().optional(),
  paper: Paper.optional(),
  sheet: Sheet.optional(),
  note: z.array(z.string()).optional(),
});
export type WrittenVersion = z.infer<typeof Version>;

const DocumentsFile = z.strictObject({
  /** Stands in every document: that it is invented. */
  mark: z.string(),
  /** Code of the unit, login of who adds it, the first version first. */
  documents: z.array(z.strictObject({ unit: z.string(), by: z.string(), versions: z.array(Version).min(1) })),
});

/** The documents of the demonstration, invented as everything in it. */
export function readDocumentsFile(): z.infer<typeof DocumentsFile> {
  return DocumentsFile.parse(JSON.parse(readData('demo/documents.json')));
}
