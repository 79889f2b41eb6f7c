import { scanDay } from './scan-day.ts';
import type { SearchState } from './state.ts';

/** The cheapest insertion on a day: 0 when the visit is in the plan already. Computed once per placement. */
export function costOnDay(state: SearchState, client: number, day: number): number {
  const { model, trial } = state;
  if (state.slotOf[day * model.clients + client]! >= 0) return 0;
  if (trial.dayStamp[day] !== trial.stamp) scanDay(state, client, day);
  return trial.cost[day]!;
}
