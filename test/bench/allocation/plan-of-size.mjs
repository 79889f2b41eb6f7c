// Plans over five crossing axes of about ten thousand, a hundred thousand and a million leaf cells, all of them present.
import { createPlan } from '../../../packages/allocation/src/plan.ts';
import { timeAxis } from '../../../packages/allocation/src/time-axis.ts';

/** Branches below the top of each axis but time, level by level. */
const SHAPES = {
  10_000: { organisation: [2, 5], product: [7], customerType: [3], channel: [4] },
  100_000: { organisation: [4, 5], product: [3, 7], customerType: [5], channel: [4] },
  1_000_000: { organisation: [5, 20], product: [3, 7], customerType: [2, 5], channel: [4] },
};

export const SIZES = Object.keys(SHAPES).map(Number);

function tree(kind, branches) {
  const members = [{ id: kind, parentId: null }];
  let above = [kind];
  for (const count of branches) {
    above = above.flatMap((parentId) =>
      Array.from({ length: count }, (_, at) => {
        const id = `${parentId}.${at}`;
        members.push({ id, parentId });
        return id;
      }),
    );
  }
  return { id: kind, kind, members };
}

/** An empty plan; 10,080, 100,800 or 1,008,000 cells. */
export function planOfSize(size) {
  const inner = Object.entries(SHAPES[size]).map(([kind, branches]) => tree(kind, branches));
  const axes = [...inner, timeAxis({ period: '2026', grain: 'month', scheme: 1 })];
  return createPlan({ metrics: [{ id: 'sales', kind: 'money', currency: 'CNY', tax: 'included' }], axes });
}

/** Weights from 1 to 1,000 that look arbitrary and are the same in every run (a linear congruence). */
export function arbitrary(seed) {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return 1 + (state % 1000);
  };
}
