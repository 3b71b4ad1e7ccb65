import { type AnyContractRouter, isContractProcedure } from '@orpc/contract';
import { files } from '../../domain/files/contract.ts';
import { accounts, invitations, me, passwords, session, totp } from '../../domain/identity/contract.ts';
import { journalContract as journal } from '../../domain/journal/contract.ts';
import { type Access, OperationMeta } from '../../domain/kernel/operation.ts';
import { units } from '../../domain/organization/contract.ts';
import { assignments, people, positions } from '../../domain/organization/people-contract.ts';
import { figures, publishedTables, results, scorecards } from '../../domain/par-index/contract.ts';

/** Every operation of the product, by subject. */
const contract = {
  session,
  totp,
  passwords,
  invitations,
  me,
  units,
  people,
  positions,
  assignments,
  accounts,
  files,
  journal,
  scorecards,
  figures,
  results,
  publishedTables,
};

export type OperationLine = {
  /** `units.rename` */
  readonly name: string;
  readonly method: string;
  readonly path: string;
  readonly summary: string;
  readonly access: Access;
  /** How large a body it takes, where that is more than usual. */
  readonly bodyMegabytes?: number | undefined;
};

/** The operations of the product, in the order in which the contract names them. */
export function listOperations(
  router: AnyContractRouter = contract,
  above: readonly string[] = [],
): OperationLine[] {
  if (!isContractProcedure(router))
    return Object.entries(router).flatMap(([key, below]) => listOperations(below, [...above, key]));
  const { route, meta } = router['~orpc'];
  const { method = 'POST', path = '', summary = '' } = route;
  const { permission: access, bodyMegabytes } = OperationMeta.parse(meta);
  return [{ name: above.join('.'), method, path, summary, access, bodyMegabytes }];
}
