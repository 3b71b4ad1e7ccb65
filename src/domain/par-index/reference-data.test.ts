import { describe, expect, test } from 'vitest';
import { leavesOf, printedOf, type Scored, scoreShipped } from '../../../tests/shipped-data.ts';
import { printPoints, printShortPoints } from '../kernel/number/points.ts';
import { Rule } from './rules/rule.ts';
import type { RankedScore } from './scoring/scores.ts';

const service = scoreShipped('qd-766-2022.json', 'qd-766-2022.example-figures.json');
const commune = scoreShipped('minh-hoa-xa-2026.json', 'minh-hoa-xa-2026.figures.json');

function unit({ scores }: Scored, code: string): RankedScore {
  const found = scores.find((score) => score.code === code);
  if (found === undefined) throw new Error(`no unit ${code}`);
  return found;
}

/** `points/applicable index rank band`, as the official table has them. */
function result(scored: Scored, code: string): string {
  const { points, applicable, index, rank, band } = unit(scored, code);
  const printed = `${printPoints(points, 2)}/${printShortPoints(applicable)}`;
  return `${printed} ${index === null ? 'không' : printPoints(index, 2)} ${rank} ${band}`;
}

/** Thousandths of the criteria together. */
function sumOf(scored: Scored, code: string, criteria: readonly string[]): number {
  const printed = criteria.map((criterion) => Number(printedOf(scored, code, criterion)?.replace('.', '')));
  return printed.reduce((all, hundredths) => all + hundredths * 10, 0);
}

describe('QĐ 766/QĐ-TTg', () => {
  test('the five groups have 18, 20, 22, 22 and 18 points, online service 12 + 10', () => {
    const { scorecard } = service;
    expect(scorecard.criteria.map(({ max }) => printShortPoints(max))).toEqual([
      '18',
      '20',
      '22',
      '22',
      '18',
    ]);
    expect(['3A', '3B'].map((code) => scorecard.byCode.get(code)?.max)).toEqual([12_000, 10_000]);
    expect(printShortPoints(scorecard.total)).toBe('100');
  });

  test('every leaf is proportional to a measure of its own: nothing is claimed by hand', () => {
    const sources = leavesOf(service.scorecard).map(({ rule }) =>
      rule.kind === 'proportional' && 'measure' in rule.input ? rule.input.measure : rule.kind,
    );
    expect(sources.every((source) => /^(procedure|dossier|feedback)\.[a-z_]+$/.test(source))).toBe(true);
    expect(new Set(sources).size).toBe(21);
  });

  test('a leaf whose formula is uncertain says so', () => {
    const uncertain = leavesOf(service.scorecard)
      .filter(({ evidence }) => evidence?.includes('độ tin cậy thấp'))
      .map(({ code }) => code);
    expect(uncertain).toEqual(['3.1', '3.2', '3.3', '3.5b', '4.4', '4.6']);
  });

  // Worked by hand from the formulas in qd-766-2022.md.
  test.each([
    ['phuong-dong-kieu', '1.2', '3.97', '4 × 365 ÷ 368'],
    ['phuong-dong-kieu', '2.1', '19.89', '20 × 18307 ÷ 18412'],
    ['phuong-dong-kieu', '3.1', '2.00', '2 × (301 ÷ 368) ÷ 0,8 is above 2'],
    ['phuong-dong-kieu', '3.5b', '1.73', '2 × (86 ÷ 124) ÷ 0,8'],
    ['xa-thach-vinh', '3.3', '5.68', '6 × (2417 ÷ 5102) ÷ 0,5'],
    ['xa-thach-vinh', '5.2', '6.00', 'no feedback: 6'],
    ['xa-thach-vinh', '5.4', '5.65', '6 × (512 ÷ 604) ÷ 0,9'],
    ['xa-suoi-nua', '4.3', '0.43', '2 × (190 ÷ 1104) ÷ 0,8'],
    ['xa-suoi-nua', '4.6', '0.00', 'not reported'],
    ['xa-suoi-nua', '5.4', '0.00', 'no rating: 0'],
  ])('%s gets for %s %s points: %s', (code, leaf, points) => {
    expect(printedOf(service, code, leaf)).toBe(points);
  });

  test('the example units get their totals, ranks and grades', () => {
    expect(service.scores.map(({ code }) => result(service, code))).toEqual([
      '92.48/100 92.48 1 Xuất sắc',
      '83.55/100 83.55 2 Tốt',
      '58.58/100 58.58 3 Trung bình',
    ]);
  });
});

describe('the illustrative scorecard of communes', () => {
  test('says that it is not a document, and names no decision', () => {
    expect(commune.scorecard.name).toContain('bộ tiêu chí minh họa, không phải văn bản');
    expect(commune.scorecard.decision).toBeUndefined();
  });

  test('uses every rule kind there is', () => {
    const used = leavesOf(commune.scorecard).flatMap(({ rule, variants }) => [
      rule.kind,
      ...variants.map((variant) => variant.rule.kind),
    ]);
    const kinds = Rule.options.map((option) => option.shape.kind.value);
    expect([...new Set(used)].sort()).toEqual([...kinds].sort());
  });

  test('has a survey part of 28.5 points and every way out of the denominator', () => {
    const leaves = leavesOf(commune.scorecard);
    const survey = leaves.filter(({ part }) => part === 'survey').reduce((all, { max }) => all + max, 0);
    expect(survey).toBe(28_500);
    expect(new Set(leaves.map(({ nothingArose }) => nothingArose))).toEqual(
      new Set([undefined, 'full', 'exclude', 'redistribute']),
    );
    expect(leaves.filter(({ notFor }) => notFor.length > 0).map(({ code }) => code)).toEqual(['4.3', '6.3']);
    expect(commune.scorecard.byCode.get('1.4')).toMatchObject({ combine: 'best' });
  });

  test('names for every leaf the office in charge and the evidence it asks for', () => {
    const silent = leavesOf(commune.scorecard).filter(({ office, evidence }) => !office || !evidence);
    expect(silent.map(({ code }) => code)).toEqual([]);
  });

  test('its 24 units stay within bounds, the total is the fields and the bonus, field 5 its leaves', () => {
    expect(commune.scores).toHaveLength(24);
    const leavesOf5 = ['5.1', '5.2', '5.3.1', '5.3.2', '5.4', '5.5'];
    for (const { code, index, points, bonus } of commune.scores) {
      expect(index).toBeGreaterThan(0);
      expect(index).toBeLessThanOrEqual(100_000);
      const roots = commune.scorecard.criteria.map((root) => root.code);
      expect(sumOf(commune, code, roots) + bonus).toBe(points);
      expect(sumOf(commune, code, leavesOf5)).toBe(sumOf(commune, code, ['5']));
    }
  });

  test('shows all four bands, a unit without rank, missing figures and a tie', () => {
    const { scores } = commune;
    expect(new Set(scores.map(({ band }) => band))).toEqual(new Set(['Tốt', 'Khá', 'Trung bình', 'Yếu']));
    expect(scores.filter(({ rank }) => rank === null).map(({ code }) => code)).toEqual(['xa-tan-kieu']);
    expect(unit(commune, 'xa-na-tram').missing.map((at) => commune.scorecard.nodes[at]?.code)).toEqual([
      '2.3',
      '8.4.2',
    ]);
    expect([result(commune, 'xa-go-lau'), result(commune, 'xa-thuong-lang')]).toEqual([
      '75.67/100 75.67 15 Khá',
      '75.67/100 75.67 15 Khá',
    ]);
  });

  test('field 8 decides between units of the same index', () => {
    expect(result(commune, 'xa-yen-kieu')).toBe('84.98/100 84.98 9 Khá');
    expect(result(commune, 'xa-vinh-lang')).toBe('84.98/100 84.98 10 Tốt');
    expect(['xa-yen-kieu', 'xa-vinh-lang'].map((code) => printedOf(commune, code, '8'))).toEqual([
      '21.67',
      '21.07',
    ]);
  });

  test('a unit with a late dossier and no apology is not Tốt, whatever its index', () => {
    expect(result(commune, 'dac-khu-hon-vong')).toBe('80.16/98 81.80 11 Khá');
  });

  // Worked by hand from the rules and the figures of the shipped files.
  test.each([
    ['xa-lung-sim', '7.2.1', '1.87', 'a remote commune against its own target: 2 × (318 ÷ 850) ÷ 40 %'],
    [
      'phuong-dong-kieu',
      '7.2.1',
      '1.93',
      'against the best, Xã Sông Nhạn: 2 × (14205 ÷ 15979) ÷ (4255 ÷ 4625)',
    ],
    ['phuong-nam-kieu', '3.2.1', '3.50', 'a ward owes 99 %: 98.75 % is one step begun'],
    ['xa-suoi-nua', '3.2.1', '3.00', 'a commune owes 98 %: 97.04 % is two steps begun'],
    ['xa-dong-sim', '2.1.2', '-0.50', 'three unlawful documents: 0, and 2 × 0.25 off'],
    ['phuong-nam-kieu', '3.4', '1.50', 'one answer did not satisfy: at most 1.5'],
    ['xa-vinh-lang', '3.4', '0.86', 'answers not made public: half of 2 × 6 ÷ 7'],
    ['dac-khu-hon-vong', '4.3', '0.00', 'a special zone is not judged on villages'],
    ['dac-khu-hon-vong', '2.1', '3.00', 'no document was due: the other 1.5 of 1.5 count as 3'],
  ])('%s gets for %s %s points: %s', (code, leaf, points) => {
    expect(printedOf(commune, code, leaf)).toBe(points);
  });

  test('Đặc khu Hòn Vọng, every criterion worked by hand: 80.16 of 98', () => {
    const found = HON_VONG.map(([codes]) =>
      codes.split(' ').map((code) => printedOf(commune, 'dac-khu-hon-vong', code)),
    );
    expect(found).toEqual(HON_VONG.map(([, points]) => points.split(' ')));
    expect(unit(commune, 'dac-khu-hon-vong').bonus).toBe(-1100);
  });
});

/**
 * Points by fractions outside the program; the last line holds the eight fields. 9.91 + 7.45 + 15.28 + 4 + 8.39 + 4.27
 * + 11.13 + 20.83 − 1.1 (eleven dossiers without apology) = 80.16; 80.16 ÷ 98 = 81.796 %.
 */
const HON_VONG: readonly (readonly [codes: string, points: string])[] = [
  ['1.1.1 1.1.2 1.1.3 1.2 1.3.1 1.3.2 1.4 1.5', '0.50 0.00 1.66 1.25 1.00 0.80 2.00 2.70'],
  ['2.1.2 2.1 2.2 2.3 2.4 2.5', '1.50 3.00 1.00 1.32 1.00 1.13'],
  ['3.1.1 3.1.2 3.1.3 3.2.1 3.2.2 3.2.3 3.2.4', '1.89 0.50 1.00 3.50 0.76 1.80 0.75'],
  ['3.3 3.4 3.5 4.1 4.2 4.3', '1.50 2.00 1.58 2.00 2.00 0.00'],
  ['5.1 5.2 5.3.1 5.3.2 5.4 5.5', '1.50 1.50 0.82 0.50 2.50 1.57'],
  ['6.1 6.2 6.3 6.4a 6.4b', '1.77 1.00 1.00 0.50 0.00'],
  ['7.1.1 7.1.2 7.2.1 7.2.2 7.2.3 7.3 7.4', '1.41 1.45 1.54 2.00 0.50 2.00 2.23'],
  ['8.1 8.2 8.3 8.4.1 8.4.2 8.4.3', '7.71 3.94 3.83 3.00 1.60 0.75'],
  ['1 2 3 4 5 6 7 8', '9.91 7.45 15.28 4.00 8.39 4.27 11.13 20.83'],
];
