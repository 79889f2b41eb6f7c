/** A plan document as a plan file. */
import { boxValue, refOf } from '../plan.ts';
import { entryFile } from './journal-file.ts';
import { paddingFile } from './padding-file.ts';
import { PLAN_FORMAT } from './plan-file.ts';
import { cellsFile } from './write-cells.ts';
import type { Axis } from '../axis.ts';
import type { Grid } from '../grid.ts';
import type { Title } from '../words/titles.ts';
import type { Values } from '../values.ts';
import type { CellsFile, HoldFile, MemberFile, PlanDocument, PlanFile } from './plan-file.ts';

/** How to write a plan. */
export interface WriteOptions {
  /** Whether to write the journal; true when left out. Without it cells can be read but not explained. */
  readonly journal?: boolean;
}

/** The file of a plan, without a certificate: what is written is not published. Throws for holds of unsafe sums. */
export function planFileOf(document: PlanDocument, { journal = true }: WriteOptions = {}): PlanFile {
  const { plan, title, names, titles, calendar, padding, versions } = document;
  const named = (name: Title | undefined): { readonly name?: Title } => (name === undefined ? {} : { name });
  const absent = absentRuns(plan.grid);
  return {
    format: PLAN_FORMAT,
    ...(title === null ? {} : { title }),
    metrics: plan.metrics.map((metric) => ({ ...metric, ...named(titles?.metrics.get(metric.id)) })),
    ...(calendar === null ? {} : { calendar }),
    axes: plan.grid.axes.map((axis) => ({
      id: axis.id,
      kind: axis.kind,
      ...named(titles?.axes.get(axis.id)),
      members: membersFile(axis, names.get(axis.id)),
    })),
    rows: rowIds(plan.grid),
    ...(absent.length === 0 ? {} : { absent }),
    values: plan.metrics.map((metric, at): CellsFile => ({
      metric: metric.id,
      cells: cellsFile(plan.grid, plan.values[at] as Values),
    })),
    holds: holdsFile(document),
    ...(padding.length === 0 ? {} : { padding: padding.map((spec, at) => paddingFile(plan, spec, `padding.${at}`)) }),
    ...(journal ? { journal: plan.journal.map((entry) => entryFile(plan, entry)) } : {}),
    ...(versions.length === 0 ? {} : { versions }),
  };
}

function membersFile(axis: Axis, names: ReadonlyMap<string, string> | undefined): MemberFile[] {
  return axis.ids.map((id, member) => {
    const above = axis.parent[member] as number;
    const name = names?.get(id);
    return { id, parentId: above < 0 ? null : (axis.ids[above] as string), ...(name === undefined ? {} : { name }) };
  });
}

function rowIds(grid: Grid): string[][] {
  return Array.from({ length: grid.rowCount }, (_, row) =>
    grid.rows.map((column, at) => {
      const axis = grid.axes[at] as Axis;
      return axis.ids[axis.leaves[column[row] as number] as number] as string;
    }),
  );
}

function absentRuns({ present, rowCount, width }: Grid): number[][] {
  if (present === null) return [];
  const runs: number[][] = [];
  for (let row = 0; row < rowCount; row += 1) {
    for (let at = 0; at < width; at += 1) {
      if (present[row * width + at] === 1) continue;
      const from = at;
      while (at < width && present[row * width + at] === 0) at += 1;
      runs.push([row, from, at]);
    }
  }
  return runs;
}

function holdsFile({ plan }: PlanDocument): HoldFile[] {
  return [...plan.holds.values()].map(({ metric, box }) => ({
    ...refOf(plan, metric, box),
    amount: boxValue(plan, metric, box),
  }));
}
