import type { Actor } from '../../../domain/kernel/actor.ts';
import { AppError } from '../../../domain/kernel/app-error.ts';
import { fault } from '../../../domain/kernel/fault.ts';
import type { UnitId } from '../../../domain/kernel/id.ts';
import type { JsonObject } from '../../../domain/kernel/json.ts';
import type { Decision } from '../../../domain/organization/unit.ts';
import { allowedOnScorecard, mayEditScorecards } from '../../../domain/par-index/campaign/policy.ts';
import { type IndexKind, ScorecardId } from '../../../domain/par-index/campaign/scorecard-record.ts';
import { decidedBy } from '../../../domain/par-index/scorecard/draft/decided.ts';
import { newId } from '../../db/new-id.ts';
import { record } from '../../journal/record.ts';
import { type Change, forbidden, unknown } from '../../organization/change.ts';
import { dayOf } from '../../organization/today.ts';
import { listVersionsOn } from '../../organization/unit-queries.ts';
import { scorecardOf } from '../documents.ts';
import {
  addScorecard,
  findScorecard,
  type KeptScorecard,
  lockDraft,
  lockNextVersion,
  saveScorecard,
} from './queries.ts';

/** A draft out of a document. @throws AppError `invalid_input` with every fault, `forbidden`, `not_found` */
export async function importScorecard(
  change: Change,
  input: { indexKind: IndexKind; document: string; ownerUnitId?: UnitId | undefined },
): Promise<KeptScorecard> {
  const owner = await ownerOf(change, input.ownerUnitId);
  const head = headOf(input.document);
  return add(change, { ...head, ...owner, indexKind: input.indexKind, document: input.document }, null);
}

/** The next version of a scorecard, as a draft that rests on no paper yet. @throws AppError `not_found`, `forbidden` */
export async function copyScorecard(change: Change, scorecardId: ScorecardId): Promise<KeptScorecard> {
  const source = await getScorecard(change, scorecardId);
  if (!allowedOnScorecard(change.actor, source).includes('copy'))
    throw forbidden('scorecard.edit', source.name);
  const { indexKind, code, year, name, ownerUnitId, ownerPath } = source;
  const document = decidedBy(source.document, undefined);
  return add(change, { indexKind, code, year, name, document, ownerUnitId, ownerPath }, source.scorecardId);
}

/** @throws AppError `invalid_input` with every fault, `not_found`, `forbidden`, `conflict` when somebody saved since */
export async function saveDraft(
  change: Change,
  input: { scorecardId: ScorecardId; document: string; revision: number },
): Promise<KeptScorecard> {
  const draft = await lockFor(change, input, 'edit');
  const head = headOf(input.document);
  const saved = { ...draft, ...head, document: input.document, revision: draft.revision + 1 };
  const renamed = saved.code !== draft.code;
  if (renamed) await refuseTaken(change, saved);
  await saveScorecard(change.trx, change.actor.tenantId, saved);
  await tell(change, saved, 'scorecard.saved', { before: faceOf(draft), after: faceOf(saved) });
  return saved;
}

/** The document says from then on by which decision. @throws AppError `not_found`, `forbidden`, `conflict` */
export async function issueScorecard(
  change: Change,
  input: { scorecardId: ScorecardId; revision: number; decision: Decision },
): Promise<KeptScorecard> {
  const draft = await lockFor(change, input, 'issue');
  const issued: KeptScorecard = {
    ...draft,
    status: 'issued',
    revision: draft.revision + 1,
    issuedAt: change.now.round('millisecond').toString(),
    issuedBy: change.actor.personId,
    decision: input.decision,
    document: decidedBy(draft.document, writtenDecision(input.decision)),
  };
  await saveScorecard(change.trx, change.actor.tenantId, issued);
  const { number, date, issuer } = input.decision;
  await tell(change, issued, 'scorecard.issued', {
    after: faceOf(issued),
    reason: [number, date, issuer].filter(Boolean).join(', '),
  });
  return issued;
}

function writtenDecision({ number, date, issuer }: Decision): JsonObject {
  return { number, ...(date !== undefined && { date }), ...(issuer !== undefined && { issuer }) };
}

/** @throws AppError `not_found` */
export async function getScorecard(
  { trx, actor }: Pick<Change, 'trx' | 'actor'>,
  scorecardId: ScorecardId,
  field = 'scorecardId',
): Promise<KeptScorecard> {
  const kept = await findScorecard(trx, actor.tenantId, scorecardId);
  if (kept === undefined) throw unknown('unknown_scorecard', field);
  return kept;
}

type Head = Pick<KeptScorecard, 'code' | 'year' | 'name'>;

/** What the list shows is read out of the document itself, so that the two cannot differ. */
function headOf(document: string): Head {
  const { code, year, name } = scorecardOf(document);
  return { code, year, name };
}

type Owner = Pick<KeptScorecard, 'ownerUnitId' | 'ownerPath'>;

/** The unit that was named, or the highest one for which the actor writes scorecards. */
async function ownerOf({ trx, actor, now }: Change, asked: UnitId | undefined): Promise<Owner> {
  const versions = await listVersionsOn(trx, actor.tenantId, dayOf(now));
  const unit = versions.find((version) =>
    asked === undefined ? mayEditScorecards(actor, version) : version.unitId === asked,
  );
  if (unit === undefined) throw unknown('unknown_unit', 'ownerUnitId');
  if (!mayEditScorecards(actor, unit)) throw forbidden('scorecard.edit', unit.name);
  return { ownerUnitId: unit.unitId, ownerPath: unit.path };
}

type New = Head & Owner & Pick<KeptScorecard, 'indexKind' | 'document'>;

async function add(change: Change, begun: New, copiedFrom: ScorecardId | null): Promise<KeptScorecard> {
  const { trx, actor, now } = change;
  const draft: KeptScorecard = {
    ...begun,
    scorecardId: ScorecardId.parse(newId(now)),
    status: 'draft',
    version: await lockNextVersion(trx, actor.tenantId, begun.ownerUnitId, begun.code),
    revision: 1,
    copiedFrom,
    createdAt: now.round('millisecond').toString(),
    createdBy: actor.personId,
    issuedAt: null,
    issuedBy: null,
    decision: null,
  };
  await addScorecard(trx, actor.tenantId, draft);
  const action = copiedFrom === null ? 'scorecard.imported' : 'scorecard.copied';
  await tell(change, draft, action, { after: { ...faceOf(draft), copiedFrom } });
  return draft;
}

async function lockFor(
  { trx, actor }: Change,
  { scorecardId, revision }: { scorecardId: ScorecardId; revision: number },
  action: 'edit' | 'issue',
): Promise<KeptScorecard> {
  const seen = await getScorecard({ trx, actor }, scorecardId);
  if (seen.status === 'issued') throw new AppError('rule_broken', [fault([], 'scorecard_is_issued')]);
  refuseUnlessAllowed(actor, seen, action);
  const draft = await lockDraft(trx, actor.tenantId, scorecardId);
  if (draft === undefined || draft.revision !== revision)
    throw new AppError('conflict', [
      fault(['revision'], 'saved_since', { revision: draft?.revision ?? seen.revision }),
    ]);
  return draft;
}

function refuseUnlessAllowed(actor: Actor, kept: KeptScorecard, action: 'edit' | 'issue'): void {
  if (allowedOnScorecard(actor, kept).includes(action)) return;
  throw forbidden(action === 'edit' ? 'scorecard.edit' : 'scorecard.issue', kept.name);
}

/** A draft takes another code only if no scorecard of that code has its number. */
async function refuseTaken(
  { trx, actor }: Change,
  { ownerUnitId, code, version }: KeptScorecard,
): Promise<void> {
  const next = await lockNextVersion(trx, actor.tenantId, ownerUnitId, code);
  if (next <= version) return;
  throw new AppError('rule_broken', [fault(['code'], 'scorecard_code_taken', { code })]);
}

/** The journal keeps what tells one state from another; the document itself is kept with the scorecard. */
function faceOf({ code, year, name, version, revision, status, indexKind }: KeptScorecard) {
  return { code, year, name, version, revision, status, indexKind };
}

async function tell(
  { trx, actor, now }: Change,
  { scorecardId, ownerPath }: KeptScorecard,
  action: string,
  what: { before?: unknown; after?: unknown; reason?: string },
): Promise<void> {
  await record(trx, actor, now, [
    { subjectKind: 'scorecard', subjectId: scorecardId, unitPath: ownerPath, action, ...what },
  ]);
}
