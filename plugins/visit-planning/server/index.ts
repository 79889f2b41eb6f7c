import { isBusinessDate } from '@milepost/calendar';
import { defineRules, defineServerPart } from '@milepost/gateway/server-part';
import type { DayReport, Visit } from '../src/domain/types.ts';
import { checkOneReport, checkOneVisit } from './check-unique.ts';
import { checkVisit } from './check-visit.ts';
import { demoRecords } from './demo.ts';
import { messages } from './messages.ts';
import { noteVisits } from './note-visits.ts';

/** The rules of visits: a visit goes forward only, what was summed up stays, one visit for an account and a day. */
export default defineServerPart({
  id: 'visit-planning',
  collections: {
    visits: defineRules<Visit>({
      lockKey: ({ previous, next }) => (next ?? previous)?.accountId ?? '',
      validate: checkVisit,
      afterBatch: async (ctx, batch) => {
        const problems = await checkOneVisit(ctx, batch);
        if (problems.length === 0) await noteVisits(ctx, batch.writes);
        return problems;
      },
    }),
    'day-reports': defineRules<DayReport>({
      lockKey: ({ previous, next }) => (next ?? previous)?.value.dayOn ?? '',
      validate: (ctx, { next }) => {
        if (!next) return [];
        if (!isBusinessDate(next.value.dayOn)) return [ctx.problem('dayOn', 'date.unreal', messages['date.unreal'])];
        return next.value.dayOn > ctx.today ? [ctx.problem('dayOn', 'report.future', messages['report.future'])] : [];
      },
      afterBatch: checkOneReport,
    }),
  },
  demoRecords,
});
