import type { Chance } from './chance.ts';

export type Cell = number | string | boolean;

/** One input: as a figures file writes it, and as the cells of a spreadsheet that hold the same. */
export type Figure = { readonly written: object; readonly cells: readonly Cell[] };

/** A rule worth 2 points in both forms. `best` is the cell with the highest value of the block. */
export type Kind = {
  readonly share: number;
  readonly rule: object;
  readonly more?: object;
  readonly figure: (chance: Chance) => Figure;
  readonly formula: (cells: readonly string[], best: string) => string;
};

/** The mark of a criterion that is out of the denominator. */
export const OUT = '–';

const RATIO = { declared: 'ratio' };

function ratio(chance: Chance, denominator = 20 + chance.below(500)): Figure {
  const numerator = denominator === 0 ? 0 : Math.ceil((denominator * (40 + chance.below(61))) / 100);
  return { written: { ratio: [numerator, denominator] }, cells: [numerator, denominator] };
}

function count(chance: Chance): Figure {
  const n = chance.below(3) === 0 ? chance.below(9) : 0;
  return { written: { count: n }, cells: [n] };
}

function day(chance: Chance): Figure {
  const late = chance.below(40) - 20;
  const on = new Date(Date.UTC(2026, 2, 31 + late)).toISOString().slice(0, 10);
  return { written: { on }, cells: [late] };
}

function answers(chance: Chance): Figure {
  const [a, b, c, d] = [60, 50, 25, 10].map((most) => 1 + chance.below(most));
  return { written: { survey: { a, b, c, d } }, cells: [a ?? 0, b ?? 0, c ?? 0, d ?? 0] };
}

const VALUE_KINDS: readonly Kind[] = [
  {
    share: 10,
    rule: { kind: 'proportional', input: RATIO, target: '95', floor: { value: '50', closed: true } },
    more: { nothing_arose: 'exclude' },
    figure: (chance) => ratio(chance, chance.below(30) === 0 ? 0 : 20 + chance.below(500)),
    formula: ([n, d]) => `=IF(${d}=0,"${OUT}",IF(${n}/${d}<0.5,0,ROUND(2*MIN(1,100*${n}/${d}/95),2)))`,
  },
  {
    share: 7,
    rule: {
      kind: 'tiers',
      input: RATIO,
      tiers: [
        { from: '90', closed: true, points: '2' },
        { from: '70', closed: true, points: 'max_points * v / 100' },
        { points: '0' },
      ],
    },
    figure: ratio,
    formula: ([n, d]) => `=IF(100*${n}/${d}>=90,2,IF(100*${n}/${d}>=70,ROUND(2*${n}/${d},2),0))`,
  },
  {
    share: 3,
    rule: { kind: 'shortfall', input: RATIO, target: '98', each: '5', per: '0.25', partial: 'started' },
    figure: ratio,
    formula: ([n, d]) => `=MAX(0,2-0.25*ROUNDUP(MAX(0,98-100*${n}/${d})/5,0))`,
  },
  {
    share: 3,
    rule: { kind: 'relative', input: { declared: 'number' }, to: 'best' },
    figure: (chance) => {
      const tenths = 200 + chance.below(800);
      return { written: { number: (tenths / 10).toFixed(1) }, cells: [tenths / 10] };
    },
    formula: ([v], best) => `=ROUND(2*MIN(1,${v}/${best}),2)`,
  },
  {
    share: 3,
    rule: { kind: 'base_step', input: RATIO, from: '10', points: '0.5', each: '5', add: '0.25', cap: '2' },
    figure: ratio,
    formula: ([n, d]) => `=IF(100*${n}/${d}<10,0,MIN(2,0.5+0.25*INT((100*${n}/${d}-10)/5)))`,
  },
];

const COUNT_KINDS: readonly Kind[] = [
  {
    share: 4,
    rule: { kind: 'deduct', per: '0.25' },
    figure: count,
    formula: ([n]) => `=MAX(0,2-0.25*${n})`,
  },
  {
    share: 3,
    rule: { kind: 'violations', zero_from: 1, deduct_from: 3, deduct_per: '0.25', min: '-1' },
    figure: count,
    formula: ([n]) => `=IF(${n}<1,2,IF(${n}<3,0,MAX(-1,-0.25*(${n}-2))))`,
  },
  {
    share: 2,
    rule: { kind: 'percent_off', per: '25' },
    figure: count,
    formula: ([n]) => `=MAX(0,2*(1-25*${n}/100))`,
  },
  {
    share: 1,
    rule: { kind: 'per_count', each: '0.5', min: '0', max: '2' },
    figure: count,
    formula: ([n]) => `=MAX(0,MIN(2,0.5*${n}))`,
  },
];

const OPTIONS = [
  { id: 'a', label: 'Đủ', points: '2' },
  { id: 'b', label: 'Thiếu', points: '1' },
  { id: 'c', label: 'Không', points: '0' },
];

const ANSWER_KINDS: readonly Kind[] = [
  {
    share: 6,
    rule: { kind: 'choice', options: OPTIONS },
    figure: (chance) => {
      const id = OPTIONS[chance.below(3)]?.id ?? 'a';
      return { written: { choice: id }, cells: [id] };
    },
    formula: ([id]) => `=IF(${id}="a",2,IF(${id}="b",1,0))`,
  },
  {
    share: 5,
    rule: { kind: 'all_of', conditions: ['Đủ số lượng', 'Đúng thời hạn', 'Đúng biểu mẫu'] },
    figure: (chance) => {
      const met = [0, 1, 2].map(() => chance.below(8) > 0);
      return { written: { met }, cells: met };
    },
    formula: (cells) => `=IF(AND(${cells.join(',')}),2,0)`,
  },
  {
    share: 3,
    rule: {
      kind: 'deadline',
      due: '2026-03-31',
      tiers: [{ late_days: 0, points: '2' }, { late_days: 10, points: '1' }, { points: '0' }],
    },
    figure: day,
    formula: ([late]) => `=IF(${late}<=0,2,IF(${late}<=10,1,0))`,
  },
  {
    share: 6,
    rule: { kind: 'survey', weights: { a: '100', b: '60', c: '20', d: '0' } },
    figure: answers,
    formula: ([a, b, c, d]) => `=ROUND(2*(100*${a}+60*${b}+20*${c})/(${a}+${b}+${c}+${d})/100,2)`,
  },
  {
    share: 2,
    rule: { kind: 'given', by: 'appraiser', step: '0.25' },
    figure: (chance) => {
      const quarters = chance.below(9);
      return { written: { points: String(quarters / 4) }, cells: [quarters / 4] };
    },
    formula: ([points]) => `=${points}`,
  },
  {
    share: 2,
    rule: {
      kind: 'formula',
      variables: ['x', 'y'],
      branches: [
        { id: 'co', label: 'Có', points: 'if(y > 2, max_points * x / 100 * 0.5, max_points * x / 100)' },
      ],
    },
    figure: (chance) => {
      const [x, y] = [chance.below(101), chance.below(5)];
      return { written: { values: { x: String(x), y: String(y) }, branch: 'co' }, cells: [x, y] };
    },
    formula: ([x, y]) => `=ROUND(IF(${y}>2,2*${x}/100*0.5,2*${x}/100),2)`,
  },
];

/** Every rule kind, in about the shares that a commune's scorecard has. */
export const KINDS: readonly Kind[] = [...VALUE_KINDS, ...COUNT_KINDS, ...ANSWER_KINDS];
