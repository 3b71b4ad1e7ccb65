import { useState } from 'react';

/** The fields of a form as they stand; they outlive a refusal, so nothing has to be typed twice. */
export type Draft<Values> = {
  readonly values: Values;
  /** For a field of text: what it shows and what to do when it changes. */
  readonly set: <Name extends keyof Values>(name: Name, value: Values[Name]) => void;
};

export function useDraft<Values extends object>(first: Values): Draft<Values> {
  const [values, setValues] = useState(first);
  return { values, set: (name, value) => setValues((known) => ({ ...known, [name]: value })) };
}
