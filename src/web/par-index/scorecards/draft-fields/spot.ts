import type { Step } from '../../../../domain/kernel/fault.ts';
import type { Json } from '../../../../domain/kernel/json.ts';
import { isObject } from '../../../../domain/par-index/scorecard/draft/draft.ts';

/** A place in a document under work: what stands there and how it is replaced; undefined takes it out. */
export type Spot = {
  readonly value: Json | undefined;
  /** From the criterion, or from the head, down to here: the places of faults are the same. */
  readonly path: readonly Step[];
  /** `touched` is the path of what was changed, here or below. */
  readonly put: (value: Json | undefined, touched?: readonly Step[]) => void;
};

/** The place of one member of an object or a list. Two puts from one drawing lose the first: put the whole instead. */
export function below(spot: Spot, step: Step): Spot {
  const path = [...spot.path, step];
  return {
    value: memberOf(spot.value, step),
    path,
    put: (value, touched = path) => spot.put(withMember(spot.value, step, value), touched),
  };
}

/** The places of the members of a list; none where there is no list. */
export function listed(spot: Spot): Spot[] {
  return Array.isArray(spot.value) ? spot.value.map((_, position) => below(spot, position)) : [];
}

function memberOf(value: Json | undefined, step: Step): Json | undefined {
  if (Array.isArray(value)) return typeof step === 'number' ? value[step] : undefined;
  return isObject(value) && Object.hasOwn(value, step) ? value[step] : undefined;
}

function withMember(value: Json | undefined, step: Step, member: Json | undefined): Json {
  if (typeof step === 'number') {
    const list = Array.isArray(value) ? value : [];
    return member === undefined ? list.toSpliced(step, 1) : list.toSpliced(step, 1, member);
  }
  const object = isObject(value) ? value : {};
  if (member !== undefined) return { ...object, [step]: member };
  return Object.fromEntries(Object.entries(object).filter(([key]) => key !== step));
}
