import { AppError } from '../../domain/kernel/app-error.ts';
import type { Fault } from '../../domain/kernel/fault.ts';
import { isUnreadable, type Json, readJson } from '../../domain/kernel/json.ts';
import type { UnitFigures } from '../../domain/par-index/figures/figures.ts';
import { readFigures } from '../../domain/par-index/figures/read-figures.ts';
import { type Published, readPublished } from '../../domain/par-index/published/published.ts';
import { readScorecard } from '../../domain/par-index/scorecard/read-scorecard.ts';
import type { Scorecard } from '../../domain/par-index/scorecard/scorecard.ts';
import { nationalCalendar } from './calendar.ts';

/** @throws AppError `invalid_input` with every fault of the document at its place */
export function scorecardOf(document: string): Scorecard {
  const { value, faults } = readable(document);
  return readScorecard(value, faults);
}

/** @throws AppError `invalid_input` with every fault of the document at its place */
export function figuresOf(document: string, scorecard: Scorecard): UnitFigures[] {
  const { value, faults } = readable(document);
  return readFigures(value, scorecard, nationalCalendar(), faults);
}

/** @throws AppError `invalid_input` with every fault of the document at its place */
export function publishedOf(document: string): Published {
  const { value, faults } = readable(document);
  return readPublished(value, faults);
}

function readable(document: string): { value: Json; faults: Fault[] } {
  const read = readJson(document);
  if (isUnreadable(read.faults)) throw new AppError('invalid_input', read.faults);
  return read;
}
