import type { CollectionRules, PendingWrite, ServerContext, ServerProblem } from '@milepost/gateway/server-part';
import type { RecordWrite } from '@milepost/sdk/host';
import { canonicalJson } from '@milepost/scoring';
import { runPersonId } from '../src/domain/records.ts';
import type { RunPerson, RunRecord, RunSnapshot } from '../src/domain/records.ts';
import { computeRun } from './compute-run.ts';
import type { Computed } from './compute-run.ts';
import { refusal } from './problems.ts';

/** Frozen for ever, and only what the server computes itself is ever frozen. */
export const runRules: CollectionRules<RunRecord> = {
  validate: checkRun,
  lockKey: ({ previous, next }) => `month:${(next ?? previous)?.value.period ?? ''}`,
};

type Belonging = { readonly ownerId: string | null; readonly unitId: string | null };
type Batch = { readonly writes: readonly PendingWrite<RunRecord>[] };

/** One computation serves all records of a batch. */
const computed = new WeakMap<ServerContext, Map<string, Promise<Computed>>>();

function expected(ctx: ServerContext, { period, unitId }: RunSnapshot): Promise<Computed> {
  const ofRequest = computed.get(ctx) ?? new Map<string, Promise<Computed>>();
  computed.set(ctx, ofRequest);
  const key = `${period} ${unitId}`;
  const known = ofRequest.get(key) ?? computeRun(ctx, period, unitId);
  ofRequest.set(key, known);
  return known;
}

async function checkRun(
  ctx: ServerContext,
  { id, previous, next, writes }: PendingWrite<RunRecord> & Batch,
): Promise<ServerProblem[]> {
  if (previous || !next) return [refusal(ctx, '', 'run.frozen')];
  const { value } = next;
  return value.kind === 'snapshot' ? checkSnapshot(ctx, id, value, next, writes) : checkPerson(ctx, id, value, next, writes);
}

async function checkSnapshot(
  ctx: ServerContext,
  id: string,
  value: RunSnapshot,
  { ownerId, unitId }: Belonging,
  writes: Batch['writes'],
): Promise<ServerProblem[]> {
  const answer = await expected(ctx, value);
  if (!answer.ok) return [refusal(ctx, 'period', answer.code)];
  if (id !== answer.runId || canonicalJson(value) !== canonicalJson(answer.run.record))
    return [refusal(ctx, 'snapshot', 'run.forged')];
  // Who it belongs to decides who sees it: the results of a unit stay with the unit.
  if (ownerId !== ctx.session.user.personId || unitId !== value.unitId) return [refusal(ctx, 'unitId', 'run.forged')];
  const given = new Set(writes.map((write) => write.id));
  const whole = answer.run.people.every((person) => given.has(runPersonId(person.period, person.personId)));
  return whole ? [] : [refusal(ctx, 'people', 'run.incomplete')];
}

async function checkPerson(
  ctx: ServerContext,
  id: string,
  value: RunPerson,
  { ownerId, unitId }: Belonging,
  writes: Batch['writes'],
): Promise<ServerProblem[]> {
  const snapshot = writes.find((write) => write.id === value.runId)?.next?.value;
  if (snapshot?.kind !== 'snapshot') return [refusal(ctx, 'runId', 'run.incomplete')];
  const answer = await expected(ctx, snapshot);
  if (!answer.ok) return [refusal(ctx, 'period', answer.code)];
  const mine = answer.run.people.find((person) => person.personId === value.personId);
  const right = mine && id === runPersonId(value.period, value.personId) && canonicalJson(mine) === canonicalJson(value);
  return right && ownerId === value.personId && unitId === value.unitId ? [] : [refusal(ctx, 'result', 'run.forged')];
}

/** The records of a run, as they are written. */
export function writesOf({ run, runId }: Extract<Computed, { ok: true }>): Extract<RecordWrite<RunRecord>, { op: 'put' }>[] {
  return [
    { op: 'put', id: runId, revision: 0, value: run.record, unitId: run.record.unitId },
    ...run.people.map((person) => ({
      op: 'put' as const,
      id: runPersonId(person.period, person.personId),
      revision: 0,
      value: person,
      ownerId: person.personId,
      unitId: person.unitId,
    })),
  ];
}
