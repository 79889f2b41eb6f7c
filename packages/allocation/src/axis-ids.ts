/** An axis as callers outside of the engine read it: by the ids of its members. */
import { childrenOf, memberOf } from './axis.ts';
import type { Axis } from './axis.ts';

/** Ids of the leaves, in their order. */
export function leafIds(axis: Axis, under = 0): string[] {
  return Array.from(axis.leaves.subarray(axis.from[under], axis.to[under]), (leaf) => axis.ids[leaf] as string);
}

/** The id above a member, null at the top. Throws `allocation.member.unknown`. */
export function parentId(axis: Axis, id: string): string | null {
  return axis.ids[axis.parent[memberOf(axis, id)] as number] ?? null;
}

/** Ids of the children of a member, none for a leaf. Throws `allocation.member.unknown`. */
export function childIds(axis: Axis, id: string): string[] {
  return childrenOf(axis, memberOf(axis, id)).map((child) => axis.ids[child] as string);
}
