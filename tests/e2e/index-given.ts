import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import type { GivenUnit } from '../given.ts';

const SCORECARDS = new URL('../../data/scorecards/', import.meta.url);

type FigureUnit = { code: string; name: string; kind: string; [key: string]: unknown };

/** The illustrative scorecard of communes, as it is shipped. */
export function scorecardText(): string {
  return readFileSync(new URL('minh-hoa-xa-2026.json', SCORECARDS), 'utf8');
}

const shipped: { format: string; units: FigureUnit[] } = JSON.parse(
  readFileSync(new URL('minh-hoa-xa-2026.figures.json', SCORECARDS), 'utf8'),
);

/** The province of a test is in force since 2015, before the first special zone. */
const communes = shipped.units.filter(({ kind }) => kind !== 'dac_khu');

const FIRST_ID = 100;

/** A province with the communes of the shipped figures below it, and the reform office beside them. */
export const INDEX_PROVINCE: GivenUnit = {
  id: 1,
  kind: 'ubnd_tinh',
  name: 'UBND tỉnh Trường Giang',
  below: [
    { id: 2, kind: 'so', name: 'Sở Nội vụ' },
    ...communes.map(({ kind, name }, position) => ({ id: FIRST_ID + position, kind, name })),
  ],
};

/** Number of the commune of this name. */
export function communeNumber(name: string): number {
  return FIRST_ID + communes.findIndex((unit) => unit.name === name);
}

/** The shipped figures under the codes that the units of the test have. */
export function figuresText(change: (unit: FigureUnit) => FigureUnit = (unit) => unit): string {
  const units = communes.map((unit, position) => change({ ...unit, code: `U${FIRST_ID + position}` }));
  return JSON.stringify({ ...shipped, units });
}

/** Puts a whole text into a field at once, as pasting does. */
export async function pasteInto(page: Page, label: string, text: string): Promise<void> {
  await page.getByLabel(label, { exact: true }).fill(text);
}
