import { notice } from './notice.ts';
import type { Notice, NoticeCode } from './notice.ts';
import type { TravelFindings } from './place-table.ts';

/** What is to be said about the travel matrix: how many pairs, and one of them. */
export function travelNotices({ estimated, unreachable, zero }: TravelFindings): Notice[] {
  const say = (code: NoticeCode, pairs: readonly (readonly [string, string])[]): Notice[] => {
    const [first] = pairs;
    return first === undefined ? [] : [notice(code, { count: pairs.length, pair: first.join(' → ') })];
  };
  return [...say('travel.missing', estimated), ...say('travel.unreachable', unreachable), ...say('travel.zero', zero)];
}
