/** Numbers that a caller gives by member id, for the members of one axis. */
import { coreError } from '../core-error.ts';
import type { Axis } from '../axis.ts';

/**
 * Throws `allocation.member.unknown` for an id that none of the axes has: misspelt, it would count for nobody without a word.
 * `path` is that of the list.
 */
export function checkMemberIds(values: Readonly<Record<string, unknown>>, axes: readonly Axis[], path: string): void {
  for (const id of Object.keys(values)) {
    if (!axes.some(({ numberOf }) => numberOf.has(id))) throw coreError('allocation.member.unknown', id, `${path}.${id}`);
  }
}

/** By member number: the member's own number, else that of the nearest member above it, else `otherwise`. */
export function nearestAbove({ ids, parent }: Axis, values: Readonly<Record<string, number>>, otherwise: number): Float64Array {
  const found = new Float64Array(ids.length);
  // Parents stand before their children.
  ids.forEach((id, member) => {
    const above = member === 0 ? otherwise : (found[parent[member] as number] as number);
    found[member] = Object.hasOwn(values, id) ? (values[id] as number) : above;
  });
  return found;
}
