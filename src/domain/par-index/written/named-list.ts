import { fold } from '../../kernel/fold.ts';
import { readList, writeList } from './piece.ts';

/** A code and the names under which people know it, the first of which is written. */
export type Named = { readonly code: string; readonly names: readonly string[] };

/** A list in one cell: names where each is read as its code again, else the code itself. */
export function writeNamed(codes: readonly string[], known: readonly Named[]): string {
  return writeList(
    codes.map((code) => {
      const name = known.find((one) => one.code === code)?.names[0];
      return name !== undefined && codeOf(name, known) === code ? name : code;
    }),
  );
}

/** Codes or names as they stand in a cell; `unknown` are those that are neither. */
export function readNamed(
  cell: string,
  known: readonly Named[],
): { readonly codes: readonly string[]; readonly unknown: readonly string[] } {
  const read = readList(cell).map((written) => ({ written, code: codeOf(written, known) }));
  return {
    codes: read.flatMap(({ code }) => code ?? []),
    unknown: read.flatMap(({ written, code }) => (code === undefined ? [written] : [])),
  };
}

function codeOf(written: string, known: readonly Named[]): string | undefined {
  const exact = known.find(({ code }) => code === written);
  const plain = fold(written);
  return (exact ?? known.find(({ names }) => names.some((name) => fold(name) === plain)))?.code;
}
