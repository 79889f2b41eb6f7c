/** A tree cut from another: one member with what is shown below it. */
import { createAxis } from '../axis.ts';
import type { Axis, MemberInput } from '../axis.ts';

/** The cut tree, and where each leaf of the whole tree went. */
export interface CutAxis {
  readonly axis: Axis;
  /** Leaf position in the cut tree by leaf position in the whole one; -1 outside of it. */
  readonly leafTo: Int32Array;
}

/** A leaf added below a member that the whole tree does not have. */
export interface ExtraLeaf {
  readonly id: string;
  readonly parent: number;
}

/**
 * The subtree of `top` down to the members that do not open: those become leaves and stand for everything below them. Extra
 * leaves stand behind the other children. Throws `allocation.id.duplicate` when an extra id is taken.
 */
export function cutAxis(
  whole: Axis,
  top: number,
  opens: (member: number) => boolean,
  extras: readonly ExtraLeaf[] = [],
): CutAxis {
  const end = whole.next[top] as number;
  // By member: itself when it is shown, else the lowest shown member above it.
  const cover = new Int32Array(end - top);
  const members: MemberInput[] = [];
  for (let member = top; member < end; member += 1) {
    const parent = whole.parent[member] as number;
    const above = member === top ? top : (cover[parent - top] as number);
    const shown = member === top || (above === parent && opens(parent));
    cover[member - top] = shown ? member : above;
    if (shown) members.push({ id: whole.ids[member] as string, parentId: member === top ? null : (whole.ids[parent] as string) });
  }
  for (const { id, parent } of extras) members.push({ id, parentId: whole.ids[parent] as string });
  const axis = createAxis({ id: whole.id, kind: whole.kind, members });
  const leafTo = Int32Array.from(whole.leaves, (leaf) => {
    if (leaf < top || leaf >= end) return -1;
    const shown = axis.numberOf.get(whole.ids[cover[leaf - top] as number] as string) as number;
    return axis.from[shown] as number;
  });
  return { axis, leafTo };
}

/** The position of the organisation axis: the one named, else the first of kind organisation; -1 without. */
export function organisationAt(axes: readonly Axis[], id?: string): number {
  return axes.findIndex((axis) => (id === undefined ? axis.kind === 'organisation' : axis.id === id));
}
