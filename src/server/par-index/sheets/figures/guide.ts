import { printShortPoints } from '../../../../domain/kernel/number/points.ts';
import { formOf } from '../../../../domain/par-index/figures/form.ts';
import type { Criterion, Leaf, Scorecard } from '../../../../domain/par-index/scorecard/scorecard.ts';
import { ruleSentence as ruleEn } from '../../../../text/en/rules.ts';
import type { Language } from '../../../../text/language.ts';
import { printNumber } from '../../../../text/numbers.ts';
import { ruleSentence as ruleVi } from '../../../../text/vi/rules.ts';
import { workspaceText } from '../../../../text/workspace.ts';
import { type ReportCell, reportSource } from '../../../sheets/report.ts';
import type { SheetSource } from '../../../sheets/sheet-head.ts';

/** The sheet that says of each criterion how its points are earned and how its figure is written. */
export function guideSource(scorecard: Scorecard, language: Language): SheetSource {
  const { figureSheets, parIndex } = workspaceText[language];
  return reportSource({
    name: figureSheets.guide,
    widths: [10, 44, 10, 64, 48, 26, 36],
    above: [
      [{ text: figureSheets.guideTitle(scorecard.name), look: 'title' }],
      [{ text: figureSheets.guideLead, look: 'note' }],
      [],
    ],
    titles: [
      parIndex.code,
      parIndex.criterion,
      parIndex.max,
      parIndex.rule,
      figureSheets.way,
      parIndex.nothingArose,
      parIndex.evidence,
    ],
    frozen: 2,
    rows: scorecard.nodes.map((node) => guideRow(node, language)),
  });
}

function guideRow(node: Criterion, language: Language): ReportCell[] {
  const { figureSheets, parIndex } = workspaceText[language];
  const max = printShortPoints(node.max);
  const head: ReportCell[] = [
    wrapped(node.code),
    wrapped(node.name),
    { number: max, decimals: max.split('.')[1]?.length ?? 0 },
  ];
  if (node.type === 'group') return head;
  return [
    ...head,
    wrapped(sentencesOf(node, printNumber(max, language), language)),
    wrapped(figureSheets.ways[formOf(node.rule)]),
    wrapped(node.nothingArose === undefined ? '' : parIndex.nothingAroseWays[node.nothingArose]),
    wrapped(node.evidence ?? ''),
  ];
}

/** The rule, and below it that of each variant. */
function sentencesOf({ rule, variants }: Leaf, max: string, language: Language): string {
  const sentence = { vi: ruleVi, en: ruleEn }[language];
  const { ruleFor } = workspaceText[language].parIndex;
  const others = variants.map(
    (variant) => `${ruleFor(variant.for.join(', '))}: ${sentence(variant.rule, max)}`,
  );
  return [sentence(rule, max), ...others].join('\n');
}

function wrapped(text: string): ReportCell {
  return text === '' ? null : { text, look: 'wrapped' };
}
