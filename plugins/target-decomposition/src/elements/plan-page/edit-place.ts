import { cellValue } from '@milepost/allocation';
import type { Plan } from '@milepost/allocation';
import type { CellAt } from './render-explanation.ts';

/** The year's total above an edit, and the cell it is a part of, with its amount before in 分; null at the top. */
export interface EditPlace {
  readonly total: CellAt;
  readonly parent: { readonly name: string; readonly amount: number } | null;
}

/** Where an edit stands in a plan that is seen from `top`. */
export function editPlace(plan: Plan, top: string, edit: CellAt | undefined, nameOf: (cell: CellAt) => string): EditPlace {
  const total = { node: top, period: plan.header.period };
  const above = edit ? (plan.organisation.members.get(edit.node)?.parentId ?? null) : null;
  const amount = edit && above !== null ? cellValue(plan, above, edit.period) : null;
  if (!edit || above === null || amount === null) return { total, parent: null };
  return { total, parent: { name: nameOf({ node: above, period: edit.period }), amount } };
}
