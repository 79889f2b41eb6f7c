import { parentId } from '@milepost/allocation';
import type { Plan } from '@milepost/allocation';
import { organisationOf, timeOf } from '@milepost/allocation/records';
import type { NodePeriod } from '@milepost/allocation/records';
import { amountAt } from '../../domain/amount-at.ts';

/** The year's total above an edit, and the cell it is a part of, with its amount before in 分; null at the top. */
export interface EditPlace {
  readonly total: NodePeriod;
  readonly parent: { readonly name: string; readonly amount: number } | null;
}

/** Where an edit stands in a plan that is seen from `top`. */
export function editPlace(
  plan: Plan,
  top: string,
  edit: NodePeriod | undefined,
  nameOf: (cell: NodePeriod) => string,
): EditPlace {
  const total = { node: top, period: timeOf(plan).ids[0] as string };
  const above = edit ? parentId(organisationOf(plan), edit.node) : null;
  const amount = edit && above !== null ? amountAt(plan, above, edit.period) : null;
  if (!edit || above === null || amount === null) return { total, parent: null };
  return { total, parent: { name: nameOf({ node: above, period: edit.period }), amount } };
}
