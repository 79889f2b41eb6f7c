/** How many cells lie to each other: in one another, across each other, or apart. The cost grows with their number, not its square. */
import { depthsOf, keyAt, levelOf, topmostBox } from '../member-levels.ts';
import type { Box, Grid } from '../grid.ts';

/** Cells by level. */
function byLevel(grid: Grid, boxes: readonly Box[]): Map<string, Box[]> {
  const levels = new Map<string, Box[]>();
  for (const box of boxes) {
    const level = levelOf(grid.axes, box);
    const others = levels.get(level);
    if (others === undefined) levels.set(level, [box]);
    else others.push(box);
  }
  return levels;
}

/** The cells without those that lie in another of them; of equals the first. */
export function outermost<T extends { readonly box: Box }>(grid: Grid, items: readonly T[]): T[] {
  const { axes } = grid;
  const tops = items.map(({ box }) => topmostBox(axes, box));
  const levels = [...byLevel(grid, tops)].map(([level, boxes]) => {
    const depths = depthsOf(level);
    return { level, depths, keys: new Set(boxes.map((box) => keyAt(axes, box, depths))) };
  });
  const met = new Set<string>();
  return items.filter((_, index) => {
    const own = tops[index] as Box;
    const name = levelOf(axes, own);
    for (const { level, depths, keys } of levels) if (level !== name && keys.has(keyAt(axes, own, depths))) return false;
    const key = `${name}|${keyAt(axes, own, depthsOf(name))}`;
    if (met.has(key)) return false;
    met.add(key);
    return true;
  });
}

/** Whether two of the cells share leaves while neither lies in the other. */
export function anyCross(grid: Grid, boxes: readonly Box[]): boolean {
  const { axes } = grid;
  const levels = [
    ...byLevel(
      grid,
      boxes.map((box) => topmostBox(axes, box)),
    ),
  ].map(([level, own]) => ({ depths: depthsOf(level), own }));
  return levels.some((left, at) =>
    levels.slice(at + 1).some((right) => {
      const shared = left.depths.map((depth, axis) => Math.min(depth, right.depths[axis] as number));
      // One level above the other on every axis: cells of the two are in one another or apart.
      if ([left, right].some(({ depths }) => depths.every((depth, axis) => depth === shared[axis]))) return false;
      const keys = new Set(left.own.map((box) => keyAt(axes, box, shared)));
      return right.own.some((box) => keys.has(keyAt(axes, box, shared)));
    }),
  );
}
