/** Adding up, in `bigint`: nothing rounds, nothing overflows. */
import type { Amount } from './difference.ts';
import type { Json } from './read-json.ts';
import type { PublishedDocument, TreeAxis } from './document.ts';

/** A sum in which null counts for nothing; null when everything in it is. */
export function plus(sum: Amount, amount: Amount): Amount {
  return amount === null ? sum : (sum ?? 0n) + amount;
}

/** Calls back with every cell that is not null: its leaf member numbers and its amount. The list is reused. */
export function eachAmount(
  { axes, rows, cells }: PublishedDocument,
  metric: number,
  visit: (members: readonly number[], amount: bigint) => void,
): void {
  const { leaves } = axes.at(-1) as TreeAxis;
  cells[metric]?.forEach((row, at) => {
    const members = [...(rows[at] as readonly number[]), 0];
    row.forEach((item, column) => {
      if (item === null) return;
      members[members.length - 1] = leaves[column] as number;
      visit(members, BigInt(item as number | bigint));
    });
  });
}

/** The sum of a cell of any level, given a member number per axis. */
export function sumOf(document: PublishedDocument, metric: number, box: readonly number[]): Amount {
  const { axes, rows, cells } = document;
  const inner = box.slice(0, -1).map((member, at) => [member, axes[at]?.end[member] as number] as const);
  const last = axes.at(-1) as TreeAxis;
  const [from, to] = [box.at(-1) as number, last.end[box.at(-1) as number] as number];
  const columns = last.leaves.flatMap((leaf, column) => (leaf >= from && leaf < to ? [column] : []));
  let sum: Amount = null;
  rows.forEach((row, at) => {
    if (!row.every((member, axis) => member >= (inner[axis]?.[0] as number) && member < (inner[axis]?.[1] as number))) return;
    for (const column of columns) sum = plus(sum, toAmount(cells[metric]?.[at]?.[column]));
  });
  return sum;
}

/** A checked cell as an amount. */
export function toAmount(item: Json | undefined): Amount {
  return item === null || item === undefined ? null : BigInt(item as number | bigint);
}

/** Member totals of an axis over all the others, added up from the cells. */
export function memberSums(document: PublishedDocument, metric: number): Amount[][] {
  const sums = document.axes.map((axis) => axis.ids.map((): Amount => null));
  eachAmount(document, metric, (members, amount) => {
    members.forEach((member, axis) => {
      const list = sums[axis] as Amount[];
      list[member] = plus(list[member] as Amount, amount);
    });
  });
  document.axes.forEach((axis, at) => {
    const list = sums[at] as Amount[];
    for (let member = axis.ids.length - 1; member > 0; member -= 1) {
      const above = axis.parent[member] as number;
      list[above] = plus(list[above] as Amount, list[member] as Amount);
    }
  });
  return sums;
}
