import { defineRules, defineServerPart } from '@milepost/gateway/server-part';
import type { PendingWrite } from '@milepost/gateway/server-part';
import type { AllocationValue, PlanValue } from '../src/domain/types.ts';
import { checkAllocations } from './check-allocations.ts';
import { checkIdentity } from './check-identity.ts';
import { checkEdits } from './check-edits.ts';
import { checkPlanStates, checkPlanValue } from './check-plan.ts';
import { demoRecords } from './demo.ts';

type Pending = PendingWrite<PlanValue>;

const yearsOf = (previous: Pending['previous'], next: Pending['next']): string[] =>
  [previous, next].flatMap((record) => record?.value.period ?? []);

/** The rules of targets: every stored plan adds up, whoever wrote it and by whatever means. */
export default defineServerPart({
  id: 'target-decomposition',
  collections: {
    plans: defineRules<PlanValue>({
      // A plan and its numbers are judged together, and a year has one published plan.
      lockKey: ({ id, previous, next }) => [`plan:${id}`, ...yearsOf(previous, next).map((year) => `year:${year}`)],
      validate: checkPlanValue,
      afterBatch: checkPlanStates,
    }),
    allocations: defineRules<AllocationValue>({
      lockKey: ({ previous, next }) => [previous, next].flatMap((record) => (record ? [`plan:${record.value.planId}`] : [])),
      validate: (ctx, write) => [...checkIdentity(ctx, write), ...checkEdits(ctx, write)],
      afterBatch: checkAllocations,
    }),
  },
  demoRecords,
});
