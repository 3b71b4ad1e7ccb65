import { type JsonObject, readJson, writeJson } from '../../../kernel/json.ts';
import { printDocument, readDraft, writeDraft } from './draft.ts';

/**
 * The document with the paper it rests on written into its head, or without any. A document that says so already stays
 * as it is written, and so does a text that is no scorecard.
 */
export function decidedBy(document: string, decision: JsonObject | undefined): string {
  const draft = readDraft(readJson(document).value);
  if (draft === undefined) return document;
  const { decision: said, ...rest } = draft.head;
  const same = said === undefined ? decision === undefined : sameMembers(said, decision);
  if (same) return document;
  const head = decision === undefined ? rest : { ...draft.head, decision };
  return printDocument(writeDraft({ ...draft, head }));
}

/** Alike whatever the order of the members. */
function sameMembers(said: JsonObject[string], decision: JsonObject | undefined): boolean {
  if (decision === undefined || typeof said !== 'object' || said === null) return false;
  const sorted = (one: object) =>
    writeJson(Object.fromEntries(Object.entries(one).sort(([a], [b]) => (a < b ? -1 : 1))));
  return sorted(said) === sorted(decision);
}
