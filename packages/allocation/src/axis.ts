/**
 * An axis is a tree of members whose leaves carry the values. Members stand in depth-first order, so that the leaves under
 * any member are one contiguous range: a cell of any level is a box of leaf ranges, one per axis. Members are numbers
 * inside the package and ids outside of it.
 */
import { checkChoice, checkId, checkList, checkRecord } from './check-shape.ts';
import { coreError } from './core-error.ts';
import type { AllocationError } from './error.ts';

/** What an axis stands for. A plan has at most one time axis; it comes last. */
export type AxisKind = 'time' | 'organisation' | 'product' | 'customerType' | 'territory' | 'channel';

const KINDS: readonly AxisKind[] = ['time', 'organisation', 'product', 'customerType', 'territory', 'channel'];

/** A member as given by the caller. */
export interface MemberInput {
  readonly id: string;
  /** Null for the one at the top. */
  readonly parentId: string | null;
}

/** An axis as given by the caller. Children stand in the order given. */
export interface AxisInput {
  /** Names the axis in cell references, for example 'organisation'. */
  readonly id: string;
  readonly kind: AxisKind;
  readonly members: readonly MemberInput[];
}

/** A checked tree; every array is indexed by member number, parents before children. Member 0 is the top. */
export interface Axis {
  readonly id: string;
  readonly kind: AxisKind;
  readonly ids: readonly string[];
  readonly numberOf: ReadonlyMap<string, number>;
  /** -1 for the top. */
  readonly parent: Int32Array;
  readonly depth: Int32Array;
  /** Leaves from `from` up to, not including, `to`. */
  readonly from: Int32Array;
  readonly to: Int32Array;
  /** The first member after the subtree: `next === member + 1` says that it is a leaf. */
  readonly next: Int32Array;
  /** Member number by leaf position. */
  readonly leaves: Int32Array;
  /** Place of each leaf when leaves are sorted by id (code units): what breaks ties, whatever the order of input. */
  readonly leafRank: Int32Array;
}

/** Checks a tree and numbers it. Throws for ids that are none, duplicates, unknown parents, cycles, several tops, no members, below `path`. */
export function createAxis(input: AxisInput, path = 'axis'): Axis {
  const { id, kind, members } = checkRecord<AxisInput>(input, path);
  checkId(id, `${path}.id`);
  checkChoice(kind, KINDS, `${path}.kind`);
  const children = childrenById(id, members, path);
  const roots = members.filter((member) => member.parentId === null);
  const [root] = roots;
  if (root === undefined) throw cycle(members, members[0], path);
  if (roots.length > 1) {
    const named = roots.slice(0, 5).map((member) => member.id);
    const code = kind === 'organisation' ? 'allocation.tree.roots' : 'allocation.tree.tops';
    throw coreError(code, named.join(', '), `${path}.members.${members.indexOf(roots[1] as MemberInput)}.parentId`);
  }
  const axis = number(id, kind, root.id, children);
  if (axis.ids.length === members.length) return axis;
  throw cycle(
    members,
    members.find((member) => !axis.numberOf.has(member.id)),
    path,
  );
}

/** Up from a member that no top stands above: the first one met twice is part of the circle. */
function cycle(members: readonly MemberInput[], from: MemberInput | undefined, path: string): AllocationError {
  const places = new Map(members.map(({ id }, index) => [id, index]));
  const met = new Set<string>();
  let member = from;
  while (member !== undefined && !met.has(member.id)) {
    met.add(member.id);
    member = members[places.get(member.parentId ?? '') ?? -1];
  }
  const place = places.get(member?.id ?? '') ?? 0;
  return coreError('allocation.tree.cycle', member?.id, `${path}.members.${place}.parentId`);
}

/** The number of a member. Throws `allocation.member.unknown`. */
export function memberOf(axis: Axis, id: string, path = axis.id): number {
  const member = axis.numberOf.get(id);
  if (member === undefined) throw coreError('allocation.member.unknown', id, path);
  return member;
}

/** The direct children of a member, in their order. */
export function childrenOf(axis: Axis, member: number): number[] {
  const children: number[] = [];
  const end = axis.next[member] as number;
  for (let child = member + 1; child < end; child = axis.next[child] as number) children.push(child);
  return children;
}

/** Whether a member has no children. */
export function isLeaf(axis: Axis, member: number): boolean {
  return axis.next[member] === member + 1;
}

/** Whether `inner` is `outer` or lies below it. */
export function isWithin(axis: Axis, outer: number, inner: number): boolean {
  return outer <= inner && inner < (axis.next[outer] as number);
}

function childrenById(axis: string, members: readonly MemberInput[], path: string): Map<string, string[]> {
  if (checkList(members, `${path}.members`).length === 0) throw coreError('allocation.members.empty', axis, `${path}.members`);
  const children = new Map<string, string[]>();
  members.forEach((member, index) => {
    const id = checkId(checkRecord<MemberInput>(member, `${path}.members.${index}`).id, `${path}.members.${index}.id`);
    if (children.has(id)) throw coreError('allocation.id.duplicate', id, `${path}.members.${index}.id`);
    children.set(id, []);
  });
  members.forEach(({ id, parentId }, index) => {
    if (parentId === null) return;
    const siblings = children.get(parentId);
    if (siblings === undefined) {
      throw coreError('allocation.parent.unknown', parentId, `${path}.members.${index}.parentId`);
    }
    siblings.push(id);
  });
  return children;
}

/** Depth first with a stack of its own: a chain of ten thousand members must not exhaust the call stack. */
function number(id: string, kind: AxisKind, root: string, children: ReadonlyMap<string, readonly string[]>): Axis {
  const ids: string[] = [];
  const parent: number[] = [];
  const depth: number[] = [];
  const from: number[] = [];
  const to: number[] = [];
  const next: number[] = [];
  const leaves: number[] = [];
  const open = (member: string, above: number, level: number): { member: number; children: readonly string[]; at: number } => {
    ids.push(member);
    parent.push(above);
    depth.push(level);
    from.push(leaves.length);
    return { member: ids.length - 1, children: children.get(member) ?? [], at: 0 };
  };
  const stack = [open(root, -1, 0)];
  for (let top = stack.at(-1); top !== undefined; top = stack.at(-1)) {
    const child = top.children[top.at];
    if (child !== undefined) {
      top.at += 1;
      stack.push(open(child, top.member, stack.length));
      continue;
    }
    if (top.children.length === 0) leaves.push(top.member);
    to[top.member] = leaves.length;
    next[top.member] = ids.length;
    stack.pop();
  }
  return {
    id,
    kind,
    ids,
    numberOf: new Map(ids.map((member, index) => [member, index])),
    parent: Int32Array.from(parent),
    depth: Int32Array.from(depth),
    from: Int32Array.from(from),
    to: Int32Array.from(to),
    next: Int32Array.from(next),
    leaves: Int32Array.from(leaves),
    leafRank: ranksOf(leaves.map((leaf) => ids[leaf] as string)),
  };
}

function ranksOf(ids: readonly string[]): Int32Array {
  const order = ids.map((_, index) => index).sort((a, b) => ((ids[a] as string) < (ids[b] as string) ? -1 : 1));
  const ranks = new Int32Array(ids.length);
  order.forEach((leaf, rank) => (ranks[leaf] = rank));
  return ranks;
}
