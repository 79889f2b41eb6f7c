import { coreError } from '../core-error.ts';
import { fittingError } from './fitting-error.ts';
import type { fittingMessages } from './fitting-messages.ts';
import type { FitProblem, Margin } from './problem.ts';

/** Throws a typed error, with the path of the first number at fault, unless the arrays of the problem fit together. */
export function checkProblem(problem: FitProblem): void {
  const cells = cellCount(problem);
  checkNumbers(problem.seed, cells, 'seed', 'allocation.fit.value', isAmount);
  problem.margins.forEach((margin, index) => checkMargin(problem, margin, cells, `margins.${index}`));
  if (problem.fixed !== undefined) checkLength(problem.fixed.length, cells, 'fixed');
  if (problem.lower !== undefined) checkNumbers(problem.lower, cells, 'lower', 'allocation.fit.bound', isAmount);
  if (problem.upper !== undefined) checkNumbers(problem.upper, cells, 'upper', 'allocation.fit.bound', (value) => value >= 0);
}

/** Throws unless every target is an integer that can be counted exactly, as rounding needs it. */
export function checkIntegerTargets(problem: FitProblem): void {
  problem.margins.forEach((margin, index) => {
    checkNumbers(
      margin.targets,
      margin.targets.length,
      `margins.${index}.targets`,
      'allocation.total.invalid',
      Number.isSafeInteger,
    );
  });
}

function isAmount(value: number): boolean {
  return value >= 0 && value < Infinity;
}

function cellCount({ dims }: FitProblem): number {
  let cells = 1;
  dims.forEach((size, axis) => {
    if (!Number.isSafeInteger(size) || size < 1) throw fittingError('allocation.fit.shape', size, `dims.${axis}`);
    cells *= size;
  });
  if (cells > 2 ** 30) throw fittingError('allocation.fit.shape', cells, 'dims');
  return cells;
}

function checkLength(length: number, expected: number, path: string): void {
  if (length !== expected) throw fittingError('allocation.fit.shape', `${length} ≠ ${expected}`, path);
}

function checkNumbers(
  values: Float64Array,
  length: number,
  path: string,
  code: 'allocation.total.invalid' | keyof typeof fittingMessages,
  valid: (value: number) => boolean,
): void {
  checkLength(values.length, length, path);
  for (let index = 0; index < length; index += 1) {
    const value = values[index] ?? 0;
    if (valid(value)) continue;
    const at = `${path}.${index}`;
    throw code === 'allocation.total.invalid' ? coreError(code, value, at) : fittingError(code, value, at);
  }
}

function checkMargin({ dims }: FitProblem, margin: Margin, cells: number, path: string): void {
  const { targets } = margin;
  if ('axes' in margin) {
    const size = margin.axes.reduce((product, axis, index) => {
      const known = Number.isInteger(axis) && axis >= 0 && axis < dims.length && margin.axes.indexOf(axis) === index;
      if (!known) throw fittingError('allocation.fit.axis', axis, `${path}.axes.${index}`);
      return product * (dims[axis] ?? 1);
    }, 1);
    checkLength(targets.length, size, `${path}.targets`);
  } else {
    checkLength(margin.group.length, cells, `${path}.group`);
    for (let cell = 0; cell < cells; cell += 1) {
      const group = margin.group[cell] ?? -1;
      if (group < -1 || group >= targets.length) throw fittingError('allocation.fit.group', group, `${path}.group.${cell}`);
    }
  }
  checkNumbers(targets, targets.length, `${path}.targets`, 'allocation.fit.value', isAmount);
}

/** Throws unless there is a value for each cell and the held cells are integers, as rounding needs them. */
export function checkRounded(values: Float64Array, { seed, fixed }: FitProblem): void {
  checkNumbers(values, seed.length, 'values', 'allocation.fit.value', isAmount);
  seed.forEach((value, cell) => {
    if (fixed?.[cell] && !Number.isSafeInteger(value)) throw coreError('allocation.total.invalid', value, `seed.${cell}`);
  });
}
