import { expect, it } from 'vitest';
import { cellValue } from '../plan.ts';
import { readSpec } from './read-spec.ts';
import { runSpec } from './run-spec.ts';
import type { Plan } from '../plan.ts';

/** Two people, weeks of 2026; in the two years before 李 had 100 yuan in every month, 王 nothing. */
function planned(step: Readonly<Record<string, unknown>>, currency?: string): Plan {
  const months = Array.from({ length: 12 }, (_, month) => `-${String(month + 1).padStart(2, '0')}`);
  const rows = ['2024', '2025'].flatMap((year) =>
    months.flatMap((month) =>
      [['li', 10_000] as const, ['wang', 0] as const].map(([organisation, amount]) => ({
        at: { organisation, time: `${year}${month}` },
        amount,
        ...(currency === undefined ? {} : { currency }),
      })),
    ),
  );
  const spec = {
    format: 'milepost.target-spec/1',
    metrics: [{ id: 'sales', kind: 'money', currency: 'CNY', tax: 'included' }],
    calendar: { country: 'CN' },
    axes: [
      { id: 'organisation', kind: 'organisation', members: [{ id: 'all', parentId: null }, { id: 'li', parentId: 'all' }, { id: 'wang', parentId: 'all' }] },
      { kind: 'time', period: '2026', grain: 'week', fiscalYearStartMonth: 1, weekRule: 'thursday' },
    ],
    facts: { past: { axes: ['organisation', 'time'], rows } },
    targets: [{ total: 5_000_000, steps: [{ axis: 'organisation', method: 'prior', facts: 'past' }, { axis: 'time', method: 'prior', facts: 'past', ...step }] }],
  }; // prettier-ignore
  const result = runSpec(
    readSpec(spec, () => {
      throw new Error('no files');
    }),
  );
  if (!result.ok) throw new Error(result.refusal.remedy.en);
  return result.document.plan;
}

const nameIn = (plan: Plan) => plan.journal[0]?.divisions.at(-1)?.pools[0]?.method;

it('gives 0 to a week that lies wholly in the holidays, as nothing was spread there', () => {
  const plan = planned({ springFestival: true }, 'CNY');
  // 15 to 23 February 2026 are free: the whole of week 8.
  expect(cellValue(plan, { at: { organisation: 'li', time: '2026-W08' } })).toBe(0);
  expect(cellValue(plan, { at: { time: '2026-W10' } })).toBeGreaterThan(0);
  // Nor is it left null beside weeks of 0, where it would take all that an edit gives the person later.
  expect(cellValue(plan, { at: { organisation: 'wang', time: '2026-W08' } })).toBe(0);
});

it('names how many years the facts are back, and whether they are money', () => {
  expect(nameIn(planned({ springFestival: true }, 'CNY'))).toBe('prior:springFestival');
  expect(nameIn(planned({ springFestival: true, years: 2 }, 'CNY'))).toBe('prior:springFestival:2years');
  expect(nameIn(planned({ springFestival: true }))).toBe('prior:springFestival:counts');
});
