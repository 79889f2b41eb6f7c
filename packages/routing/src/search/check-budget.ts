import { RoutingError } from '../error.ts';
import type { Budget } from './start-search.ts';

/**
 * Refuses a budget that would end at once without a word, or never. Throws `routing.search.iterations`, `routing.search.seconds` or
 * `routing.search.clock`.
 */
export function checkBudget({ iterations, seconds, now }: Budget): void {
  if (iterations !== undefined && !(Number.isSafeInteger(iterations) && iterations >= 0)) {
    throw new RoutingError('routing.search.iterations', iterations, 'iterations');
  }
  if (seconds === undefined) return;
  if (!(Number.isFinite(seconds) && seconds >= 0)) throw new RoutingError('routing.search.seconds', seconds, 'seconds');
  if (now === undefined) throw new RoutingError('routing.search.clock', seconds, 'now');
}
