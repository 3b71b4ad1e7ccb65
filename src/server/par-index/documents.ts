import { AppError } from '../../domain/kernel/app-error.ts';
import type { Fault } from '../../domain/kernel/fault.ts';
import { isUnreadable, type Json, readJson } from '../../domain/kernel/json.ts';
import type { UnitFigures } from '../../domain/par-index/figures/figures.ts';
import { readingFigures } from '../../domain/par-index/figures/read-figures.ts';
import { type Published, readPublished } from '../../domain/par-index/published/published.ts';
import { readScorecard } from '../../domain/par-index/scorecard/read-scorecard.ts';
import type { Scorecard } from '../../domain/par-index/scorecard/scorecard.ts';
import { nationalCalendar } from './calendar.ts';
import { inTurns } from './in-turns.ts';

/** Scorecards that were read lately, by their documents: the same text is always the same scorecard. */
const read = new Map<string, Scorecard>();

/** A province keeps some dozens of about 0.2 million characters each. */
const MOST_CHARACTERS = 8_000_000;

/** @throws AppError `invalid_input` with every fault of the document at its place */
export function scorecardOf(document: string): Scorecard {
  const known = read.get(document);
  const scorecard = known ?? readWhole(document);
  if (known !== undefined) read.delete(document);
  read.set(document, scorecard);
  let characters = [...read.keys()].reduce((all, { length }) => all + length, 0);
  for (const oldest of read.keys()) {
    if (characters <= MOST_CHARACTERS) break;
    read.delete(oldest);
    characters -= oldest.length;
  }
  return scorecard;
}

function readWhole(document: string): Scorecard {
  const { value, faults } = readable(document);
  return readScorecard(value, faults);
}

/** Other requests are answered meanwhile. @throws AppError `invalid_input` with every fault at its place */
export async function figuresOf(document: string, scorecard: Scorecard): Promise<UnitFigures[]> {
  const { value, faults } = readable(document);
  return inTurns(readingFigures(value, scorecard, nationalCalendar(), faults));
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
