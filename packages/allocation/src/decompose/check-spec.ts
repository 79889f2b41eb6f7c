/** A spec with its ids as numbers. */
import { isLeaf } from '../axis.ts';
import { changeError } from '../change-error.ts';
import { coreError } from '../core-error.ts';
import { checkAmount } from '../exact.ts';
import type { Axis } from '../axis.ts';
import type { Box } from '../grid.ts';
import type { Plan } from '../plan.ts';
import type { DivisionStep } from './spec.ts';
import type { TreeStep } from './tree.ts';

/** A checked step: the method beside the way. */
export type CheckedStep = TreeStep & Pick<DivisionStep, 'method'>;

/** Throws `allocation.total.invalid`, `allocation.total.negative`. */
export function checkTotal(total: number, path = 'total'): number {
  const checked = checkAmount(total, path);
  if (checked < 0) throw changeError('allocation.total.negative', total, path);
  return checked;
}

/** Throws `allocation.axis.unknown`, `allocation.id.duplicate`, `allocation.step.missing`. */
export function checkSteps({ grid }: Plan, target: Box, steps: readonly DivisionStep[]): CheckedStep[] {
  const checked = steps.map(({ axis: id, method, via }, index): CheckedStep => {
    const axis = grid.axes.findIndex((one) => one.id === id);
    const path = `steps.${index}.axis`;
    if (axis < 0) throw coreError('allocation.axis.unknown', id, path);
    if (steps.findIndex((one) => one.axis === id) < index) throw coreError('allocation.id.duplicate', id, path);
    return { axis, method, via: via ?? ((grid.axes[axis] as Axis).kind === 'time' ? 'leaves' : 'levels') };
  });
  grid.axes.forEach((axis, at) => {
    if (isLeaf(axis, target[at] as number) || checked.some((step) => step.axis === at)) return;
    throw changeError('allocation.step.missing', axis.id, 'steps');
  });
  return checked;
}
