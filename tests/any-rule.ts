import fc from 'fast-check';
import type { Written } from './scorecards.ts';

/** Rules of every kind with every option they have, as a document writes them; contradictions included. */

const word = fc.oneof(
  fc.constantFrom(
    'Có',
    'không tính',
    'nhóm A',
    'Đạt đủ; trừ 1',
    'a: 1',
    '"',
    '[x] y',
    'biến a',
    ' ',
    '01 lần',
  ),
  fc.constantFrom('từ 90 %', 'còn lại', 'nhiều\ndòng', 'hết.', '1,5', '-', '≥ 3', 'không dưới 0', 'đạt đủ'),
  fc.string({ minLength: 1, maxLength: 12, unit: 'grapheme' }),
);
const label = fc.oneof(fc.constant(''), word);
const id = word.filter((text) => text !== '__proto__');
const decimal = fc
  .tuple(fc.bigInt({ min: -(10n ** 20n), max: 10n ** 20n }), fc.nat({ max: 6 }))
  .map(([digits, decimals]) => {
    const sign = digits < 0n ? '-' : '';
    const plain = String(digits)
      .replace('-', '')
      .padStart(decimals + 1, '0');
    const at = plain.length - decimals;
    return decimals === 0 ? sign + plain : `${sign}${plain.slice(0, at)}.${plain.slice(at)}`;
  });
const points = fc.oneof(
  fc.constantFrom('0', '0.5', '2', '1.25', '-3', '1.000'),
  fc.integer().map((n) => String(n % 1000)),
);
const expression = fc.constantFrom(
  'max_points * (v - 45) / 50',
  ' v ',
  'if(v >= 3, 1, max_points)',
  'v\n+ 1',
  '-(v)',
  'min(v, 2.5)',
);
const whole = fc.nat({ max: 10_000 });
const name = fc.constantFrom('a', 'đúng_hạn', '_x1', 'Tỷ', 'là');
const measure = fc.oneof(fc.constantFrom('dossier.on_time_rate', 'số liệu', 'a, b', 'x;y', '"'), id);
const input = fc.oneof(
  fc.constantFrom({ declared: 'ratio' }, { declared: 'number' }),
  measure.map((written) => ({ measure: written })),
);
const rounding = fc.record({ decimals: fc.nat({ max: 3 }), mode: fc.constantFrom('half_up', 'cut') });
const value = { input, round_input: rounding };

/** Keys in `needs` always, the others now and then. */
function kind(
  name: string,
  model: Record<string, fc.Arbitrary<unknown>>,
  needs: string[],
): fc.Arbitrary<Written> {
  return fc.record(model, { requiredKeys: needs }).map((rule) => ({ kind: name, ...rule }));
}

/** Steps that fall, as a document must have them; two on one value are "above" and "from". */
const bounds = fc.uniqueArray(fc.integer({ min: -500, max: 500 }), { maxLength: 5 }).map((list) =>
  list
    .toSorted((a, b) => b - a)
    .flatMap((bound): Written[] => {
      const from = bound % 3 === 0 ? `${bound}` : `${bound}.5`;
      if (bound % 5 !== 0) return [{ from, closed: bound % 2 === 0 }];
      return [
        { from, closed: false },
        { from, closed: true },
      ];
    }),
);
const tiers = fc
  .tuple(bounds, fc.array(fc.oneof(points, expression), { minLength: 11, maxLength: 11 }))
  .map(([steps, given]) => [...steps, {}].map((step, at) => ({ ...step, points: given[at] ?? '0' })));

const option = fc.record({ id, label, points });
const item = fc.record({ id, label, per: decimal });
const lateness = fc
  .tuple(fc.uniqueArray(whole, { maxLength: 4 }), fc.array(points, { minLength: 5, maxLength: 5 }))
  .map(([days, given]) => [
    ...days.toSorted((a, b) => a - b).map((late_days, at) => ({ late_days, points: given[at] ?? '0' })),
    { points: given[4] ?? '0' },
  ]);
const due = fc.oneof(
  fc.constantFrom('2026-02-28', '2024-02-29', '1999-12-01'),
  whole.map((days) => ({ working_days_after: days })),
);
const variable = fc.oneof(
  name,
  fc.record({ name, input, round_input: rounding }, { requiredKeys: ['name', 'input'] }),
);
const percent = fc.constantFrom('0', '12.5', '20', '100');

export const anyRule: fc.Arbitrary<Written> = fc.oneof(
  kind('choice', { options: fc.array(option, { minLength: 1, maxLength: 4 }) }, ['options']),
  kind('all_of', { conditions: fc.array(label, { minLength: 1, maxLength: 4 }) }, ['conditions']),
  kind('tiers', { ...value, tiers }, ['input', 'tiers']),
  kind(
    'proportional',
    { ...value, target: decimal, floor: fc.record({ value: decimal, closed: fc.boolean() }) },
    ['input'],
  ),
  kind('deduct', { per: decimal, min: points }, ['per']),
  kind('deduct', { items: fc.array(item, { minLength: 1, maxLength: 4 }), min: points }, ['items']),
  kind(
    'shortfall',
    {
      ...value,
      target: decimal,
      each: decimal,
      per: decimal,
      min: points,
      partial: fc.constantFrom('full', 'started', 'prorata'),
    },
    ['input', 'target', 'each', 'per', 'partial'],
  ),
  kind('relative', { ...value, to: fc.constantFrom('best', 'mean') }, ['input', 'to']),
  kind('violations', { zero_from: whole, deduct_per: decimal, deduct_from: whole, min: points }, [
    'zero_from',
  ]),
  kind('percent_off', { per: decimal, min: points }, ['per']),
  kind('base_step', { ...value, from: decimal, points, each: decimal, add: decimal, cap: points }, [
    'input',
    'from',
    'points',
    'each',
    'add',
    'cap',
  ]),
  kind('deadline', { due, tiers: lateness }, ['due', 'tiers']),
  kind('per_count', { each: decimal, min: points, max: points }, ['each', 'min', 'max']),
  kind(
    'survey',
    {
      weights: fc.dictionary(id, percent, { minKeys: 1, maxKeys: 5 }),
      ignore: fc.array(label, { maxLength: 3 }),
      groups: fc.array(fc.record({ id, weight: percent }), { minLength: 1, maxLength: 3 }),
    },
    ['weights'],
  ),
  kind(
    'given',
    { by: fc.constantFrom('unit', 'appraiser', 'council', 'outside'), step: points, min: points },
    ['by'],
  ),
  kind(
    'formula',
    {
      variables: fc.array(variable, { maxLength: 4 }),
      branches: fc.array(fc.record({ id, label, points: fc.oneof(points, expression) }), {
        minLength: 1,
        maxLength: 3,
      }),
    },
    ['variables', 'branches'],
  ),
);
