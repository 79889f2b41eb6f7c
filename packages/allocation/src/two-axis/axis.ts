/**
 * An axis is a tree of members whose leaves carry the values. Members are kept in depth-first order, so that the leaves
 * under any member are one contiguous range: a cell of any level is a box of leaf ranges, one per axis.
 */
import { childPeriods, parsePeriod } from '@milepost/calendar';
import { AllocationError } from '../error.ts';

/** A member as given by the caller. */
export interface MemberInput {
  readonly id: string;
  /** Null for the one at the top. */
  readonly parentId: string | null;
}

/** A member in its place. */
export interface Member {
  readonly id: string;
  readonly parentId: string | null;
  readonly children: readonly string[];
  readonly depth: number;
  /** Leaves from `from` up to, not including, `to`. */
  readonly from: number;
  readonly to: number;
}

/** A checked tree. */
export interface Axis {
  readonly id: string;
  readonly root: string;
  /** Every member, parents before children. */
  readonly members: ReadonlyMap<string, Member>;
  /** Ids of the leaves by position. */
  readonly leaves: readonly string[];
}

/** Builds an axis. Children stand in the order given. Throws for duplicates, unknown parents, cycles, several tops. */
export function createAxis(id: string, inputs: readonly MemberInput[]): Axis {
  const children = childrenOf(id, inputs);
  const roots = inputs.filter((input) => input.parentId === null).map((input) => input.id);
  const [root] = roots;
  if (root === undefined) throw new AllocationError('allocation.tree.cycle', inputs[0]?.id, id);
  if (roots.length > 1) throw new AllocationError('allocation.tree.roots', roots.slice(0, 5).join(', '), id);
  const members = new Map<string, Member>();
  const leaves: string[] = [];
  placeMembers(root, children, members, leaves);
  if (members.size !== inputs.length) {
    const lost = inputs.find((input) => !members.has(input.id));
    throw new AllocationError('allocation.tree.cycle', lost?.id, id);
  }
  return { id, root, members, leaves };
}

function childrenOf(id: string, inputs: readonly MemberInput[]): Map<string, string[]> {
  if (inputs.length === 0) throw new AllocationError('allocation.members.empty', id, id);
  const children = new Map<string, string[]>();
  inputs.forEach((input, index) => {
    if (children.has(input.id)) throw new AllocationError('allocation.id.duplicate', input.id, `${id}.${index}.id`);
    children.set(input.id, []);
  });
  inputs.forEach((input, index) => {
    if (input.parentId === null) return;
    const siblings = children.get(input.parentId);
    if (siblings === undefined) {
      throw new AllocationError('allocation.parent.unknown', input.parentId, `${id}.${index}.parentId`);
    }
    siblings.push(input.id);
  });
  return children;
}

/** Depth first with a stack of its own: a chain of ten thousand members must not exhaust the call stack. */
function placeMembers(
  root: string,
  children: ReadonlyMap<string, readonly string[]>,
  members: Map<string, Member>,
  leaves: string[],
): void {
  type Open = Omit<Member, 'to'> & { next: number };
  const open = (id: string, parentId: string | null, depth: number): Open => {
    const member = { id, parentId, children: children.get(id) ?? [], depth, from: leaves.length, next: 0 };
    members.set(id, { ...member, to: leaves.length });
    return member;
  };
  const stack = [open(root, null, 0)];
  for (let top = stack.at(-1); top !== undefined; top = stack.at(-1)) {
    const child = top.children[top.next];
    if (child !== undefined) {
      top.next += 1;
      stack.push(open(child, top.id, top.depth + 1));
      continue;
    }
    if (top.children.length === 0) leaves.push(top.id);
    const { id, parentId, depth, from } = top;
    members.set(id, { id, parentId, children: top.children, depth, from, to: leaves.length });
    stack.pop();
  }
}

/** The time axis of a plan: a period with its quarters and months. */
export function timeAxis(period: string, fiscalYearStartMonth: number): Axis {
  const inputs: MemberInput[] = [];
  const add = (id: string, parentId: string | null): void => {
    inputs.push({ id, parentId });
    for (const child of childPeriods(id, fiscalYearStartMonth)) add(child, id);
  };
  parsePeriod(period, 'period');
  add(period, null);
  return createAxis('time', inputs);
}

/** Whether `inner` is `outer` or lies below it. */
export function isWithin(outer: Member, inner: Member): boolean {
  return outer.from <= inner.from && inner.to <= outer.to && outer.depth <= inner.depth;
}
