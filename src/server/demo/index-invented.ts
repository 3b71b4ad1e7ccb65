import type { Json } from '../../domain/kernel/json.ts';
import { HUNDRED } from '../../domain/kernel/number/ratio.ts';
import type { Rule } from '../../domain/par-index/rules/rule.ts';
import { draw } from './index-figures.ts';

/** `level` of 1000: how well the unit does there; `words` say which figure it is, so that it is always the same one. */
export type Invention = { readonly words: string; readonly level: number };

/** An illustrative figure in the form that the rule reads, or nothing where no form is known for it. */
export function invent(rule: Rule, { words, level }: Invention): Json | undefined {
  const near = Math.max(50, Math.min(985, level + (draw(words) % 91) - 45));
  if (rule.kind === 'survey') return { survey: answersTo(rule, words, near) };
  if (rule.kind === 'proportional') {
    const of = 24 + (draw(`${words} of`) % 260);
    const { n, d } = rule.target ?? HUNDRED;
    return { ratio: [Math.min(of, Math.round((of * near * Number(n)) / (Number(d) * 100_000))), of] };
  }
  if (rule.kind === 'deduct' && rule.items === undefined)
    return { count: near > 800 ? 0 : 1 + (draw(words) % 2) };
  return undefined;
}

type Survey = Extract<Rule, { kind: 'survey' }>;

function answersTo(rule: Survey, words: string, level: number): { [key: string]: Json } {
  if (rule.groups === undefined) return answers(rule, words, level, 90);
  return Object.fromEntries(
    rule.groups.map(({ id }, position) => [id, answers(rule, `${words} ${id}`, level, 110 - 70 * position)]),
  );
}

/** The two best options take those who are content, most of the others stand in the middle, a few have no opinion. */
function answers(rule: Survey, words: string, level: number, about: number): { [key: string]: Json } {
  const people = about + (draw(words) % 60);
  const content = Math.round((people * level) / 1000);
  const best = Math.round((content * (25 + (draw(`${words} best`) % 20))) / 100);
  const rest = people - content;
  const middle = Math.round(rest * 0.7);
  const low = Math.round((rest - middle) * 0.8);
  const counts = [best, content - best, middle, low, rest - middle - low];
  const given = Object.keys(rule.weights).map((option, position): [string, Json] => [
    option,
    counts[position] ?? 0,
  ]);
  const silent = (rule.ignore ?? []).map((option): [string, Json] => [
    option,
    draw(`${words} ${option}`) % 6,
  ]);
  return Object.fromEntries([...given, ...silent]);
}
