import { Ajv2020 } from 'ajv/dist/2020.js';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { boxOf, createPlan, holdKey, withValues } from '../plan.ts';
import { cellCount } from '../grid.ts';
import { valuesOf, valueAt } from '../values.ts';
import { jsonPieces } from './format-json.ts';
import { readJson } from './read-json.ts';
import { readPlan } from './read-plan.ts';
import { planFileOf } from './write-plan.ts';
import schema from './target-plan.schema.json' with { type: 'json' };
import type { Plan } from '../plan.ts';
import type { PlanDocument } from './plan-file.ts';

const fits = new Ajv2020({ strictSchema: true, allErrors: true }).compile(schema);

/** Two representatives, of whom one leaves after the first quarter, and two products. */
function smallPlan(amounts: readonly (number | null)[]): Plan {
  const plan = createPlan({
    metrics: [
      { id: 'sales', kind: 'money', currency: 'CNY', tax: 'included' },
      { id: 'visits', kind: 'count', unit: '次' },
    ],
    axes: [
      { id: 'organisation', kind: 'organisation', members: [{ id: 'all', parentId: null }, { id: 'li', parentId: 'all' }, { id: 'wang', parentId: 'all' }] }, // prettier-ignore
      { id: 'product', kind: 'product', members: [{ id: 'every', parentId: null }, { id: '泵', parentId: 'every' }, { id: '阀', parentId: 'every' }] }, // prettier-ignore
      { id: 'time', kind: 'time', members: [{ id: '2026', parentId: null }, { id: '2026-Q1', parentId: '2026' }, { id: '2026-Q2', parentId: '2026' }] }, // prettier-ignore
    ],
    support: [
      { organisation: 'li', product: '泵' },
      { organisation: 'wang', product: '泵' },
      { organisation: 'wang', product: '阀' },
    ],
    belongs: ([person, , quarter]) => !(person === 'wang' && quarter === '2026-Q2'),
  });
  const flat = Float64Array.from({ length: cellCount(plan.grid) }, (_, at) => {
    const belongs = plan.grid.present?.[at] === 1;
    return belongs ? (amounts[at] ?? NaN) : NaN;
  });
  const valued = withValues(plan, 0, valuesOf(flat));
  const box = boxOf(valued, { organisation: 'wang' });
  return { ...valued, holds: new Map([[holdKey(0, box), { metric: 0, box }]]) };
}

function documentOf(plan: Plan): PlanDocument {
  const names = new Map([['organisation', new Map([['li', '李雷']])]]);
  return {
    plan,
    title: '2026 年销售目标',
    names,
    calendar: { id: 'CN', status: 'official', fiscalYearStartMonth: 1 },
    padding: [{ metric: 'visits', rules: [] }],
    versions: [],
  };
}

function file(change: (text: string) => string = (text) => text): unknown {
  return readJson(change([...jsonPieces(planFileOf(documentOf(smallPlan([10, 20, 30, null, 0, null]))))].join('')));
}

it('comes back from its file as it was', () => {
  fc.assert(
    fc.property(fc.array(fc.option(fc.maxSafeInteger()), { minLength: 6, maxLength: 6 }), (amounts) => {
      const plan = smallPlan(amounts.map((amount) => (amount === null ? null : Math.trunc(amount / 8) + 0)));
      const json = readJson([...jsonPieces(planFileOf(documentOf(plan)))].join(''));
      expect(fits(json), JSON.stringify(fits.errors)).toBe(true);
      const read = readPlan(json);
      expect(read.plan.grid).toEqual(plan.grid);
      expect(read.plan.holds).toEqual(plan.holds);
      for (let at = 0; at < 6; at += 1)
        expect(valueAt(read.plan.values[0] as never, at)).toBe(valueAt(plan.values[0] as never, at));
      expect(read.names.get('organisation')?.get('li')).toBe('李雷');
      expect(planFileOf(read)).toEqual(planFileOf(documentOf(plan)));
    }),
  );
});

it('writes a row to a line', () => {
  const text = [...jsonPieces(planFileOf(documentOf(smallPlan([10, 20, 30, null, 0, null]))))].join('');
  expect(text).toContain('\n        [10,20],\n        [30,null],\n        [0,null]\n');
  expect(text).toContain('"absent": [\n    [1,1,2],\n    [2,1,2]\n  ]');
});

it('takes rows in any order', () => {
  const swapped = file(
    (text) =>
    text.replace(/(\["li", "泵"\]),(\s+)(\["wang", "泵"\])/, '$3,$2$1').replace('[10,20]', '[30,null]').replace(/\[30,null\](,\s+)\[30,null\]/, '[30,null]$1[10,20]').replace('[1,1,2]', '[0,1,2]'), // prettier-ignore
  );
  expect(planFileOf(readPlan(swapped))).toEqual(planFileOf(readPlan(file())));
});

it.each<[string, (text: string) => string, RegExp]>([
  ['another format', (text) => text.replace('target-plan/1', 'target-plan/2'), /At format: .*target-plan\/2/],
  ['an unknown name', (text) => text.replace('"holds"', '"locks"'), /At locks: There is no property "locks"/],
  ['a missing name', (text) => text.replace('"kind": "product",', ''), /At axes\.1: The property "kind" is missing/],
  ['a currency left out', (text) => text.replace(', "currency": "CNY"', ''), /At metrics\.0: The property "currency" is missing/],
  ['a member twice', (text) => text.replace('"id": "wang"', '"id": "li"'), /At axes\.0\.members\.2\.id: The id "li"/],
  ['a parent nobody knows', (text) => text.replace('{ "id": "wang", "parentId": "all" }', '{ "id": "wang", "parentId": "al" }'), /members\.2\.parentId/], // prettier-ignore
  ['a cycle', (text) => text.replace('{ "id": "wang", "parentId": "all" }', '{ "id": "wang", "parentId": "wang" }'), /At axes\.0\.members\.2\.parentId: .*"wang" is above itself/], // prettier-ignore
  [
    'an axis without members',
    (text) => text.replace(/("kind": "product",\s+"members": )\[[^\]]*\]/, '$1[]'),
    /At axes\.1\.members: There is nothing/,
  ],
  ['a fraction', (text) => text.replace('[10,20]', '[10,20.5]'), /At values\.0\.cells\.0\.1: .*20\.5/],
  ['an amount as text', (text) => text.replace('[10,20]', '[10,"20"]'), /At values\.0\.cells\.0\.1/],
  ['a cell too many', (text) => text.replace('[10,20]', '[10,20,30]'), /At values\.0\.cells\.0: Wrong count: 3 ≠ 2/],
  ['a row twice', (text) => text.replace('["wang", "阀"]', '["wang", "泵"]'), /At rows\.2: The combination "wang × 泵"/],
  [
    'a row above the leaves',
    (text) => text.replace('["wang", "阀"]', '["all", "阀"]'),
    /At rows\.2\.0: \"all\" has members below/,
  ],
  [
    'an amount where nothing is',
    (text) => text.replace('[30,null]', '[30,5]'),
    /At values\.0\.cells\.1\.1: A cell that is not part/,
  ],
  ['a hold that holds something else', (text) => text.replace('"amount": 30', '"amount": 31'), /At holds\.0\.amount: .*31 ≠ 30/],
  ['a hold of nowhere', (text) => text.replace('"organisation": "wang", "product": "every"', '"organisation": "wong", "product": "every"'), /At holds\.0\.at\.organisation: .*"wong"/], // prettier-ignore
  [
    'a month 13',
    (text) => text.replace('"fiscalYearStartMonth": 1', '"fiscalYearStartMonth": 13'),
    /At calendar\.fiscalYearStartMonth: .*13/,
  ],
])('refuses %s with its place', (_, change, message) => {
  expect(() => readPlan(file(change))).toThrow(message);
});
