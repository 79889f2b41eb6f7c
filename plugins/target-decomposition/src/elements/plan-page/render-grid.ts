import { childIds } from '@milepost/allocation';
import type { Plan } from '@milepost/allocation';
import { organisationOf, timeOf } from '@milepost/allocation/records';
import type { CellFlag, TreeGridColumn, TreeGridRow } from '@milepost/ui';
import { amountAt } from '../../domain/amount-at.ts';
import { heldKeys } from '../../domain/held-keys.ts';
import type { AllocationValue } from '../../domain/types.ts';
import type { Words } from '../shared/words.ts';

/** Year, then each quarter with its months. */
export function gridColumns(plan: Plan, unit: 'yuan' | 'wan', editable: boolean, words: Words): TreeGridColumn[] {
  return timeOf(plan).ids.map((key) => ({
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
  const organisation = organisationOf(plan);
  const periods = timeOf(plan).ids;
  const held = heldKeys(plan);
  const rows: TreeGridRow[] = [];
  const visit = (node: string, parentId: string | null): void => {
    rows.push({
      id: node,
      parentId,
      label: source.label(node),
      note: source.note(node),
      values: Object.fromEntries(periods.map((period) => [period, amountAt(plan, node, period)])),
      flags: Object.fromEntries(periods.map((period) => [period, flagsOf(source, held, `${period}|${node}`)])),
      editable: source.mayEdit(node),
    });
    for (const child of childIds(organisation, node)) visit(child, node);
  };
  if (organisation.numberOf.has(top)) visit(top, null);
  return rows;
}

function flagsOf(source: GridSource, held: ReadonlyMap<string, unknown>, key: string): CellFlag[] {
  const flags: CellFlag[] = [];
  if (source.conflicts.has(key)) flags.push('conflict');
  if (held.has(key) && !source.hidden.has(key)) flags.push('held');
  if (source.edited.has(key)) flags.push('edited');
  return flags;
}
