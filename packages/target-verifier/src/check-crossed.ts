/** The crossed top levels: for every pair of axes the top and its children on one against those on the other. */
import { memberPlace } from './cells.ts';
import { amountsDiffer, textsDiffer } from './difference.ts';
import { amountAt, listAt, objectAt, shown } from './document.ts';
import { eachAmount, plus } from './sums.ts';
import type { Amount, Difference } from './difference.ts';
import type { PublishedDocument, TreeAxis } from './document.ts';
import type { Json } from './read-json.ts';

/** A pair with more cells than this is not stated. */
const MOST_CROSSED = 100_000;

/** Checks the tables of one metric, which the certificate states at `path`. */
export function checkCrossed(
  document: PublishedDocument,
  metric: number,
  stated: ReadonlyMap<string, Json>,
  path: string,
): Difference[] {
  const tables = tablesOf(document);
  eachAmount(document, metric, (members, amount) => {
    for (const { axes, groups, sums } of tables) {
      const [row, column] = axes.map((axis, at) => groups[at]?.[members[axis] as number] as number) as [number, number];
      for (const r of row === 0 ? [0] : [0, row]) {
        const line = sums[r] as Amount[];
        for (const c of column === 0 ? [0] : [0, column]) line[c] = plus(line[c] as Amount, amount);
      }
    }
  });
  const list = listAt(stated.get('crossed'), `${path}.crossed`);
  const found = tables.flatMap((table, at) => compare(document, table, list[at], `${path}.crossed.${at}`));
  if (list.length !== tables.length) {
    found.push(textsDiffer('differs.stated', `${path}.crossed`, '', String(tables.length), String(list.length)));
  }
  return found;
}

interface Table {
  readonly axes: readonly [number, number];
  /** The top and its children. */
  readonly upper: readonly (readonly number[])[];
  /** Row or column by member number: 0 for what lies under the top alone. */
  readonly groups: readonly (readonly number[])[];
  readonly sums: Amount[][];
}

function tablesOf({ axes }: PublishedDocument): Table[] {
  const upper = axes.map((axis) => axis.ids.flatMap((_, member) => ((axis.parent[member] as number) <= 0 ? [member] : [])));
  const groups = axes.map((axis, at) => groupsOf(axis, upper[at] as number[]));
  return axes.flatMap((_, left) =>
    axes.flatMap((__, right): Table[] => {
      const [rows, columns] = [upper[left] as number[], upper[right] as number[]];
      if (right <= left || rows.length * columns.length > MOST_CROSSED) return [];
      const sums = rows.map(() => columns.map((): Amount => null));
      return [
        { axes: [left, right], upper: [rows, columns], groups: [groups[left] as number[], groups[right] as number[]], sums },
      ];
    }),
  );
}

function groupsOf(axis: TreeAxis, upper: readonly number[]): number[] {
  const groups = axis.ids.map(() => 0);
  upper.slice(1).forEach((member, at) => groups.fill(at + 1, member, axis.end[member]));
  return groups;
}

function compare({ axes }: PublishedDocument, table: Table, value: Json | undefined, path: string): Difference[] {
  const pair = table.axes.map((axis) => axes[axis] as TreeAxis) as [TreeAxis, TreeAxis];
  const names = pair.map(({ id }) => id).join(' × ');
  const fields = objectAt(value ?? new Map(), path);
  const stated = listAt(fields.get('axes'), `${path}.axes`).map(shown).join(' × ');
  const totals = listAt(fields.get('totals'), `${path}.totals`).map((row, at) => listAt(row, `${path}.totals.${at}`));
  const size = `${totals.length} × ${totals[0]?.length ?? 0}`;
  const wanted = `${table.sums.length} × ${table.sums[0]?.length ?? 0}`;
  const isShaped = totals.every((row) => row.length === table.sums[0]?.length);
  if (stated !== pair.map(({ id }) => shown(id)).join(' × ') || size !== wanted || !isShaped) {
    return [textsDiffer('differs.stated', path, names, `${names}: ${wanted}`, `${stated}: ${size}`)];
  }
  return table.sums.flatMap((row, r) =>
    row.flatMap((expected, c) => {
      const place = `${path}.totals.${r}.${c}`;
      const found = amountAt(totals[r]?.[c], place);
      if (found === expected) return [];
      const cell = [r, c].map((at, side) => memberPlace(pair[side] as TreeAxis, table.upper[side]?.[at] as number)).join(', ');
      return [amountsDiffer('differs.crossed', place, cell, expected, found)];
    }),
  );
}
