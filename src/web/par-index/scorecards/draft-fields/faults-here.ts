import { createContext, useContext } from 'react';
import type { Step } from '../../../../domain/kernel/fault.ts';

type Said = (path: readonly Step[]) => string | undefined;

/** What is wrong at a place of the criterion in work, as a sentence. */
export const FaultsHere = createContext<Said>(() => undefined);

/** What a field needs to show its fault and to be found by it. */
export function useFaultAt(path: readonly Step[]): { error: string | undefined; 'data-at': string } {
  const said = useContext(FaultsHere);
  return { error: said(path), 'data-at': atOf(path) };
}

/** `rule.tiers.0.from`: how a field of the form is named after its place. */
export function atOf(path: readonly Step[]): string {
  return path.join('.');
}
