import type { CollectionRules, PendingWrite, ServerContext, ServerProblem } from '@milepost/gateway/server-part';
import { indicatorOf } from '../src/domain/measurable.ts';
import { runPersonId, targetRecordId } from '../src/domain/records.ts';
import type { PersonalTarget, RunRecord } from '../src/domain/records.ts';
import { refusal } from './problems.ts';

/** A target belongs to its person, stands once for each month and indicator, and stays once the month is frozen. */
export const targetRules: CollectionRules<PersonalTarget> = {
  validate: checkTarget,
  // A freeze of the month reads its targets: the two wait for each other.
  lockKey: ({ previous, next }) => [previous, next].flatMap((record) => (record ? [`month:${record.value.period}`] : [])),
};

async function checkTarget(ctx: ServerContext, { id, previous, next }: PendingWrite<PersonalTarget>): Promise<ServerProblem[]> {
  const target = (next ?? previous)?.value;
  if (!target) return [];
  const problems: ServerProblem[] = [];
  if (await ctx.records<RunRecord>('runs').get(runPersonId(target.period, target.personId)))
    problems.push(refusal(ctx, 'period', 'target.frozen'));
  if (!next) return problems;
  if (id !== targetRecordId(target) || next.ownerId !== target.personId) problems.push(refusal(ctx, 'personId', 'target.id'));
  const unit = indicatorOf(target.indicatorId)?.unit;
  if (unit === undefined || target.indicatorId === 'target-attainment')
    problems.push(refusal(ctx, 'indicatorId', 'target.indicator'));
  else if ((unit === 'money' || unit === 'count') && !Number.isSafeInteger(target.value))
    problems.push(refusal(ctx, 'value', 'target.whole'));
  return problems;
}
