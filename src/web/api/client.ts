import { createORPCClient } from '@orpc/client';
import type { ContractRouterClient } from '@orpc/contract';
import { OpenAPILink } from '@orpc/openapi-client/fetch';
import { createTanstackQueryUtils } from '@orpc/tanstack-query';
import { files } from '../../domain/files/contract.ts';
import { accounts, invitations, me, passwords, session, totp } from '../../domain/identity/contract.ts';
import { journalContract as journal } from '../../domain/journal/contract.ts';
import { units } from '../../domain/organization/contract.ts';
import { assignments, people, positions } from '../../domain/organization/people-contract.ts';
import { figures, publishedTables, results, scorecards } from '../../domain/par-index/contract.ts';
import { work } from '../../domain/work/contract.ts';
import { ask } from './ask.ts';
import { decodeRefusal } from './failure.ts';

const contract = {
  accounts,
  assignments,
  figures,
  files,
  invitations,
  journal,
  me,
  passwords,
  people,
  positions,
  publishedTables,
  results,
  scorecards,
  session,
  totp,
  units,
  work,
};

/** A command carries the key under which a repeat answers what the first did. */
type Context = { readonly idempotencyKey?: string };

const link = new OpenAPILink<Context>(contract, {
  url: `${window.location.origin}/api`,
  fetch: (request, init) => ask(request, init),
  headers: ({ context }) =>
    context.idempotencyKey === undefined ? {} : { 'idempotency-key': context.idempotencyKey },
  customErrorResponseBodyDecoder: (body, response) => decodeRefusal(body, response.status),
});

export const client: ContractRouterClient<typeof contract, Context> = createORPCClient(link);

/** Query options of every operation: `api.units.tree.queryOptions(…)`. */
export const api = createTanstackQueryUtils(client);
