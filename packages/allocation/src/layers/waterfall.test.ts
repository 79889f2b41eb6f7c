import fc from 'fast-check';
import { expect, it } from 'vitest';
import { positionOf } from '../grid.ts';
import { boxOf, cellValue, createPlan, withValues } from '../plan.ts';
import { scatter, valuesOf } from '../values.ts';
import { draftSheet } from './sheet.ts';
import { visiblePlan } from './visible-plan.ts';
import { draft, recall, release } from './waterfall-events.ts';
import { openWaterfall, stateOf, withSheets } from './waterfall.ts';
import type { Plan } from '../plan.ts';
import type { AssignmentPolicy } from './policy.ts';
import type { LayerRefusal } from './refusal.ts';
import type { Waterfall, WaterfallMoved } from './waterfall.ts';

const sales = { id: 'sales', kind: 'money', currency: 'CNY', tax: 'included' } as const;
const organisation = {
  id: 'organisation',
  kind: 'organisation',
  members: [
    { id: 'all', parentId: null },
    { id: 'north', parentId: 'all' },
    { id: 'li', parentId: 'north' },
    { id: 'wang', parentId: 'north' },
    { id: 'south', parentId: 'all' },
    { id: 'zhao', parentId: 'south' },
    { id: 'qian', parentId: 'south' },
  ],
} as const;
const product = {
  id: 'product',
  kind: 'product',
  members: [
    { id: 'every', parentId: null },
    { id: 'pumps', parentId: 'every' },
    { id: 'valves', parentId: 'every' },
  ],
} as const;
const time = {
  id: 'time',
  kind: 'time',
  members: [
    { id: '2026', parentId: null },
    { id: '2026-01', parentId: '2026' },
    { id: '2026-02', parentId: '2026' },
  ],
} as const;

/** li, wang, zhao, qian; January and February each. */
function planOf(...amounts: number[]): Plan {
  const plan = createPlan({ metrics: [sales], axes: [organisation, time] });
  return withValues(plan, 0, valuesOf(Float64Array.from(amounts)));
}

const company = planOf(100, 100, 100, 100, 200, 100, 200, 100);
const at = (member: string, month?: string) => ({ organisation: member, ...(month === undefined ? {} : { time: month }) });

function must<Result extends { ok: true }>(result: Result | LayerRefusal): Result {
  if (!result.ok) throw new Error(`${result.code} ${result.member}`);
  return result;
}

function write(plan: Plan, cell: Record<string, string>, amount: number): Plan {
  const position = positionOf(plan.grid, boxOf(plan, cell));
  return withValues(plan, 0, scatter(plan.values[0] as never, Int32Array.of(position), Float64Array.of(amount)));
}

const next = (step: WaterfallMoved | LayerRefusal): Waterfall => must(step).waterfall;
const sheetOf = (waterfall: Waterfall, manager: string, weights?: Plan, plan = company): Plan =>
  must(draftSheet(plan, waterfall, manager, { weights })).sheet;

/** The top gives the north 20 more in January than the plan; the north keeps 30 of li's January. */
function example(policy?: AssignmentPolicy): Waterfall {
  let waterfall = openWaterfall(company, { policy });
  const top = write(sheetOf(waterfall, 'all', company), at('north', '2026-01'), 220);
  waterfall = next(draft(company, waterfall, 'all', top, { by: 'chen', reason: 'the north can do more' }));
  waterfall = next(release(company, waterfall, 'all', { by: 'chen', at: '2026-01-05T01:00:00Z', reason: 'hidden' }));
  const north = write(sheetOf(waterfall, 'north'), at('li', '2026-01'), 80);
  waterfall = next(draft(company, waterfall, 'north', north, { by: 'sun' }));
  return next(release(company, waterfall, 'north', { by: 'sun', at: '2026-01-06T01:00:00Z' }));
}

const seen = (waterfall: Waterfall, viewer: string, plan = company): Plan => must(visiblePlan(plan, waterfall, viewer)).plan;

it('hands down level by level, and shows what managers kept only to themselves and above', () => {
  const waterfall = example();
  const top = seen(waterfall, 'all');
  expect(top.grid.axes[0]?.ids).toEqual(['all', 'north', 'li', 'wang', 'north/held', 'south', 'all/held']);
  const value = (plan: Plan, member: string, month?: string) => cellValue(plan, { at: at(member, month) });
  expect(value(top, 'all', '2026-01')).toBe(600);
  expect(value(top, 'all/held')).toBe(-20);
  expect(value(top, 'all/held', '2026-02')).toBeNull();
  expect([value(top, 'north'), value(top, 'li'), value(top, 'wang'), value(top, 'north/held')]).toEqual([420, 180, 210, 30]);

  const north = seen(waterfall, 'north');
  expect(north.grid.axes[0]?.ids).toEqual(['north', 'li', 'wang', 'north/held']);
  expect([value(north, 'north', '2026-01'), value(north, 'li', '2026-01')]).toEqual([220, 80]);
  const li = seen(waterfall, 'li');
  expect(li.grid.axes[0]?.ids).toEqual(['li']);
  expect([value(li, 'li', '2026-01'), value(li, 'li', '2026-02')]).toEqual([80, 100]);
  // A draft is its manager's own business: above, the north is still one number.
  const recalled = next(recall(company, waterfall, 'north'));
  expect(seen(recalled, 'all').grid.axes[0]?.ids).toEqual(['all', 'north', 'south', 'all/held']);
  expect(seen(recalled, 'north').grid.axes[0]?.ids).toEqual(['north', 'li', 'wang', 'north/held']);
  expect(seen(waterfall, 'south').grid.axes[0]?.ids).toEqual(['south']);
  expect(visiblePlan(company, waterfall, 'zhao')).toMatchObject({ ok: false, code: 'allocation.layers.waterfall.waiting', member: 'south' }); // prettier-ignore
});

it('stops the explanation at the number received, without the reasons above it', () => {
  const { journal } = seen(example(), 'li');
  expect(journal).toEqual([
    { seq: 1, action: 'set', metric: 0, target: Int32Array.of(0, 0), before: null, after: 180, divisions: [], by: 'sun', at: '2026-01-06T01:00:00Z' }, // prettier-ignore
  ]);
  const north = seen(example(), 'north').journal;
  expect(north.map(({ action, by }) => [action, by])).toEqual([['set', 'chen'], ['decompose', undefined]]); // prettier-ignore
  // li and wang, January and February: members 1 and 2 of four, months 1 and 2 of three.
  expect(north[1]?.divisions[0]?.keys).toEqual(Float64Array.of(4, 7, 5, 8));
  expect(north[1]?.divisions[0]?.after).toEqual(Float64Array.of(110, 110, 100, 100));
  expect(JSON.stringify(north)).not.toContain('hidden');
});

it('names every transition that is not possible', () => {
  const start = openWaterfall(company, { policy: { mostOverPercent: 0, mostUnderPercent: 10 } });
  const code = (result: { ok: boolean } | LayerRefusal) =>
    'code' in result ? `${result.code.slice(28)} ${result.member}` : 'ok';
  const top = sheetOf(start, 'all', company);
  expect(code(draftSheet(company, start, 'north'))).toBe('waiting all');
  expect(code(draft(company, start, 'north', top))).toBe('waiting all');
  expect(code(release(company, start, 'north'))).toBe('waiting all');
  expect(code(release(company, start, 'all'))).toBe('notDrafted all');
  expect(code(recall(company, start, 'all'))).toBe('notReleased all');
  expect(code(draftSheet(company, start, 'li'))).toBe('noReports li');

  const drafted = next(draft(company, start, 'all', top));
  expect(code(recall(company, drafted, 'all'))).toBe('notReleased all');
  expect(release(planOf(1, 1, 1, 1, 1, 1, 1, 1), drafted, 'all')).toMatchObject({ code: 'allocation.layers.waterfall.receivedChanged' }); // prettier-ignore
  const more = next(draft(company, drafted, 'all', write(top, at('north', '2026-01'), 201)));
  expect(release(company, more, 'all')).toMatchObject({ code: 'allocation.layers.policy.over', member: 'all' });
  // 10 % of 1000 may be kept: 100 is allowed, 101 is not.
  const keep = (amount: number) => next(draft(company, drafted, 'all', write(top, at('south', '2026-01'), 400 - amount)));
  expect(release(company, keep(101), 'all')).toMatchObject({ code: 'allocation.layers.policy.under', member: 'all' });
  const released = next(release(company, keep(100), 'all'));
  expect(code(release(company, released, 'all'))).toBe('released all');
  expect(code(draft(company, released, 'all', top))).toBe('released all');
  expect(code(draftSheet(company, released, 'all'))).toBe('released all');

  const north = next(release(company, next(draft(company, released, 'north', sheetOf(released, 'north'))), 'north'));
  expect(code(recall(company, north, 'all'))).toBe('belowReleased north');
  const back = next(recall(company, next(recall(company, north, 'north')), 'all'));
  expect(['all', 'north', 'south'].map((manager) => stateOf(company, back, manager))).toEqual(['drafting', 'waiting', 'waiting']);
  expect(visiblePlan(company, back, 'north')).toMatchObject({ ok: false, member: 'all' });
});

it('tells a manager that the number changed since the draft', () => {
  let waterfall = openWaterfall(company);
  const top = sheetOf(waterfall, 'all', company);
  waterfall = next(release(company, next(draft(company, waterfall, 'all', top)), 'all'));
  waterfall = next(draft(company, waterfall, 'north', sheetOf(waterfall, 'north')));
  waterfall = next(recall(company, waterfall, 'all'));
  waterfall = next(draft(company, waterfall, 'all', write(top, at('north', '2026-01'), 150)));
  waterfall = next(release(company, waterfall, 'all'));
  expect(must(visiblePlan(company, waterfall, 'north')).receivedChanged).toBe(true);
  expect(release(company, waterfall, 'north')).toMatchObject({ code: 'allocation.layers.waterfall.receivedChanged' });
  expect(stateOf(company, next(draft(company, waterfall, 'north', sheetOf(waterfall, 'north'))), 'north')).toBe('drafting');
});

it('does not place the numbers of a sheet in an organisation that has changed', () => {
  const members = organisation.members.filter(({ id }) => id !== 'wang');
  const smaller = createPlan({ metrics: [sales], axes: [{ ...organisation, members }, time] });
  expect(() => visiblePlan(smaller, example(), 'all')).toThrow(
    /At waterfall\.steps\.north\.sheet: The draft does not fit "north"/,
  );
  expect(seen(example(), 'li', smaller).grid.axes[0]?.ids).toEqual(['li']);
});

it('lets single units go round when cells are shared evenly', () => {
  // Four cells of one unit for li and wang: two each, not four and none.
  const plan = createPlan({ metrics: [{ id: 'visits', kind: 'count', unit: 'visit' }], axes: [organisation, product, time] });
  const ones = withValues(plan, 0, valuesOf(Float64Array.from({ length: 16 }, (_, cell) => (cell < 4 ? 1 : 0))));
  let waterfall = openWaterfall(ones);
  waterfall = next(release(ones, next(draft(ones, waterfall, 'all', sheetOf(waterfall, 'all', ones, ones))), 'all'));
  const north = sheetOf(waterfall, 'north', undefined, ones);
  expect(['li', 'wang'].map((who) => cellValue(north, { at: { organisation: who } }))).toEqual([2, 2]);
});

it('refuses a sheet or weights of another shape, and becomes data without its sheets', () => {
  const waterfall = openWaterfall(company);
  expect(() => draft(company, waterfall, 'all', company)).toThrow(/At sheet: The draft does not fit "all"/);
  const other = createPlan({ metrics: [sales], axes: [organisation, product, time] });
  expect(() => draftSheet(company, waterfall, 'all', { weights: other })).toThrow(/At weights/);
  expect(() => openWaterfall(company, { axis: 'colour' })).toThrow(/"colour"/);
  const data = withSheets(example(), (sheet, manager) => `${manager}: ${cellValue(sheet, { at: {} })}`);
  expect(JSON.parse(JSON.stringify(data))).toEqual(data);
  expect(data.steps.map(({ sheet }) => sheet)).toEqual(['all: 1020', 'north: 390']);
});

/** Everything a view holds, as one text. */
const asText = (value: unknown): string =>
  JSON.stringify(value, (_, part: unknown) => {
    if (part instanceof Map) return [...part];
    if (ArrayBuffer.isView(part))
      return Array.from(part as unknown as ArrayLike<number>, (number) => (Number.isNaN(number) ? 'null' : number));
    return part;
  });

it('is the same to the last byte for a subordinate whatever is hidden above', () => {
  const amount = fc.oneof(fc.constant(NaN), fc.integer({ min: 0, max: 1_000 }));
  const hidden = fc.record({ plan: fc.array(amount, { minLength: 8, maxLength: 8 }), south: fc.array(amount, { minLength: 2, maxLength: 2 }), wang: amount, reason: fc.string() }); // prettier-ignore
  const build = (secret: { plan: number[]; south: number[]; wang: number; reason: string }) => {
    const plan = planOf(...secret.plan);
    let waterfall = openWaterfall(plan);
    let top = sheetOf(waterfall, 'all', undefined, plan);
    top = write(write(top, at('north', '2026-01'), 220), at('north', '2026-02'), 200);
    secret.south.forEach((given, month) => (top = write(top, at('south', `2026-0${month + 1}`), given)));
    waterfall = next(draft(plan, waterfall, 'all', top, { reason: secret.reason }));
    waterfall = next(release(plan, waterfall, 'all', { by: 'chen', reason: secret.reason }));
    const north = write(
      write(sheetOf(waterfall, 'north', undefined, plan), at('li', '2026-01'), 80),
      at('wang', '2026-02'),
      secret.wang,
    );
    waterfall = next(release(plan, next(draft(plan, waterfall, 'north', north)), 'north', { by: 'sun' }));
    return { li: asText(visiblePlan(plan, waterfall, 'li')), plan, waterfall, north };
  };
  fc.assert(
    fc.property(hidden, hidden, (left, right) => {
      const [a, b] = [build(left), build({ ...right, wang: left.wang })];
      expect(a.li).toBe(build(right).li);
      expect(asText(visiblePlan(a.plan, a.waterfall, 'north'))).toBe(asText(visiblePlan(b.plan, b.waterfall, 'north')));
      // The whole view of the top still adds up to what the top received.
      const top = must(visiblePlan(a.plan, a.waterfall, 'all')).plan;
      expect(cellValue(top, { at: {} }) ?? 0).toBe(cellValue(a.plan, { at: {} }) ?? 0);
    }),
  );
});
