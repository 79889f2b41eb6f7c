import { createHash } from 'node:crypto';
import { jsonPieces, publishPlan, readPlan } from '@milepost/allocation/file';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { Unreadable } from './unreadable.ts';
import { verifyPlan } from './verify-plan.ts';

/* eslint-disable @typescript-eslint/no-explicit-any, @typescript-eslint/no-unsafe-call -- files are taken apart and put together wrongly here */

/** Two people, two products, three periods; wang leaves after the first quarter. */
const draft = {
  format: 'milepost.target-plan/1',
  metrics: [
    { id: 'sales', kind: 'money', currency: 'CNY', tax: 'included' },
    { id: 'visits', kind: 'count', unit: '次' },
  ],
  calendar: { id: 'CN', status: 'official' },
  axes: [
    { id: 'organisation', kind: 'organisation', members: [{ id: 'all', parentId: null }, { id: 'li', parentId: 'all' }, { id: 'wang', parentId: 'all' }] }, // prettier-ignore
    { id: 'product', kind: 'product', members: [{ id: 'every', parentId: null }, { id: '泵', parentId: 'every' }, { id: '阀', parentId: 'every' }] }, // prettier-ignore
    {
      id: 'time',
      kind: 'time',
      members: [
        { id: '2026', parentId: null },
        { id: '2026-Q1', parentId: '2026' },
        { id: '2026-01', parentId: '2026-Q1' },
        { id: '2026-02', parentId: '2026-Q1' },
        { id: '2026-Q2', parentId: '2026' },
      ],
    },
  ],
  rows: [['li', '泵'], ['wang', '泵'], ['wang', '阀']], // prettier-ignore
  absent: [[1, 2, 3], [2, 2, 3]], // prettier-ignore
  values: [
    { metric: 'sales', cells: [[9007199254740000, 700, 0], [30, null, null], [0, -5, null]] }, // prettier-ignore
    { metric: 'visits', cells: [[null, null, null], [4, 1, null], [null, null, null]] }, // prettier-ignore
  ],
  padding: [{ metric: 'visits', rules: [{ scope: 'company', percent: 100 }] }],
  holds: [{ metric: 'sales', at: { organisation: 'wang', product: 'every', time: '2026' }, amount: 25 }],
  journal: [
    {
      seq: 1, action: 'set', metric: 'sales', target: { organisation: 'wang', product: 'every', time: '2026-Q1' }, before: null, after: 25,
      by: 'chen', at: '2026-01-05T09:00:00+08:00',
      divisions: [
        // Cell (wang, 泵, 2026-01) is (2 × 3 + 1) × 5 + 2 = 37, (wang, 阀, 2026-02) is (2 × 3 + 2) × 5 + 3 = 43.
        { cells: [37, 43], before: [null, null], after: [30, -5], weights: [0.25, 0.5], pool: [0, 0], pools: [{ total: 25, of: 0.75, fallback: null, method: 'manual' }] },
      ],
    },
  ],
}; // prettier-ignore

const published = publishPlan(readPlan(draft), { by: 'chen', at: '2026-01-06T09:00:00+08:00', engine: '1.0.0' });
const bytes = encode([...jsonPieces(published)].join(''));

function encode(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}

/** The codes and places of what differs after a change that also computes the hash again, as a forger would. */
function forged(change: (file: any) => void): string[] {
  const file = JSON.parse(JSON.stringify(published));
  change(file);
  delete file.certificate.hash;
  file.certificate.hash = createHash('sha256').update(sorted(file)).digest('hex');
  return verifyPlan(encode(JSON.stringify(file))).differences.map(({ code, place, amount }) =>
    `${code} ${place} ${amount ?? ''}`.trim(),
  );
}

function sorted(value: unknown): string {
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  if (Array.isArray(value)) return `[${value.map(sorted).join(',')}]`;
  const names = Object.keys(value).sort();
  return `{${names.map((name) => `${JSON.stringify(name)}:${sorted((value as any)[name])}`).join(',')}}`;
}

it('finds nothing wrong with what was published', () => {
  const result = verifyPlan(bytes);
  expect(result.differences).toEqual([]);
  // 9007199254740000 + 700 + 0 + 30 + 0 - 5, by hand.
  expect(result.totals).toEqual(['9007199254740725', '5']);
  expect(result).toMatchObject({ cells: 9, holds: 1, journalEntries: 1, publishedBy: 'chen' });
});

it('states totals that were added up by hand', () => {
  const [sales] = published.certificate?.totals ?? [];
  expect(sales?.axes.map(({ totals }) => totals)).toEqual([
    [9007199254740725, 9007199254740700, 25],
    [9007199254740725, 9007199254740730, -5],
    [9007199254740725, 9007199254740725, 9007199254740030, 695, 0],
  ]);
  expect(sales?.crossed[0]).toEqual({
    axes: ['organisation', 'product'],
    totals: [
      [9007199254740725, 9007199254740730, -5],
      [9007199254740700, 9007199254740700, null],
      [25, 30, -5],
    ],
  });
});

it('does not care for the layout', () => {
  expect(verifyPlan(encode(JSON.stringify(published))).differences).toEqual([]);
  expect(verifyPlan(encode(JSON.stringify(published, null, 7))).differences).toEqual([]);
});

it.each<[string, (file: any) => void, string[]]>([
  ['a cell', (file) => (file.values[0].cells[0][1] += 1), ['differs.cells  -1', 'differs.cells organisation=li -1']],
  ['a parent of an axis', (file) => (file.certificate.totals[0].axes[2].totals[1] += 100), ['differs.children time=2026-Q1 100', 'differs.children time=2026 -100']],
  ['null for 0', (file) => (file.certificate.totals[0].axes[2].totals[4] = null), ['differs.cells time=2026-Q2']],
  ['a crossed total', (file) => (file.certificate.totals[0].crossed[0].totals[2][1] -= 3), ['differs.crossed organisation=wang, product=泵 -3']],
  ['a crossed table left out', (file) => file.certificate.totals[0].crossed.pop(), ['differs.stated product × time', 'differs.stated']],
  ['a crossed row left out', (file) => file.certificate.totals[0].crossed[0].totals.pop(), ['differs.stated organisation × product']],
  ['an axis left out', (file) => file.certificate.totals[1].axes.pop(), ['differs.stated time']],
  ['a metric left out', (file) => file.certificate.totals.pop(), ['differs.stated']],
  ['a hold', (file) => (file.holds[0].amount = 26), ['differs.hold organisation=wang 1']],
  ['an amount where nothing is', (file) => (file.values[0].cells[1][2] = 8), ['differs.absent organisation=wang, product=泵, time=2026-Q2']],
  ['the journal', (file) => (file.journal[0].divisions[0].after[0] = 31), ['differs.journal.cell organisation=wang, product=泵, time=2026-01 -1']],
  ['the outcome in the journal', (file) => (file.journal[0].after = 24), ['differs.journal.target organisation=wang, time=2026-Q1 -1']],
  ['the order of the journal', (file) => (file.journal[0].seq = 2), ['differs.journal.order']],
  ['a padded cell', (file) => (file.padding[0].cells[1][0] += 1), ['differs.padding organisation=all -1']],
  ['what a manager hands out', (file) => (file.padding[0].steps[0].handedOutMinor += 2), ['differs.padding organisation=all 2']],
  ['what the top carries', (file) => (file.padding[0].steps[0].carriedMinor -= 2), ['differs.padding organisation=all -2']],
  ['the calendar', (file) => (file.calendar.status = 'estimated'), ['differs.calendar']],
])('sees a forged %s although the hash was computed again', (_, change, expected) => {
  const found = forged(change);
  expect(found).toEqual(expect.arrayContaining(expected.map((line) => expect.stringContaining(line))));
  expect(found.join()).not.toContain('differs.hash');
}); // prettier-ignore

/** The tokens of a JSON text: what is left when white space between them is of no account. */
function tokens(text: string): string {
  return (text.match(/"(?:[^"\\]|\\.)*"|[^\s"]+/g) ?? []).join('');
}

it('sees every byte that changes', () => {
  fc.assert(
    fc.property(
      fc.nat(bytes.length - 1),
      fc.integer({ min: 0, max: 255 }),
      fc.constantFrom('put', 'insert', 'remove'),
      (at, byte, how) => {
        const middle = how === 'remove' ? [] : [byte];
        const changed = Uint8Array.from([...bytes.slice(0, at), ...middle, ...bytes.slice(how === 'insert' ? at : at + 1)]);
        let intact = false;
        try {
          intact = verifyPlan(changed).differences.length === 0;
        } catch (error) {
          expect(error).toBeInstanceOf(Unreadable);
        }
        if (intact) expect(tokens(new TextDecoder().decode(changed))).toBe(tokens(new TextDecoder().decode(bytes)));
      },
    ),
    { numRuns: 2_000 },
  );
});

it.each([
  ['0.25', '0.250', 'journal.0.divisions.0.weights.0'],
  ['0.25', '0.25000000000000000001', 'journal.0.divisions.0.weights.0'],
  ['[0,-5,null]', '[-0,-5,null]', 'values.0.cells.2.0'],
  ['"by":"chen"', '"by":"\\u0063hen"', 'journal.0.by'],
])('sees %s written as %s, which means the same', (from, to, path) => {
  const { differences } = verifyPlan(encode(JSON.stringify(published).replace(from, to)));
  expect(differences).toMatchObject([{ code: 'differs.notation', path }]);
});

it('sees every digit that changes', () => {
  const text = new TextDecoder().decode(bytes);
  const digits = [...text.matchAll(/\d/g)].map(({ index }) => index);
  fc.assert(
    fc.property(fc.constantFrom(...digits), fc.integer({ min: 1, max: 9 }), (at, more) => {
      const changed = `${text.slice(0, at)}${(Number(text[at]) + more) % 10}${text.slice(at + 1)}`;
      let found = 1;
      try {
        found = verifyPlan(encode(changed)).differences.length;
      } catch (error) {
        expect(error).toBeInstanceOf(Unreadable);
      }
      expect(found).toBeGreaterThan(0);
    }),
    { numRuns: 1_000 },
  );
});

it.each<[string, string, string, string]>([
  ['no JSON', '{', 'verify.syntax', ''],
  ['a draft', JSON.stringify(draft), 'verify.certificate', 'certificate'],
  ['another format', '{"format":"x"}', 'verify.format', 'format'],
  ['a row too short', JSON.stringify(published).replace('[30,null,null]', '[30,null]'), 'verify.shape', 'values.0.cells.1'],
  ['a fraction', JSON.stringify(published).replace('[30,null,null]', '[30,0.5,null]'), 'verify.shape', 'values.0.cells.1.1'],
  ['a name twice', '{"format":"x","format":"y"}', 'verify.duplicate', ''],
  ['a parent that comes later', JSON.stringify(published).replace('"parentId":"all"', '"parentId":"wang"'), 'verify.shape', 'axes.0.members.1.parentId'],
])('answers %s as unreadable', (_, text, code, path) => {
  const read = (): unknown => verifyPlan(encode(text));
  expect(read).toThrow(Unreadable);
  expect(read).toThrow(expect.objectContaining({ code, path }));
}); // prettier-ignore

it('names members by what people call them', () => {
  const named = publishPlan(readPlan({ ...draft, axes: draft.axes.map((axis) => ({ ...axis, members: axis.members.map((one) => (one.id === 'wang' ? { ...one, name: '王芳' } : one)) })) }), { by: 'chen', at: '2026-01-06T09:00:00+08:00', engine: '1.0.0' }); // prettier-ignore
  const { differences } = verifyPlan(encode(JSON.stringify({ ...named, holds: [{ ...named.holds[0], amount: 26 }] })));
  expect(differences[0]).toMatchObject({ code: 'differs.hold', place: 'organisation=wang (王芳)' });
});
