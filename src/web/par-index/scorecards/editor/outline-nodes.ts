import type { Json } from '../../../../domain/kernel/json.ts';
import type { Draft, DraftNode } from '../../../../domain/par-index/scorecard/draft/draft.ts';
import { HEAD } from '../../../../domain/par-index/scorecard/draft/draft.ts';
import { type MaximaSum, sumBelow, sumUnder } from '../../../../domain/par-index/scorecard/draft/sums.ts';
import type { Language } from '../../../../text/language.ts';
import { printNumber } from '../../../../text/numbers.ts';
import type { WorkspaceText } from '../../../../text/workspace.ts';
import type { OutlineNode } from '../../../ui/tree/outline.tsx';

type Words = WorkspaceText['scorecardEditor'];

/** Makes the lines of drafts; a criterion that did not change keeps its line, so that it is not drawn again. */
export function outliner(words: Words, language: Language): (draft: Draft) => OutlineNode[] {
  const made = new WeakMap<DraftNode, OutlineNode>();
  const nodeOf = (node: DraftNode): OutlineNode => {
    const known = made.get(node);
    if (known !== undefined) return known;
    const { code, name, max } = node.fields;
    const hint = noteOf(sumUnder(node), words, language);
    const fresh: OutlineNode = {
      id: `${node.id}`,
      code: typeof code === 'string' ? code : '',
      label: typeof name === 'string' && name.trim() !== '' ? name : words.unnamed,
      number: numberOf(max),
      ...(hint !== undefined && { hint }),
      children: node.children.map(nodeOf),
    };
    made.set(node, fresh);
    return fresh;
  };
  return (draft) => {
    const hint = noteOf(sumBelow(draft, HEAD), words, language);
    const head: OutlineNode = {
      id: `${HEAD}`,
      code: '',
      label: words.facts,
      number: numberOf(draft.head.total),
      ...(hint !== undefined && { hint }),
      children: [],
    };
    return [head, ...draft.roots.map(nodeOf)];
  };
}

/** Only where the maxima below do not add up to the one above. */
function noteOf(sum: MaximaSum | undefined, words: Words, language: Language): string | undefined {
  return sum === undefined || sum.order === 'equal'
    ? undefined
    : words.sumShort(printNumber(sum.sum, language));
}

/** What is no number yet is not shown in the column of numbers. */
function numberOf(value: Json | undefined): string {
  const written = String(value ?? '');
  return /^-?\d+(\.\d+)?$/.test(written) ? written : '';
}
