import type { Actor } from '../../../domain/kernel/actor.ts';
import { allowedOnScorecard } from '../../../domain/par-index/campaign/policy.ts';
import type { ScorecardLine } from '../../../domain/par-index/campaign/scorecard-record.ts';
import { type ScorecardWhole, scorecards } from '../../../domain/par-index/contract.ts';
import { compareScorecards } from '../../../domain/par-index/scorecard/compare.ts';
import { type ActorTransaction, asProduct } from '../../db/actor.ts';
import { bind, type Call, command, query } from '../../http/operation.ts';
import type { Change } from '../../organization/change.ts';
import { findNames } from '../../organization/names.ts';
import { findLastNames } from '../../organization/unit-queries.ts';
import { listCampaigns } from '../campaigns/queries.ts';
import { scorecardOf } from '../documents.ts';
import { type KeptScorecard, listScorecards } from './queries.ts';
import { copyScorecard, getScorecard, importScorecard, issueScorecard, saveDraft } from './service.ts';

const os = bind(scorecards);

export const scorecardRoutes = os.router({
  list: os.list.handler((call) =>
    query(call, async (trx, actor) => ({
      scorecards: await toLines(trx, actor, await listScorecards(trx, actor.tenantId, call.input.indexKind)),
    })),
  ),

  get: os.get.handler((call) =>
    query(call, async (trx, actor) =>
      toWhole(trx, actor, await getScorecard({ trx, actor }, call.input.scorecardId)),
    ),
  ),

  import: os.import.handler((call) => changing(call, (change) => importScorecard(change, call.input))),
  save: os.save.handler((call) => changing(call, (change) => saveDraft(change, call.input))),
  copy: os.copy.handler((call) => changing(call, (change) => copyScorecard(change, call.input.scorecardId))),
  issue: os.issue.handler((call) => changing(call, (change) => issueScorecard(change, call.input))),

  compare: os.compare.handler((call) =>
    query(call, async (trx, actor) => {
      const { scorecardId, otherId } = call.input;
      const one = await getScorecard({ trx, actor }, scorecardId);
      const other = await getScorecard({ trx, actor }, otherId, 'otherId');
      const [from, to] = await toLines(trx, actor, [one, other]);
      if (from === undefined || to === undefined) throw new Error('a scorecard lost its line');
      return { from, to, changes: compareScorecards(scorecardOf(one.document), scorecardOf(other.document)) };
    }),
  ),
});

function changing(call: Call, run: (change: Change) => Promise<KeptScorecard>): Promise<ScorecardWhole> {
  return command(call, async (trx, actor) =>
    toWhole(trx, actor, await run({ trx, actor, now: call.context.now })),
  );
}

async function toWhole(trx: ActorTransaction, actor: Actor, kept: KeptScorecard): Promise<ScorecardWhole> {
  const [line] = await toLines(trx, actor, [kept]);
  if (line === undefined) throw new Error('a scorecard lost its line');
  return { ...line, document: kept.document };
}

async function toLines(
  trx: ActorTransaction,
  actor: Actor,
  kept: readonly KeptScorecard[],
): Promise<ScorecardLine[]> {
  const { tenantId } = actor;
  const ids = kept.map(({ scorecardId }) => scorecardId);
  const { campaigns, owners, issuers } = await asProduct(trx, actor, async () => ({
    campaigns: await listCampaigns(trx, tenantId, ids),
    owners: await findLastNames(trx, tenantId, [...new Set(kept.map(({ ownerUnitId }) => ownerUnitId))]),
    issuers: await findNames(
      trx,
      tenantId,
      kept.map(({ issuedBy }) => issuedBy),
    ),
  }));
  return kept.map(({ document: _, createdBy: __, issuedBy, ownerPath, ...line }) => ({
    ...line,
    ownerUnitName: owners.get(line.ownerUnitId) ?? '',
    issuedByName: issuedBy === null ? null : (issuers.get(issuedBy) ?? null),
    campaigns: campaigns.get(line.scorecardId) ?? [],
    allowed: allowedOnScorecard(actor, { ...line, ownerPath }),
  }));
}
