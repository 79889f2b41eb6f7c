import type { Plan } from '../plan.ts';
import type { Bins } from './bins.ts';

/**
 * Whether the plan has a leaf cell within a combination of bins, given as columns. Axes whose bins are null do not count.
 */
export function planHas(plan: Plan, bins: readonly (Bins | null)[]): (columns: readonly Int32Array[], cell: number) => boolean {
  const { grid } = plan;
  const combinations = grid.axes.slice(0, -1).reduce((product, axis) => product * axis.leaves.length, 1);
  if (grid.present === null && grid.rowCount === combinations) return () => true;
  const known = bins.flatMap((own, at) => (own === null ? [] : [at]));
  const binOf = bins.map((own) => (own === null ? null : binByLeaf(own)));
  const keyOf = (bin: (at: number) => number): number => known.reduce((key, at) => key * (bins[at] as Bins).count + bin(at), 0);
  const keys = new Set<number>();
  const last = grid.axes.length - 1;
  for (let position = 0; position < grid.rowCount * grid.width; position += 1) {
    if (grid.present !== null && grid.present[position] !== 1) continue;
    const row = Math.floor(position / grid.width);
    let [key, inBins] = [0, true];
    for (const at of known) {
      const leaf = at === last ? position % grid.width : (grid.rows[at]?.[row] as number);
      const bin = binOf[at]?.[leaf] as number;
      if (bin < 0) inBins = false;
      key = key * (bins[at] as Bins).count + bin;
    }
    if (inBins) keys.add(key);
  }
  return (columns, cell) => keys.has(keyOf((at) => columns[at]?.[cell] as number));
}

/** Bin number by leaf position, -1 for leaves in none. */
function binByLeaf(bins: Bins): Int32Array {
  const byLeaf = new Int32Array(bins.endedBy.length - 1).fill(-1);
  for (let bin = 0; bin < bins.count; bin += 1) byLeaf.fill(bin, bins.from[bin], bins.to[bin]);
  return byLeaf;
}
