import { oc } from '@orpc/contract';
import * as z from 'zod';
import { Permission } from './permission.ts';

/**
 * Who may call an operation: the holder of a permission for at least one unit (which one, the service decides),
 * anyone signed in, or anyone at all.
 */
export const Access = z.union([Permission, z.enum(['signed_in', 'anyone'])]);
export type Access = z.infer<typeof Access>;

/** What every operation says of itself beside route, input and output. */
export const OperationMeta = z.object({
  permission: Access,
  /** How large a body it takes, in megabytes; 1 where nothing is said. */
  bodyMegabytes: z.int().positive().optional(),
});
export type OperationMeta = z.infer<typeof OperationMeta>;

const Refusal = z.object({
  faults: z.array(
    z.object({
      path: z.array(z.union([z.string(), z.number()])),
      code: z.string(),
      detail: z.record(z.string(), z.union([z.string(), z.number()])).optional(),
    }),
  ),
});

/** The status of each way of saying no; the same table serves answers and OpenAPI. */
export const STATUS = {
  invalid_input: 400,
  unauthenticated: 401,
  forbidden: 403,
  not_found: 404,
  conflict: 409,
  rule_broken: 422,
} as const;

/** Where every contract begins: `operation('unit.change').route({…}).input(…).output(…)`. */
export function operation(permission: Access, more: Omit<OperationMeta, 'permission'> = {}) {
  return oc.$meta<OperationMeta>({ permission, ...more }).errors({
    invalid_input: { status: STATUS.invalid_input, data: Refusal },
    unauthenticated: { status: STATUS.unauthenticated, data: Refusal },
    forbidden: { status: STATUS.forbidden, data: Refusal },
    not_found: { status: STATUS.not_found, data: Refusal },
    conflict: { status: STATUS.conflict, data: Refusal },
    rule_broken: { status: STATUS.rule_broken, data: Refusal },
  });
}
