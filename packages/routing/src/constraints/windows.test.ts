import { expect, it } from 'vitest';
import { tinyInstance, tinyPlan } from '../testing/tiny-plan.ts';
import { windows } from './windows.ts';

it('wants services to start in one of the windows', () => {
  expect(windows.check(tinyInstance({ client: { windows: [[0, 5], [10, 10]] } }), tinyPlan())).toEqual([]); // prettier-ignore
  expect(windows.check(tinyInstance({ client: { windows: [[0, 5], [14, 20]] } }), tinyPlan())).toMatchObject([{ client: 0, excess: 4 }]); // prettier-ignore
});

it('knows days without any window', () => {
  expect(windows.check(tinyInstance({ client: { dayWindows: [[]] } }), tinyPlan())).toMatchObject([{ excess: Infinity }]);
});

it('puts the window promised in the place of the others', () => {
  const fixed = [{ client: 0, day: 0, window: [12, 20] as const }];
  expect(windows.check(tinyInstance({ client: { windows: [[0, 100]] }, fixed }), tinyPlan())).toMatchObject([
    { client: 0, excess: 2 },
  ]);
  expect(
    windows.check(tinyInstance({ client: { dayWindows: [[]] }, fixed: [{ client: 0, day: 0, window: [5, 10] }] }), tinyPlan()),
  ).toEqual([]);
});
