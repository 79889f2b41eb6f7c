import { groupOfCells, membersOf } from './groups.ts';
import type { Members } from './groups.ts';
import type { FitProblem } from './problem.ts';

/** Groups of one or several margins, any two of which are nested or apart. Groups are numbered over all margins. */
export interface Side {
  /** The margins of this side. */
  readonly margins: readonly number[];
  /** The smallest group that contains each group of this side, -1 at the top (and for groups of the other side). */
  readonly parent: Int32Array;
  /** The smallest group that contains each cell, -1 for none. */
  readonly deepest: Int32Array;
}

/** The groups of all margins, numbered through. */
export interface Groups {
  readonly ofCells: readonly Int32Array[];
  /** First number of each margin's groups; one more entry at the end, the count of all. */
  readonly offset: readonly number[];
}

/** Numbers the groups of a problem. */
export function groupsOf(problem: FitProblem): Groups {
  const offset = [0];
  for (const { targets } of problem.margins) offset.push(offset.at(-1)! + targets.length);
  return { ofCells: problem.margins.map((margin) => groupOfCells(problem, margin)), offset };
}

/**
 * Divides the margins into two sides within which groups are nested or apart, looking at the chosen cells only. Then fitting,
 * rounding and contradictions are questions of a flow between the sides. Null when there is no such division: three margins
 * or more interlock.
 */
export function twoSides({ ofCells, offset }: Groups, chosen: (cell: number) => boolean): readonly [Side, Side] | null {
  const members = ofCells.map((group, margin) => membersOf(group, offset[margin + 1]! - offset[margin]!, chosen));
  const colours = twoColours(ofCells.length, (a, b) => nested(members[a]!, members[b]!, ofCells[b]!));
  if (colours === null) return null;
  const sideOf = (colour: number): Side => {
    const margins = colours.flatMap((own, margin) => (own === colour ? [margin] : []));
    return nestedSide(margins, { ofCells, offset }, members, chosen);
  };
  return [sideOf(0), sideOf(1)];
}

/** True when every two groups of the two margins are apart or one contains the other. */
function nested(a: Members, b: Members, ofB: Int32Array): boolean {
  const size = (members: Members, group: number): number => members.start[group + 1]! - members.start[group]!;
  const common = new Int32Array(b.start.length);
  for (let group = 0; group + 1 < a.start.length; group += 1) {
    const cells = a.cells.subarray(a.start[group], a.start[group + 1]);
    for (const cell of cells) if (ofB[cell]! >= 0) common[ofB[cell]!]! += 1;
    for (const cell of cells) {
      const other = ofB[cell]!;
      if (other >= 0 && common[other]! > 0) {
        if (common[other]! < cells.length && common[other]! < size(b, other)) return false;
        common[other] = 0;
      }
    }
  }
  return true;
}

function twoColours(count: number, agree: (a: number, b: number) => boolean): number[] | null {
  const clashes = Array.from({ length: count }, (_, a) =>
    Array.from({ length: count }, (_other, b) => b).filter((b) => a !== b && !agree(Math.min(a, b), Math.max(a, b))),
  );
  const colours = Array.from({ length: count }, () => -1);
  for (let first = 0; first < count; first += 1) {
    if (colours[first] !== -1) continue;
    colours[first] = 0;
    const queue = [first];
    for (let margin = queue.pop(); margin !== undefined; margin = queue.pop()) {
      for (const other of clashes[margin]!) {
        if (colours[other] === colours[margin]) return null;
        if (colours[other] !== -1) continue;
        colours[other] = 1 - colours[margin]!;
        queue.push(other);
      }
    }
  }
  return colours;
}

function nestedSide(
  margins: readonly number[],
  { ofCells, offset }: Groups,
  members: readonly Members[],
  chosen: (cell: number) => boolean,
): Side {
  const parent = new Int32Array(offset.at(-1)!).fill(-1);
  const deepest = new Int32Array(ofCells[0]?.length ?? 0).fill(-1);
  const sizes = new Int32Array(offset.at(-1)!);
  for (const margin of margins) {
    const { start } = members[margin]!;
    for (let group = 0; group + 1 < start.length; group += 1) sizes[offset[margin]! + group] = start[group + 1]! - start[group]!;
  }
  for (let cell = 0; cell < deepest.length; cell += 1) {
    if (!chosen(cell)) continue;
    // Largest first; equal groups keep the order of their margins, so that every cell sees the same chain.
    const chain: number[] = [];
    for (const margin of margins) {
      const group = ofCells[margin]![cell]!;
      if (group < 0) continue;
      let at = chain.length;
      const own = offset[margin]! + group;
      for (; at > 0 && sizes[chain[at - 1]!]! < sizes[own]!; at -= 1) chain[at] = chain[at - 1]!;
      chain[at] = own;
    }
    chain.forEach((group, at) => (parent[group] = at === 0 ? -1 : chain[at - 1]!));
    deepest[cell] = chain.at(-1) ?? -1;
  }
  return { margins, parent, deepest };
}
