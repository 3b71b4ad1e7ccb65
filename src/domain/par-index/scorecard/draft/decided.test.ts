import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { decidedBy } from './decided.ts';

const DOCUMENT = readFileSync('data/scorecards/minh-hoa-xa-2026.json', 'utf8');
const PAPER = { number: '58/QĐ-UBND', date: '2026-01-14', issuer: 'UBND tỉnh' };

describe('the paper a scorecard rests on', () => {
  it('is written into the document, which else says what it said', () => {
    const decided = decidedBy(DOCUMENT, PAPER);
    expect(JSON.parse(decided)).toEqual({ ...JSON.parse(DOCUMENT), decision: PAPER });
  });

  it('that stands there already leaves the text as it was written, in whatever order', () => {
    const decided = decidedBy(DOCUMENT, PAPER).replace('{', '{\n\n');
    expect(decidedBy(decided, { issuer: PAPER.issuer, date: PAPER.date, number: PAPER.number })).toBe(
      decided,
    );
  });

  it('is replaced by another and taken out', () => {
    const decided = decidedBy(DOCUMENT, PAPER);
    expect(JSON.parse(decidedBy(decided, { number: '2' })).decision).toEqual({ number: '2' });
    expect(JSON.parse(decidedBy(decided, undefined))).not.toHaveProperty('decision');
  });

  it('is not written into a text that is no scorecard', () => {
    for (const text of ['', '[]', '{ "criteria": 1 }']) expect(decidedBy(text, PAPER)).toBe(text);
  });
});
