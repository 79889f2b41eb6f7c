import { problem } from '../problem.ts';
import type { Problem } from '../problem.ts';

/** A problem for every named field that is not a finite number. */
export function finite(fields: Readonly<Record<string, number | undefined>>, path: string): Problem[] {
  return Object.entries(fields)
    .filter(([, v]) => v !== undefined && !Number.isFinite(v))
    .map(([name, v]) =>
      problem(
        'curve.not-a-number',
        `${path}.${name}`,
        `应为数字，实际为 ${String(v)}。`,
        `Expected a number, got ${String(v)}.`,
        '请填写一个有限的数字。',
        'Enter a finite number.',
      ),
    );
}

/** A problem when the numbers do not run strictly in one direction (or not upwards, when only that is allowed). */
export function strictlyOrdered(values: readonly number[], path: string, allowed: 'rising' | 'either' = 'either'): Problem[] {
  const up = values.every((v, i) => i === 0 || v > (values[i - 1] ?? v));
  const down = allowed === 'either' && values.every((v, i) => i === 0 || v < (values[i - 1] ?? v));
  if (up || down) return [];
  return [
    problem(
      'curve.order',
      path,
      `各界点 ${values.join('、')} ${allowed === 'rising' ? '须逐个递增' : '须逐个递增或逐个递减'}。`,
      `The points ${values.join(', ')} must ${allowed === 'rising' ? 'rise' : 'rise or fall'} one after the other.`,
      '请调整顺序并去掉重复的界点。',
      'Put them in order and remove repeated points.',
    ),
  ];
}

/** A problem when a value is outside (0, ∞). */
export function positive(fields: Readonly<Record<string, number | undefined>>, path: string): Problem[] {
  return Object.entries(fields)
    .filter(([, v]) => v !== undefined && !(v > 0))
    .map(([name, v]) =>
      problem(
        'curve.not-positive',
        `${path}.${name}`,
        `应大于 0，实际为 ${String(v)}。`,
        `Expected more than 0, got ${String(v)}.`,
        '请填写大于 0 的数字。',
        'Enter a number above 0.',
      ),
    );
}
