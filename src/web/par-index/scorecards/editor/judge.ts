import type { Fault, Step } from '../../../../domain/kernel/fault.ts';
import { readJson } from '../../../../domain/kernel/json.ts';
import {
  type Draft,
  HEAD,
  placeOf,
  printDocument,
  readDraft,
  writeDraft,
} from '../../../../domain/par-index/scorecard/draft/draft.ts';
import { scorecardFaults } from '../../../../domain/par-index/scorecard/faults.ts';
import type { Language } from '../../../../text/language.ts';
import { faultSentence } from '../../../../text/print-fault.ts';
import type { WorkspaceText } from '../../../../text/workspace.ts';
import { localized } from '../../words.ts';

/** A fault at its criterion, and the way on from there to the field. */
export type PlacedFault = { readonly fault: Fault; readonly id: number; readonly rest: readonly Step[] };

/** What a draft is worth: the document it stands for, and everything wrong with it. */
export type Verdict = {
  readonly draft: Draft;
  readonly text: string;
  readonly faults: readonly PlacedFault[];
};

export function judge(draft: Draft): Verdict {
  const document = writeDraft(draft);
  const faults = scorecardFaults(document).map((fault): PlacedFault => {
    const { id, rest } = placeOf(draft, fault.path);
    return { fault, id, rest: fault.code === 'children_or_rule' ? ['rule', 'kind'] : rest };
  });
  return { draft, text: printDocument(document), faults };
}

const NOTHING: Draft = { head: {}, roots: [], next: HEAD + 1 };

/** A stored document as a draft; what is stored has been read before and has the shape of a tree. */
export function draftOf(document: string): Draft {
  return readDraft(readJson(document).value) ?? NOTHING;
}

/** A fault in the words of the form; the sentences about files are for files. */
export function sayPlaced({ fault }: PlacedFault, language: Language, text: WorkspaceText): string {
  const { said } = text.scorecardEditor;
  const empty = fault.code === 'too_few' && /^(code|id|name)$/.test(String(fault.path.at(-1)));
  const own = Object.entries(said).find(([code]) => code === (empty ? 'required' : fault.code))?.[1];
  const detail = localized(fault.detail ?? {}, language);
  const sentence = own === undefined ? faultSentence({ ...fault, detail }, language) : own(detail);
  return `${sentence.charAt(0).toUpperCase()}${sentence.slice(1)}`;
}
