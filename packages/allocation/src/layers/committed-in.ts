/** Which commitments lie within a cell, by its positions: shared by the gap and by the merged proposal. */
import type { Commitments, WideCommitment } from './commitments.ts';

/** Wide commitments that lie within a cell, by their place in the list. */
export interface Within {
  /** 1 for those whose every leaf cell is in it. */
  readonly inside: Uint8Array;
  /** Those of them that no other of them covers. */
  readonly outermost: readonly number[];
  /** Those that reach beyond the cell. */
  readonly beyond: readonly number[];
}

/** Looks at every position of the cell once. `except` and whatever lies around it are left out. */
export function wideWithin({ wide, owner }: Commitments, positions: Int32Array, except = -1): Within {
  const count = new Int32Array(wide.length);
  if (wide.length > 0) {
    for (const position of positions) {
      const index = owner[position] as number;
      if (index >= 0) count[index] = (count[index] as number) + 1;
    }
  }
  const inside = new Uint8Array(wide.length);
  // Inner ones stand behind outer ones: from the end, every count is complete when it is handed on.
  for (let index = wide.length - 1; index >= 0; index -= 1) {
    const { parent, size } = wide[index] as WideCommitment;
    if (count[index] === size) inside[index] = 1;
    if (parent >= 0) count[parent] = (count[parent] as number) + (count[index] as number);
  }
  const beyond = wide.flatMap((_, index) => (inside[index] === 0 && (count[index] as number) > 0 ? [index] : []));
  for (let index = except; index >= 0; index = (wide[index] as WideCommitment).parent) inside[index] = 0;
  const outermost = wide.flatMap(({ parent }, index) =>
    inside[index] === 1 && (parent < 0 || inside[parent] === 0) ? [index] : [],
  );
  return { inside, outermost, beyond };
}
