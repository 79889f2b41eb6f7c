import { askWeights, shareSteps } from './account.ts';
import { baselineError } from './baseline-error.ts';
import { changeError } from '../change-error.ts';
import type { Axis } from '../axis.ts';
import type { Method, Pooling } from '../methods/method.ts';
import type { AccountableMethod } from './account.ts';

/** How a pool is shared among groups first, and inside each of them then. */
export interface BucketOptions {
  /** Group by leaf id, for example the grade or industry of a customer. A leaf without one stays unknown. */
  readonly of: Readonly<Record<string, string>>;
  /** What each group gets: weights by group, for example percentages, or a method whose weights are summed by group. */
  readonly shares: Readonly<Record<string, number>> | Method;
  /** How a group is divided inside. */
  readonly within: Method;
}

/** What one group got in a pool. */
export interface BucketPart {
  readonly bucket: string;
  /** 0 to 1, of the pool. */
  readonly share: number;
  readonly leaves: number;
  /** 'even' where the method inside had only zeros; 'silent' where it knew nobody: the share then went to the other groups. */
  readonly note: 'even' | 'silent' | null;
}

/**
 * Groups get their shares first, then each is divided inside by another method: A customers 60 %, B 30 %, C 10 %, and in
 * every grade by last year. Groups that have no leaf in a pool leave their share to the others in proportion. Throws
 * `allocation.bucket.unknown` for a group without a share, `allocation.weight.invalid` for one below 0.
 */
export function bucket(options: BucketOptions): AccountableMethod<readonly BucketPart[]> {
  const { shares } = options;
  if (!isMethod(shares)) {
    for (const [group, share] of Object.entries(shares)) {
      if (!(share >= 0 && share < Infinity)) throw changeError('allocation.weight.invalid', share, `shares.${group}`);
    }
    for (const [leaf, group] of Object.entries(options.of)) {
      if (shares[group] === undefined) throw baselineError('allocation.bucket.unknown', group, `of.${leaf}`);
    }
  }
  return {
    name: `bucket:${options.within.name}`,
    weigh: (pooling, out) => {
      const { leaves, weights } = split(options, pooling);
      out.fill(NaN, 0, pooling.members.length);
      for (let at = 0; at < leaves.owner.length; at += 1) {
        const [owner, weight] = [leaves.owner[at] as number, weights[at] as number];
        if (weight === weight) out[owner] = (out[owner] === out[owner] ? (out[owner] as number) : 0) + weight;
      }
    },
    account: (pooling) => split(options, pooling).parts,
  };
}

function isMethod(shares: BucketOptions['shares']): shares is Method {
  return typeof (shares as Partial<Method>).weigh === 'function';
}

interface Leaves {
  /** Member numbers. */
  readonly members: Int32Array;
  /** Index of the member of the pool each lies under. */
  readonly owner: Int32Array;
}

interface Group {
  readonly at: number[];
  sum: number;
  known: number;
  share: number;
}

function split(options: BucketOptions, pooling: Pooling): { leaves: Leaves; weights: Float64Array; parts: BucketPart[] } {
  const axis = pooling.plan.grid.axes[pooling.axis] as Axis;
  const leaves = leavesOf(axis, pooling.members);
  const atLeaves = { ...pooling, members: leaves.members, leafCounts: undefined };
  const inside = askWeights(options.within, atLeaves);
  const groups = groupsOf(options, axis, leaves, inside);
  giveShares(options, groups, atLeaves);
  const speaking = [...groups.values()].reduce((sum, { known, share }) => sum + (known > 0 ? share : 0), 0);
  const weights = new Float64Array(leaves.members.length).fill(NaN);
  const parts = [...groups].map(([name, group]): BucketPart => {
    const share = group.known > 0 && speaking > 0 ? group.share / speaking : 0;
    for (const at of group.at) {
      const weight = inside[at] as number;
      if (weight === weight) weights[at] = shareSteps(share * (group.sum > 0 ? weight / group.sum : 1 / group.known));
    }
    const note = group.known === 0 ? 'silent' : group.sum === 0 ? 'even' : null;
    return { bucket: name, share, leaves: group.at.length, note };
  });
  return { leaves, weights, parts };
}

function leavesOf(axis: Axis, members: Int32Array): Leaves {
  const [found, owner]: [number[], number[]] = [[], []];
  members.forEach((member, index) => {
    for (let at = axis.from[member] as number; at < (axis.to[member] as number); at += 1) {
      found.push(axis.leaves[at] as number);
      owner.push(index);
    }
  });
  return { members: Int32Array.from(found), owner: Int32Array.from(owner) };
}

function groupsOf({ of }: BucketOptions, axis: Axis, { members }: Leaves, inside: Float64Array): Map<string, Group> {
  const groups = new Map<string, Group>();
  members.forEach((member, at) => {
    const name = of[axis.ids[member] as string];
    if (name === undefined) return;
    let group = groups.get(name);
    if (group === undefined) groups.set(name, (group = { at: [], sum: 0, known: 0, share: 0 }));
    group.at.push(at);
    const weight = inside[at] as number;
    if (weight !== weight) return;
    group.sum += weight;
    group.known += 1;
  });
  return groups;
}

function giveShares({ shares }: BucketOptions, groups: Map<string, Group>, pooling: Pooling): void {
  const weights = isMethod(shares) ? askWeights(shares, pooling) : null;
  for (const [name, group] of groups) {
    if (weights === null) group.share = (shares as Readonly<Record<string, number>>)[name] as number;
    else for (const at of group.at) if (weights[at] === weights[at]) group.share += weights[at] as number;
  }
}
