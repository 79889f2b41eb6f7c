import type { VisitProblem } from '../problem/visit-problem.ts';
import { notice } from './notice.ts';
import type { Notice } from './notice.ts';

/** Names customers with the same name at the same place. */
export function twins({ customers }: VisitProblem): Notice[] {
  const seen = new Map<string, string>();
  return customers.flatMap(({ id, name, place }) => {
    if (place?.point == null) return [];
    const key = `${name} ${place.point.lng.toFixed(5)} ${place.point.lat.toFixed(5)}`;
    const other = seen.get(key);
    seen.set(key, other ?? id);
    return other === undefined ? [] : [notice('customer.twin', { name: id, other }, { customer: id })];
  });
}
