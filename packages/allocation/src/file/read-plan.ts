/** Reads a plan file: everything is checked, and what is wrong is named by its path. */
import { createAxis, isLeaf, memberOf } from '../axis.ts';
import { coreError } from '../core-error.ts';
import { fileError } from './file-error.ts';
import { boxValue, createPlan, holdKey } from '../plan.ts';
import { positionOf, withPresent } from '../grid.ts';
import { valuesOf } from '../values.ts';
import { readAxes } from './axis-file.ts';
import { readBox, readMetric } from './cell-file.ts';
import { readCalendar } from './calendar-file.ts';
import { readEntry } from './journal-file.ts';
import { readMetrics } from './metric-file.ts';
import { readPadding } from './padding-file.ts';
import { PLAN_FORMAT } from './plan-file.ts';
import { amountOf, amountOrNull, fieldsOf, join, listOf, shown, textOf } from './shape.ts';
import { readTitles } from './title-file.ts';
import { readVersions } from './version-file.ts';
import type { Axis } from '../axis.ts';
import type { Hold, Plan } from '../plan.ts';
import type { Grid } from '../grid.ts';
import type { PlanDocument } from './plan-file.ts';
import type { Fields } from './shape.ts';

const NAMES = ['format!', 'title', 'metrics!', 'calendar', 'axes!', 'rows!', 'absent', 'values!', 'holds', 'padding'];

/**
 * The plan in a file that `readJson` has read. Of a certificate it takes who published what and when, as one more version;
 * whether it holds is for `milepost target verify` to say, with other code. Throws an AllocationError.
 */
export function readPlan(json: unknown): PlanDocument {
  checkFormat(json, PLAN_FORMAT);
  const fields = fieldsOf(json, '', [...NAMES, 'journal', 'versions', 'certificate']);
  const { axes, names } = readAxes(fields['axes'], 'axes');
  const rows = readRows(fields['rows'], axes);
  const empty = createPlan({ metrics: readMetrics(fields['metrics'], 'metrics'), axes, support: rows });
  checkOrder(empty.grid, axes);
  const places = placesOfRows(empty.grid, rows);
  const grid = readAbsent(empty.grid, fields['absent'], places);
  const valued = { ...empty, grid, values: readValues({ ...empty, grid }, fields['values'], places) };
  const held = { ...valued, holds: readHolds(valued, fields['holds']) };
  const journal = listOf(fields['journal'], 'journal').map((entry, at) => readEntry(held, entry, `journal.${at}`));
  return {
    plan: { ...held, journal },
    title: fields['title'] === undefined ? null : textOf(fields['title'], 'title'),
    names,
    titles: readTitles(fields['metrics'], fields['axes']),
    calendar: readCalendar(fields['calendar'], 'calendar'),
    padding: readPadding(held, fields['padding'], 'padding'),
    versions: readVersions(fields['versions'], fields['certificate']),
  };
}

/** Throws `allocation.file.format` unless the file says that it is of this format. */
export function checkFormat(json: unknown, format: string): void {
  const found = (json as Fields | null)?.['format'];
  if (found !== format) throw fileError('allocation.file.format', `${shown(found)} ≠ "${format}"`, 'format');
}

type Axes = ReturnType<typeof readAxes>['axes'];

function readRows(value: unknown, inputs: Axes): Readonly<Record<string, string>>[] {
  const inner = inputs.slice(0, -1).map((axis, at) => createAxis(axis, `axes.${at}`));
  return listOf(value, 'rows').map((row, at) => {
    const ids = listOf(row, `rows.${at}`);
    if (ids.length !== inner.length) {
      throw fileError('allocation.file.length', `${ids.length} ≠ ${inner.length}`, `rows.${at}`);
    }
    return Object.fromEntries(inner.map((axis, column) => [axis.id, readLeaf(axis, ids[column], `rows.${at}.${column}`)]));
  });
}

function readLeaf(axis: Axis, value: unknown, path: string): string {
  const id = textOf(value, path);
  if (!isLeaf(axis, memberOf(axis, id, path))) throw coreError('allocation.leaf.expected', id, path);
  return id;
}

/** Journals name cells by number, so the file must number members as the plan does. */
function checkOrder(grid: Grid, axes: Axes): void {
  grid.axes.forEach((axis, at) => {
    const wrong = axes[at]?.members.find((member, index) => axis.ids[index] !== member.id);
    if (wrong !== undefined) throw fileError('allocation.file.order', wrong.id, `axes.${at}.members`);
  });
}

/** Row number in the plan by row number in the file. */
function placesOfRows(grid: Grid, rows: readonly Readonly<Record<string, string>>[]): Int32Array {
  const last = grid.axes.length - 1;
  const box = new Int32Array(grid.axes.length);
  const taken = new Uint8Array(grid.rowCount);
  return Int32Array.from(rows, (row, at) => {
    grid.axes.forEach((axis, index) => {
      box[index] = index === last ? (axis.leaves[0] as number) : (axis.numberOf.get(row[axis.id] as string) as number);
    });
    // Mostly the rows stand in the plan's own order.
    const place = isRowAt(grid, at, box) ? at : positionOf(grid, box) / grid.width;
    if (taken[place] === 1) throw fileError('allocation.file.row.duplicate', Object.values(row).join(' × '), `rows.${at}`);
    taken[place] = 1;
    return place;
  });
}

function isRowAt(grid: Grid, row: number, box: Int32Array): boolean {
  return row < grid.rowCount && grid.rows.every((column, at) => grid.axes[at]?.leaves[column[row] as number] === box[at]);
}

function readAbsent(grid: Grid, value: unknown, places: Int32Array): Grid {
  const runs = listOf(value, 'absent');
  if (runs.length === 0) return grid;
  const present = new Uint8Array(grid.rowCount * grid.width).fill(1);
  runs.forEach((run, at) => {
    const path = `absent.${at}`;
    const [row = -1, from = -1, to = -1, ...more] = listOf(run, path).map((item, index) => amountOf(item, join(path, index)));
    if (more.length > 0 || row < 0 || row >= places.length || from < 0 || from >= to || to > grid.width) {
      throw fileError('allocation.file.range', shown(run), path);
    }
    const start = (places[row] as number) * grid.width;
    present.fill(0, start + from, start + to);
  });
  return withPresent(grid, present);
}

function readValues(plan: Plan, value: unknown, places: Int32Array): Plan['values'] {
  const values = [...plan.values];
  const seen = new Set<number>();
  listOf(value, 'values').forEach((item, at) => {
    const fields = fieldsOf(item, `values.${at}`, ['metric!', 'cells!']);
    const metric = readMetric(plan, fields['metric'], `values.${at}.metric`);
    if (seen.has(metric)) throw coreError('allocation.id.duplicate', fields['metric'], `values.${at}.metric`);
    seen.add(metric);
    values[metric] = valuesOf(readCells(plan.grid, fields['cells'], `values.${at}.cells`, places));
  });
  return values;
}

function readCells(grid: Grid, value: unknown, path: string, places: Int32Array): Float64Array {
  const rows = listOf(value, path);
  if (rows.length !== places.length) throw fileError('allocation.file.length', `${rows.length} ≠ ${places.length}`, path);
  const flat = new Float64Array(grid.rowCount * grid.width).fill(NaN);
  rows.forEach((row, at) => {
    const list = listOf(row, `${path}.${at}`);
    if (list.length !== grid.width) throw fileError('allocation.file.length', `${list.length} ≠ ${grid.width}`, `${path}.${at}`);
    const start = (places[at] as number) * grid.width;
    for (let column = 0; column < grid.width; column += 1) {
      const item = list[column];
      if (item === null) continue;
      if (grid.present?.[start + column] === 0) throw fileError('allocation.file.absent', shown(item), `${path}.${at}.${column}`);
      flat[start + column] = Number.isSafeInteger(item) ? (item as number) : amountOf(item, `${path}.${at}.${column}`);
    }
  });
  return flat;
}

function readHolds(plan: Plan, value: unknown): Plan['holds'] {
  const holds = new Map<string, Hold>();
  listOf(value, 'holds').forEach((item, at) => {
    const path = `holds.${at}`;
    const fields = fieldsOf(item, path, ['metric', 'at!', 'amount!']);
    const metric = readMetric(plan, fields['metric'], `${path}.metric`);
    const box = readBox(plan, fields['at'], `${path}.at`);
    const [stated, actual] = [amountOrNull(fields['amount'], `${path}.amount`), boxValue(plan, metric, box)];
    if (stated !== actual) throw fileError('allocation.file.hold', `${stated} ≠ ${actual}`, `${path}.amount`);
    const key = holdKey(metric, box);
    if (holds.has(key)) throw coreError('allocation.id.duplicate', Object.values(textsIn(fields)).join(' × '), path);
    holds.set(key, { metric, box });
  });
  return holds;
}

function textsIn(fields: Fields): Readonly<Record<string, string>> {
  return fields['at'] as Readonly<Record<string, string>>;
}
