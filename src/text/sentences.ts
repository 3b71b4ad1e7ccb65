/** The values a sentence is made with; a name that is not there prints as nothing. */
export type Detail = Readonly<Record<string, string | number | undefined>>;
export type Sentence = (detail: Detail) => string;

/** Keeps the codes of a catalog as its type, so that the English one must have the same. */
export function sentences<Code extends string>(catalog: Record<Code, Sentence>): Record<Code, Sentence> {
  return catalog;
}
