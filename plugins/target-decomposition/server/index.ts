import { defineRules, defineServerPart } from '@milepost/gateway/server-part';
import type { AllocationValue, PlanValue } from '../src/domain/types.ts';
import { checkAllocations } from './check-allocations.ts';
import { checkIdentity } from './check-identity.ts';
import { checkEdits } from './check-edits.ts';
import { checkPlanStates, checkPlanValue } from './check-plan.ts';
import { demoRecords } from './demo.ts';

/** The rules of targets: every stored plan adds up, whoever wrote it and by whatever means. */
export default defineServerPart({
  id: 'target-decomposition',
  collections: {
    plans: defineRules<PlanValue>({ validate: checkPlanValue, afterBatch: checkPlanStates }),
    allocations: defineRules<AllocationValue>({
      lockKey: ({ previous, next }) => (next ?? previous)?.value.planId ?? '',
      validate: (ctx, write) => [...checkIdentity(ctx, write), ...checkEdits(ctx, write)],
      afterBatch: checkAllocations,
    }),
  },
  demoRecords,
});
