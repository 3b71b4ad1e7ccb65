import { useText } from '../ui/language.tsx';

/** What people call the things that the journal names by id. */
export type Names = {
  readonly person: (personId: string) => string;
  /** The unit at the end of a path, `/a/b/`; empty for the whole tenant. */
  readonly unitAt: (path: string) => string;
};

/** From what each page of the journal says of its own entries. */
export function useNames(pages: readonly { readonly names: Readonly<Record<string, string>> }[]): Names {
  const { journal } = useText();
  const known = new Map(pages.flatMap(({ names }) => Object.entries(names)));
  const unitOf = (id: string) => (id === '' ? '' : (known.get(id) ?? journal.hiddenUnit));
  return {
    person: (personId) => known.get(personId) ?? journal.hiddenPerson,
    unitAt: (path) => unitOf(path.split('/').at(-2) ?? ''),
  };
}
