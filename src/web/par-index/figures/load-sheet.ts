import { queryOptions } from '@tanstack/react-query';
import type { UnitId } from '../../../domain/kernel/id.ts';
import type { FigureSheet } from '../../../domain/par-index/campaign/figure-record.ts';
import { api, client } from '../../api/client.ts';
import type { Campaign } from '../campaigns.ts';

/** The figures of all units for the criteria below one, or everything of one unit; every figure where nothing is said. */
export type SheetPart = { readonly criterion?: string; readonly unitId?: UnitId };

/** Figures that were loaded, and which part of the sheet they are. */
export type LoadedSheet = FigureSheet & { readonly part: SheetPart };

/** All units at once, whose pages are asked for one after the other: people paste and fill down over all of them. */
export function sheetOf(campaign: Campaign, part: SheetPart) {
  return queryOptions({
    queryKey: api.figures.list.key({ input: { ...campaign, ...part } }),
    queryFn: ({ signal }) => loadSheet(campaign, part, signal),
  });
}

async function loadSheet(campaign: Campaign, part: SheetPart, signal: AbortSignal): Promise<LoadedSheet> {
  const ask = (after?: UnitId) =>
    client.figures.list({ ...campaign, ...part, ...(after && { after }) }, { signal });
  let page = await ask();
  const pages = [page];
  while (page.next !== null) {
    page = await ask(page.next);
    pages.push(page);
  }
  return {
    ...page,
    part,
    units: pages.flatMap(({ units }) => units),
    cells: pages.flatMap(({ cells }) => cells),
  };
}
