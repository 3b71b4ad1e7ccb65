import { type AnyContractRouter, isContractProcedure } from '@orpc/contract';
import { type Access, OperationMeta } from './kernel/operation.ts';

export type OperationLine = {
  /** `units.rename` */
  readonly name: string;
  readonly method: string;
  readonly path: string;
  readonly summary: string;
  readonly access: Access;
};

/** The operations of a contract, in the order in which they are written. */
export function listOperations(router: AnyContractRouter, above: readonly string[] = []): OperationLine[] {
  if (!isContractProcedure(router))
    return Object.entries(router).flatMap(([key, below]) => listOperations(below, [...above, key]));
  const { route, meta } = router['~orpc'];
  const { method = 'POST', path = '', summary = '' } = route;
  return [{ name: above.join('.'), method, path, summary, access: OperationMeta.parse(meta).permission }];
}
