import { problem } from '../problem.ts';
import type { Problem } from '../problem.ts';
import { finite, positive, strictlyOrdered } from './checks.ts';
import type { DeductionCurve } from './deduction.ts';
import type { Curve } from './index.ts';
import type { StepCurve } from './step.ts';

/**
 * Problems of a curve's declaration, each with its path below `path`. Apart from the curves themselves: who scores with a card that was
 * checked when it was published does not need their texts.
 */
export function checkDeclaration(curve: Curve, path: string): Problem[] {
  switch (curve.kind) {
    case 'ratio':
      return [...finite({ floor: curve.floor, cap: curve.cap }, path), ...positive({ cap: curve.cap }, path)];
    case 'three-point': {
      const { baseline, target, stretch, stretchPoints } = curve;
      const order = stretch === undefined ? [baseline, target] : [baseline, target, stretch];
      return [...finite({ baseline, target, stretch, stretchPoints }, path), ...strictlyOrdered(order, path)];
    }
    case 'step':
      return checkSteps(curve, path);
    case 'goal-red-flag':
      return [
        ...finite({ goal: curve.goal, redFlag: curve.redFlag }, path),
        ...strictlyOrdered([curve.redFlag, curve.goal], path),
      ];
    case 'reverse':
      return [...finite({ cap: curve.cap }, path), ...positive({ cap: curve.cap }, path)];
    case 'deduction':
      return checkDeduction(curve, path);
    case 'four-level':
      return [
        ...finite(Object.fromEntries(curve.levels.entries()), `${path}.levels`),
        ...strictlyOrdered(curve.levels, `${path}.levels`),
      ];
    case 'binary':
    case 'veto':
      return finite({ at: curve.at }, path);
    case 'either-or':
      return [];
  }
}

function checkSteps({ steps, below }: StepCurve, path: string): Problem[] {
  if (steps.length === 0) {
    return [
      problem(
        'curve.no-steps',
        `${path}.steps`,
        '层差法至少需要一个区间。',
        'A step curve needs at least one step.',
        '请添加一个区间。',
        'Add a step.',
      ),
    ];
  }
  return [
    ...finite({ below }, path),
    ...steps.flatMap((s, i) => finite({ from: s.from, points: s.points }, `${path}.steps.${i}`)),
    ...strictlyOrdered(
      steps.map((s) => s.from),
      `${path}.steps`,
      'rising',
    ),
  ];
}

function checkDeduction({ start, perUnit, floor = 0 }: DeductionCurve, path: string): Problem[] {
  const problems = [...finite({ start, perUnit, floor }, path), ...positive({ start, perUnit }, path)];
  if (problems.length === 0 && floor >= start) {
    problems.push(
      problem(
        'curve.floor-above-start',
        `${path}.floor`,
        `下限 ${floor} 不低于起点 ${start}，扣分不起作用。`,
        `The floor ${floor} is not below the start ${start}: nothing is ever deducted.`,
        '请降低下限。',
        'Lower the floor.',
      ),
    );
  }
  return problems;
}
