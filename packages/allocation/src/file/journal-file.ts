/** The journal of a plan as JSON and back. */
import { fileError } from './file-error.ts';
import { boxOf, refOf } from '../plan.ts';
import { readMetric } from './cell-file.ts';
import {
  amountOf,
  amountOrNull,
  choiceOf,
  fieldsOf,
  instantOf,
  join,
  listOf,
  numberOf,
  shown,
  textOf,
  textsOf,
} from './shape.ts';
import type { Author, Division, Fallback, JournalEntry, Pool } from '../journal.ts';
import type { Plan } from '../plan.ts';
import type { DivisionFile, EntryFile } from './plan-file.ts';

// Records, so that a new action or fallback is missed by the compiler and not by a reader of files.
const ACTIONS: Readonly<Record<JournalEntry['action'], true>> = {
  ...{ decompose: true, fit: true, set: true, add: true, percent: true, clear: true, hold: true, release: true, move: true },
};
const FALLBACKS: Readonly<Record<Fallback, true>> = { even: true, evenEmpty: true, declared: true };

/** An entry for a file. */
export function entryFile(plan: Plan, entry: JournalEntry): EntryFile {
  const { metric, at: target } = refOf(plan, entry.metric, entry.target);
  const { seq, action, before, after } = entry;
  const given = entry.given?.map(({ box, total }) => ({ at: refOf(plan, entry.metric, box).at, total }));
  return {
    ...{ seq, action, metric, target, before, after },
    ...authorFile(entry),
    ...(given === undefined ? {} : { given }),
    divisions: entry.divisions.map(divisionFile),
  };
}

/** Who, when and why, without what nobody said. */
export function authorFile({ by, at, reason }: Author): Author {
  return {
    ...(by === undefined ? {} : { by }),
    ...(at === undefined ? {} : { at }),
    ...(reason === undefined ? {} : { reason }),
  };
}

/** Reads who, when and why. */
export function readAuthor(fields: Readonly<Record<string, unknown>>, path: string): Author {
  return {
    ...(fields['by'] === undefined ? {} : { by: textOf(fields['by'], join(path, 'by')) }),
    ...(fields['at'] === undefined ? {} : { at: instantOf(fields['at'], join(path, 'at')) }),
    ...(fields['reason'] === undefined ? {} : { reason: textOf(fields['reason'], join(path, 'reason')) }),
  };
}

/** Reads an entry of a plan. Throws an AllocationError with the path of what does not fit the plan. */
export function readEntry(plan: Plan, value: unknown, path: string): JournalEntry {
  const names = ['seq!', 'action!', 'metric!', 'target!', 'before!', 'after!', 'by', 'at', 'reason', 'given', 'divisions!'];
  const fields = fieldsOf(value, path, names);
  const given = listOf(fields['given'], `${path}.given`).map((item, at) => {
    const place = `${path}.given.${at}`;
    const own = fieldsOf(item, place, ['at!', 'total!']);
    return {
      box: boxOf(plan, textsOf(own['at'], `${place}.at`), `${place}.at`),
      total: amountOf(own['total'], `${place}.total`),
    };
  });
  return {
    ...readAuthor(fields, path),
    ...(fields['given'] === undefined ? {} : { given }),
    seq: amountOf(fields['seq'], `${path}.seq`),
    action: choiceOf(fields['action'], `${path}.action`, Object.keys(ACTIONS) as JournalEntry['action'][]),
    metric: readMetric(plan, fields['metric'], `${path}.metric`),
    target: boxOf(plan, textsOf(fields['target'], `${path}.target`), `${path}.target`),
    before: amountOrNull(fields['before'], `${path}.before`),
    after: amountOrNull(fields['after'], `${path}.after`),
    divisions: listOf(fields['divisions'], `${path}.divisions`).map((division, at) =>
      readDivision(plan, division, `${path}.divisions.${at}`),
    ),
  };
}

function divisionFile({ keys, before, after, weights, reserved, pool, pools, asked }: Division): DivisionFile {
  return {
    cells: Array.from(keys),
    before: amountList(before),
    after: amountList(after),
    weights: amountList(weights),
    ...(reserved === null ? {} : { reserved: amountList(reserved) }),
    pool: Array.from(pool),
    ...(asked === undefined ? {} : { asked: { percent: amountList(asked.percent), rail: Array.from(asked.rail) } }),
    pools: pools.map(({ total, of, fallback, method }) => ({ total, of, fallback, method })),
  };
}

/** Amounts for a file: null for NaN. */
export function amountList(values: Float64Array): (number | null)[] {
  return Array.from(values, (value) => (value === value ? value : null));
}

function readDivision(plan: Plan, value: unknown, path: string): Division {
  const names = ['cells!', 'before!', 'after!', 'weights!', 'reserved', 'pool!', 'pools!', 'asked'];
  const fields = fieldsOf(value, path, names);
  const count = listOf(fields['cells'], `${path}.cells`).length;
  const cells = plan.grid.axes.reduce((product, axis) => product * axis.ids.length, 1);
  const pools = listOf(fields['pools'], `${path}.pools`).map((pool, at) => readPool(pool, `${path}.pools.${at}`));
  const asked = fields['asked'] === undefined ? null : fieldsOf(fields['asked'], `${path}.asked`, ['percent!', 'rail!']);
  const column = (name: string, read: ColumnReader) => readColumn(fields[name], `${path}.${name}`, count, read);
  return {
    keys: column('cells', numberBelow(cells)),
    before: column('before', amount),
    after: column('after', amount),
    weights: column('weights', weight),
    reserved: fields['reserved'] === undefined ? null : column('reserved', amount),
    pool: Int32Array.from(column('pool', numberBelow(pools.length))),
    pools,
    ...(asked === null ? {} : { asked: readAsked(asked, `${path}.asked`, count) }),
  };
}

function readAsked({ percent, rail }: Readonly<Record<string, unknown>>, path: string, count: number) {
  const side: ColumnReader = (item, place, at) => Number(choiceOf(shown(item), `${place}.${at}`, ['-1', '0', '1'] as const));
  const sides = readColumn(rail, `${path}.rail`, count, side);
  return { percent: readColumn(percent, `${path}.percent`, count, weight), rail: Int8Array.from(sides) };
}

/** Reads item `at` of a list. The path is of the list: a path per item would cost more than the item. */
type ColumnReader = (item: unknown, path: string, at: number) => number;

const amount: ColumnReader = (item, path, at) => {
  if (item === null) return NaN;
  return Number.isSafeInteger(item) ? (item as number) : amountOf(item, `${path}.${at}`);
};

const weight: ColumnReader = (item, path, at) => {
  if (item === null) return NaN;
  return typeof item === 'number' ? item : numberOf(item, `${path}.${at}`);
};

const numberBelow =
  (limit: number): ColumnReader =>
  (item, path, at) => {
    const number = amount(item, path, at);
    if (number >= 0 && number < limit) return number;
    throw fileError('allocation.file.range', `${shown(item)} (0 – ${limit - 1})`, `${path}.${at}`);
  };

function readColumn(value: unknown, path: string, count: number, read: ColumnReader): Float64Array {
  const list = listOf(value, path);
  if (list.length !== count) throw fileError('allocation.file.length', `${list.length} ≠ ${count}`, path);
  const column = new Float64Array(count);
  for (let at = 0; at < count; at += 1) column[at] = read(list[at], path, at);
  return column;
}

function readPool(value: unknown, path: string): Pool {
  const fields = fieldsOf(value, path, ['total!', 'of!', 'fallback!', 'method!']);
  const fallback = fields['fallback'];
  return {
    total: amountOf(fields['total'], `${path}.total`),
    of: numberOf(fields['of'], `${path}.of`),
    fallback: fallback === null ? null : choiceOf(fallback, `${path}.fallback`, Object.keys(FALLBACKS) as Fallback[]),
    method: textOf(fields['method'], `${path}.method`),
  };
}
