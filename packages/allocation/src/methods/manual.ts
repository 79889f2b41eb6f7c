import { cellCount, eachRun } from '../grid.ts';
import { cellKey } from '../journal.ts';
import { depthsOf, keyAt, levelOf, topmostBox } from '../member-levels.ts';
import { boxOf } from '../plan.ts';
import { checkAmount } from '../exact.ts';
import { changeError } from '../change-error.ts';
import { even } from './even.ts';
import type { Axis } from '../axis.ts';
import type { Box } from '../grid.ts';
import type { CellRef, Plan } from '../plan.ts';
import type { Method, Pooling } from './method.ts';

/** An amount somebody gave for a cell, in minor units or pieces. */
export interface GivenAmount {
  readonly at: CellRef['at'];
  readonly amount: number;
}

/** Entries as boxes of one plan. */
interface Entries {
  readonly byKey: ReadonlyMap<number, number>;
  readonly list: readonly { readonly box: Box; readonly amount: number }[];
  /** What is given inside the cells of a level, by `keyAt`: added up once for each level that is asked for. */
  readonly sums: Map<string, ReadonlyMap<number, number>>;
  /** 1 by position for leaf cells that an entry speaks for. */
  readonly spoken: Uint8Array;
}

/**
 * Given amounts: whoever has one keeps it, a given 0 gets nothing, and what is left of a pool goes by another method, evenly when
 * left out, to those nobody spoke about. A cell without an entry of its own has those of the cells in it, and shares in the
 * rest while any leaf cell of it is free. An entry counts in the pool where its cell comes up and above: let the axes it
 * names stand first in the steps.
 *
 * Throws when it is first used: what `boxOf` throws for unknown cells, `allocation.total.invalid` and `.negative` for
 * amounts, `allocation.given.overlap` for two entries of which one lies in the other, or that cross.
 */
export function manual(entries: readonly GivenAmount[], rest: Method = even()): Method {
  const known = new WeakMap<Plan['grid'], Entries>();
  const entriesOf = (plan: Plan): Entries => {
    let found = known.get(plan.grid);
    if (found === undefined) known.set(plan.grid, (found = compile(plan, entries)));
    return found;
  };
  return {
    name: rest.name === 'even' ? 'manual' : `manual+${rest.name}`,
    reserve(pooling, out) {
      const given = entriesOf(pooling.plan);
      const sumInside = sumsInside(pooling, given);
      eachPart(pooling, (at, box) => {
        out[at] = given.byKey.get(cellKey(pooling.plan.grid.axes, box)) ?? sumInside(box);
      });
    },
    weigh(pooling, out) {
      const given = entriesOf(pooling.plan);
      rest.weigh(pooling, out);
      const sumInside = sumsInside(pooling, given);
      eachPart(pooling, (at, box) => {
        const own = given.byKey.has(cellKey(pooling.plan.grid.axes, box));
        if (own || (!Number.isNaN(sumInside(box)) && !hasFree(pooling.plan, box, given))) out[at] = 0;
      });
    },
  };
}

function compile(plan: Plan, entries: readonly GivenAmount[]): Entries {
  const { grid } = plan;
  const byKey = new Map<number, number>();
  const spoken = new Uint8Array(cellCount(grid));
  const list = entries.map(({ at, amount }, index) => {
    const path = `entries.${index}`;
    const box = boxOf(plan, at, `${path}.at`);
    if (checkAmount(amount, `${path}.amount`) < 0) throw changeError('allocation.total.negative', amount, `${path}.amount`);
    byKey.set(cellKey(grid.axes, box), amount);
    eachRun(grid, box, (start, end) => {
      if (spoken.subarray(start, end).includes(1)) {
        throw changeError('allocation.given.overlap', Object.values(at).join(' × '), `${path}.at`);
      }
      spoken.fill(1, start, end);
    });
    return { box: topmostBox(grid.axes, box), amount };
  });
  return { byKey, list, sums: new Map(), spoken };
}

/** Every part of the pool as a box, the same one each time. */
function eachPart({ axis, box, members }: Pooling, visit: (at: number, part: Box) => void): void {
  const part = box.slice();
  for (let at = 0; at < members.length; at += 1) {
    part[axis] = members[at] as number;
    visit(at, part);
  }
}

/** Answers what is given for cells in a part of the pool, NaN when nothing is. Parts differ in one member, so few levels occur. */
function sumsInside({ plan, axis }: Pooling, { list, sums }: Entries): (part: Box) => number {
  const { axes } = plan.grid;
  const { depth } = axes[axis] as Axis;
  const byDepth: (ReadonlyMap<number, number> | undefined)[] = [];
  return (part) => {
    const top = topmostBox(axes, part);
    const own = depth[top[axis] as number] as number;
    let found = byDepth[own];
    if (found === undefined) {
      const level = levelOf(axes, top);
      found = sums.get(level);
      if (found === undefined) sums.set(level, (found = sumsAt(axes, list, level)));
      byDepth[own] = found;
    }
    return found.get(cellKey(axes, top)) ?? NaN;
  };
}

function sumsAt(axes: readonly Axis[], list: Entries['list'], level: string): ReadonlyMap<number, number> {
  const depths = depthsOf(level);
  const sums = new Map<number, number>();
  for (const { box, amount } of list) {
    const key = keyAt(axes, box, depths);
    if (key >= 0) sums.set(key, (sums.get(key) ?? 0) + amount);
  }
  return sums;
}

/** Whether a leaf cell of the box has not been spoken for. */
function hasFree({ grid }: Plan, box: Box, { spoken }: Entries): boolean {
  let free = false;
  eachRun(grid, box, (start, end) => {
    for (let at = start; at < end && !free; at += 1) free = spoken[at] === 0 && grid.present?.[at] !== 0;
  });
  return free;
}
