import { cellValue } from '@milepost/allocation';
import type { Plan } from '@milepost/allocation';
import { childPeriods } from '@milepost/calendar';
import type { CellFlag, TreeGridColumn, TreeGridRow } from '@milepost/ui';
import type { AllocationValue } from '../../domain/types.ts';
import type { Words } from '../shared/words.ts';

/** Year, then each quarter with its months. */
export function gridColumns(plan: Plan, unit: 'yuan' | 'wan', editable: boolean, words: Words): TreeGridColumn[] {
  const { period, fiscalYearStartMonth } = plan.header;
  const quarters = childPeriods(period, fiscalYearStartMonth).flatMap((quarter) => [
    quarter,
    ...childPeriods(quarter, fiscalYearStartMonth),
  ]);
  return [period, ...quarters].map((key) => ({
    key,
    label: words.short(key),
    format: 'money',
    unit,
    decimals: unit === 'wan' ? 1 : 2,
    editable,
    strong: key.length !== 7 || key.includes('Q'),
    width: unit === 'wan' ? '84px' : '132px',
  }));
}

/** What the rows need beside the plan. */
export interface GridSource {
  readonly plan: Plan;
  readonly values: ReadonlyMap<string, AllocationValue>;
  /** Cells that differ from what is stored, as `period|node`. */
  readonly edited: ReadonlySet<string>;
  readonly conflicts: ReadonlySet<string>;
  readonly hidden: ReadonlySet<string>;
  /** The node on top; its ancestors are left out. */
  readonly top: string;
  mayEdit(node: string): boolean;
  note(node: string): string;
  label(node: string): string;
}

/** Rows of the grid from the top node down. */
export function gridRows(source: GridSource): TreeGridRow[] {
  const { plan, top } = source;
  const periods = [...plan.time.members.keys()];
  const rows: TreeGridRow[] = [];
  const visit = (node: string): void => {
    const member = plan.organisation.members.get(node);
    if (!member) return;
    rows.push({
      id: node,
      parentId: node === top ? null : member.parentId,
      label: source.label(node),
      note: source.note(node),
      values: Object.fromEntries(periods.map((period) => [period, cellValue(plan, node, period)])),
      flags: Object.fromEntries(periods.map((period) => [period, flagsOf(source, node, period)])),
      editable: source.mayEdit(node),
    });
    member.children.forEach(visit);
  };
  visit(top);
  return rows;
}

function flagsOf(source: GridSource, node: string, period: string): CellFlag[] {
  const key = `${period}|${node}`;
  const flags: CellFlag[] = [];
  if (source.conflicts.has(key)) flags.push('conflict');
  if (source.plan.holds.has(key) && !source.hidden.has(key)) flags.push('held');
  if (source.edited.has(key)) flags.push('edited');
  return flags;
}
