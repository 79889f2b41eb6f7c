import { isDeepStrictEqual } from 'node:util';
import { editKey } from '../src/domain/edit-key.ts';
import { keepEdits } from '../src/domain/stored.ts';
import { maxEdits } from '../src/domain/types.ts';
import type { StoredEdit } from '../src/domain/types.ts';

/**
 * The changes that `next` adds to `known`, oldest first; null where a known change is missing, altered or out of order. Every
 * known change stays as it is: only a record that is full drops some, the oldest after the first, one for each that is added.
 */
export function freshEdits(known: readonly StoredEdit[], next: readonly StoredEdit[]): readonly StoredEdit[] | null {
  const keys = new Set(known.map(editKey));
  const mostDropped = next.length < maxEdits ? 0 : Math.max(0, known.length - 1);
  for (let dropped = 0; dropped <= mostDropped; dropped += 1) {
    const fresh = next.slice(known.length - dropped);
    // A known change is never taken for a new one: what stands behind the one that is left out would pass for added.
    if (fresh.some((edit) => keys.has(editKey(edit)))) continue;
    const expected = keepEdits([...known, ...fresh]);
    if (expected.length === next.length && isDeepStrictEqual(expected, next)) return fresh;
  }
  return null;
}
