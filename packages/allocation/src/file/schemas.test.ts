import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, it } from 'vitest';
import { cellValue } from '../plan.ts';
import { readEdits } from './read-edits.ts';
import { readJson } from './read-json.ts';
import { methodNames } from './read-method.ts';
import { readSpec } from './read-spec.ts';
import { runSpec } from './run-spec.ts';
import diffSchema from './target-diff.schema.json' with { type: 'json' };
import editsSchema from './target-edits.schema.json' with { type: 'json' };
import specSchema from './target-spec.schema.json' with { type: 'json' };
import { diffFileOf } from './diff-file.ts';
import { runEdits } from './run-edits.ts';
import { planFileOf } from './write-plan.ts';

const ajv = new Ajv2020({ strictSchema: true, strictTypes: false, allErrors: true });
const [specFits, editsFit, diffFits] = [specSchema, editsSchema, diffSchema].map((schema) => ajv.compile(schema));

/** A year of two people; every method a spec can name stands in it once. */
const prior = { method: 'prior', facts: 'past' } as const;
const spec = {
  format: 'milepost.target-spec/1',
  metrics: [{ id: 'visits', kind: 'count', unit: '次' }],
  calendar: { country: 'CN', overlays: [{ id: 'stock-taking', holidays: [{ date: '2026-06-30' }] }] },
  axes: [
    { id: 'organisation', kind: 'organisation', members: [{ id: 'all', parentId: null }, { id: 'li', parentId: 'all' }, { id: 'wang', parentId: 'all' }] },
    { kind: 'time', period: '2026', grain: 'month', fiscalYearStartMonth: 1 },
  ],
  absent: [{ organisation: 'wang', time: '2026-12' }],
  facts: {
    past: { axes: ['organisation', 'time'], rows: [{ at: { organisation: 'li', time: '2025-03' }, amount: 3 }, { at: { organisation: 'wang', time: '2025-04' }, amount: 1 }] },
  },
  holds: [{ target: { at: { organisation: 'li', time: '2026-01' } }, amount: 7, by: 'chen' }],
  targets: [
    {
      total: 500, by: 'chen', at: '2025-12-01T08:00:00Z', reason: 'why', fallback: 'even', keepManual: true, keepSeasonality: false,
      steps: [{ axis: 'organisation', method: 'even' }, { axis: 'time', via: 'levels', method: 'workingDays' }],
    },
  ],
  padding: [{ rules: [{ scope: 'company', percent: 10 }], policy: { mostOverPercent: 20, mostUnderPercent: null } }],
  commitments: [{ target: { at: { organisation: 'wang' } }, amount: 240 }],
}; // prettier-ignore

const methods: readonly { readonly method: string; readonly [name: string]: unknown }[] = [
  { method: 'even', per: 'child' },
  { method: 'driver', values: { li: 2, wang: null }, name: 'customers' },
  { method: 'seasonality', profile: { '01': 1, '2026-02': 0.5 } },
  { method: 'workingDays', acceptUnknown: false },
  { method: 'manual', entries: [{ at: { organisation: 'li' }, amount: 5 }], rest: prior },
  { ...prior, years: 1 },
  { method: 'reference', plan: 'last.json', at: { organisation: 'all' }, like: { organisation: { wang: 'li' } }, yearsBack: 1 },
  { method: 'trailing', facts: 'past', months: 12, end: '2026-01-01' },
  {
    method: 'blended',
    elements: [
      { percent: 60, ...prior },
      { percent: 40, method: 'even' },
    ],
  },
  { method: 'growth', base: prior, standard: 5, percent: { li: 10 }, rails: { maxSharePercent: 90 } },
  { method: 'bucket', of: { li: 'A', wang: 'B' }, shares: { A: 3, B: 1 }, within: { method: 'even' } },
  { method: 'firstWithBase', methods: [prior, { method: 'even' }] },
];

/** A plan of the year before, with li alone. */
const last = JSON.stringify({
  format: 'milepost.target-plan/1',
  metrics: spec.metrics,
  axes: [
    { id: 'organisation', kind: 'organisation', members: [{ id: 'all', parentId: null }, { id: 'li', parentId: 'all' }] },
    { id: 'time', kind: 'time', members: [{ id: '2025', parentId: null }] },
  ],
  rows: [['li']],
  values: [{ metric: 'visits', cells: [[5]] }],
}); // prettier-ignore

const none = (): string => last;
const read = (value: unknown) => readSpec(readJson(JSON.stringify(value)), none);
const withMethod = (method: object) => ({
  ...spec,
  targets: [
    {
      total: 500,
      steps: [
        { axis: 'organisation', ...method },
        { axis: 'time', method: 'even' },
      ],
    },
  ],
});

describe('the schema of specs', () => {
  it('describes every method that is read, and no other', () => {
    const described = specSchema.$defs.method.oneOf.map(({ $ref }) => $ref.replace('#/$defs/method-', ''));
    expect(described.sort()).toEqual([...methodNames].sort());
    expect(methods.map(({ method }) => method).sort()).toEqual([...methodNames].sort());
  });

  it('accepts what is read and run', () => {
    expect(specFits?.(spec), JSON.stringify(specFits?.errors)).toBe(true);
    const result = runSpec(read(spec));
    if (!result.ok) throw new Error(result.refusal.remedy.en);
    // 500 and 10 percent: the file states what the top hands out, and what everybody carries.
    const [padding] = planFileOf(result.document).padding ?? [];
    expect(padding?.steps).toEqual([{ member: 'all', carriedMinor: 500, handedOutMinor: 550 }]);
    expect(padding?.cells.flat().reduce<number>((sum, amount) => sum + (amount ?? 0), 0)).toBe(550);
    expect(result.document.calendar).toEqual({ id: 'CN+stock-taking', status: 'official', fiscalYearStartMonth: 1 });
  });

  it.each(methods)('accepts the method $method, which is read', (method) => {
    expect(specFits?.(withMethod(method)), JSON.stringify(specFits?.errors)).toBe(true);
    expect(() => read(withMethod(method))).not.toThrow();
  });

  it.each([
    [withMethod({ method: 'luck' }), /At targets\.0\.steps\.0\.method: .*"luck" \(even \| driver/],
    [withMethod({ method: 'prior' }), /At targets\.0\.steps\.0: The property "facts"/],
    [withMethod({ method: 'driver', values: { li: -1 } }), /At targets\.0\.steps\.0/],
    [{ ...spec, padding: [{ rules: [{ scope: 'team', percent: 1 }] }] }, /At padding\.0\.rules\.0\.scope: .*"team"/],
    [{ ...spec, colour: 'red' }, /At colour: There is no property/],
    [{ ...spec, targets: [] }, /At targets/],
    [{ ...spec, calendar: { country: 'XX' } }, /At calendar\.country/],
    [{ ...spec, holds: [{ target: { at: {} } }] }, /At holds\.0: The property "amount"/],
    [{ ...spec, axes: [{ kind: 'time', period: '2026', grain: 'month' }] }, /At axes\.0: The property "fiscalYearStartMonth"/],
    [{ ...spec, facts: { past: { rows: [] } } }, /At facts\.past: The property "axes"/],
  ])('refuses what is refused: %#', (value, message) => {
    expect(specFits?.(value)).toBe(false);
    expect(() => read(value)).toThrow(message);
  });
}); // prettier-ignore

it('meets several totals at once, and says when days are compared by their distance from the Spring Festival', () => {
  const steps = [{ axis: 'organisation', method: 'even' }, { axis: 'time', ...prior, springFestival: true }]; // prettier-ignore
  const margins = [{ at: { organisation: 'li' }, total: 100 }, { at: { organisation: 'wang' }, total: 61 }, { at: { time: '2026-Q1' }, total: 80 }]; // prettier-ignore
  const file = { ...spec, holds: [], absent: [], targets: [{ margins, steps: [steps[0], { axis: 'time', method: 'even' }] }] };
  expect(specFits?.(file), JSON.stringify(specFits?.errors)).toBe(true);
  const result = runSpec(read(file));
  if (!result.ok) throw new Error(result.refusal.remedy.en);
  const { plan } = result.document;
  expect(margins.map(({ at }) => cellValue(plan, { at: at as unknown as Record<string, string> }))).toEqual([100, 61, 80]);
  expect(cellValue(plan, { at: {} })).toBe(161);
  const aligned = runSpec(read({ ...spec, holds: [], absent: [], targets: [{ total: 9, steps }] }));
  if (!aligned.ok) throw new Error(aligned.refusal.remedy.en);
  expect(aligned.document.plan.journal[0]?.divisions.at(-1)?.pools[0]?.method).toBe('prior:springFestival');
  const contrary = { ...file, targets: [{ ...file.targets[0], total: 1 }] };
  expect(runSpec(read(contrary))).toMatchObject({ ok: false, path: 'targets.0', refusal: { code: 'margins' } });
});

describe('the schemas of edits and differences', () => {
  const result = runSpec(read(spec));
  if (!result.ok) throw new Error('unexpected');
  const { plan } = result.document;
  const target = { at: { organisation: 'wang', time: '2026-02' } };
  const edits = {
    format: 'milepost.target-edits/1',
    edits: [
      { kind: 'set', target, value: 30, within: { organisation: 'wang' }, by: 'chen', at: '2026-01-02T08:00:00Z' },
      { kind: 'add', target, value: -1, spread: { method: 'even' } },
      { kind: 'percent', target: { metric: 'visits', at: {} }, percent: 10, spread: { method: 'weights', weights: [{ at: {}, weight: 1 }] } },
      { kind: 'set', target: { at: { time: '2026-Q1' } }, value: 90, spread: { method: 'reference', at: { time: '2026-Q2' }, match: 'position' } },
      { kind: 'hold', target },
      { kind: 'release', target },
      { kind: 'clear', target },
    ],
  };

  it('accept what is read and applied, and its difference', () => {
    expect(editsFit?.(edits), JSON.stringify(editsFit?.errors)).toBe(true);
    const changed = runEdits(plan, readEdits(plan, edits));
    if (!changed.ok) throw new Error(`${changed.path} ${changed.refusal.remedy.en}`);
    const diff = diffFileOf(plan, changed.plan, 10);
    expect(diff.cells).toHaveLength(10);
    expect(diffFits?.(JSON.parse(JSON.stringify(diff))), JSON.stringify(diffFits?.errors)).toBe(true);
  });

  it.each([
    [{ kind: 'set', target }, /At edits\.0: The property "value"/],
    [{ kind: 'hold', target, value: 3 }, /At edits\.0\.value: There is no property/],
    [{ kind: 'double', target }, /At edits\.0\.kind/],
    [{ kind: 'set', target, value: 1.5 }, /At edits\.0\.value/],
    [{ kind: 'set', target, value: 1, at: 'yesterday' }, /At edits\.0\.at/],
    [{ kind: 'set', target, value: 1, spread: { method: 'random' } }, /At edits\.0\.spread\.method/],
  ])('refuse what is refused: %#', (edit, message) => {
    const file = { ...edits, edits: [edit] };
    expect(editsFit?.(file)).toBe(false);
    expect(() => readEdits(plan, file)).toThrow(message);
  });
}); // prettier-ignore
