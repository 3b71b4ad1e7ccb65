import { z } from 'zod';
import { FiguresImported } from '../../../../domain/par-index/campaign/figure-record.ts';
import type { Language } from '../../../../text/language.ts';
import { client } from '../../../api/client.ts';
import { postSheet, SheetFault, XLSX } from '../../../api/sheet.ts';
import type { Campaign } from '../../campaigns.ts';

/** Figures as somebody hands them over: a workbook, or the text of a JSON document. */
export type FigureFile =
  | { readonly kind: 'workbook'; readonly file: File }
  | { readonly kind: 'document'; readonly name: string; readonly document: string };

/** What comes of a workbook; faults stand at rows and columns. */
const SheetOutcome = z.object({
  done: z.boolean(),
  units: z.array(FiguresImported.shape.units.element.omit({ faults: true }).extend({ row: z.number() })),
  faults: z.array(SheetFault),
  ignored: z.array(z.string()),
});
type SheetOutcome = z.infer<typeof SheetOutcome>;

export type FigureOutcome =
  | ({ readonly kind: 'workbook' } & SheetOutcome)
  | ({ readonly kind: 'document' } & FiguresImported);

export type Sent = {
  readonly campaign: Campaign;
  readonly file: FigureFile;
  readonly dryRun: boolean;
  readonly language: Language;
};

type Given = { readonly context: { readonly idempotencyKey: string } };

/** @throws ORPCError with the refusal */
export async function sendFigures(
  { campaign, file, dryRun, language }: Sent,
  given: Given,
): Promise<FigureOutcome> {
  if (file.kind === 'document') {
    const { document } = file;
    return { kind: 'document', ...(await client.figures.import({ ...campaign, document, dryRun }, given)) };
  }
  const answer = await post(campaign, file.file, dryRun, language, 'application/json');
  return { kind: 'workbook', ...SheetOutcome.parse(await answer.json()) };
}

/** The workbook again, with what is wrong beside each unit. */
export async function fetchFaultSheet(campaign: Campaign, file: File, language: Language): Promise<Blob> {
  return (await post(campaign, file, true, language, XLSX)).blob();
}

function post(
  { scorecardId, period }: Campaign,
  file: File,
  dryRun: boolean,
  language: Language,
  accept: string,
): Promise<Response> {
  const query = { scorecardId, period, dryRun: String(dryRun), language };
  return postSheet('/figures/import.xlsx', query, file, accept);
}

/** Whether the file can be stored as it is. */
export function isFine({ faults, units }: FigureOutcome): boolean {
  return faults.length === 0 && units.every(({ fate }) => fate !== 'refused');
}
