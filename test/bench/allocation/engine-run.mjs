// One measurement of the engine in a process of its own: `node engine-run.mjs <task> <size>` prints one line of JSON.
import { applyEdit } from '../../../packages/allocation/src/edits/apply-edit.ts';
import { decompose } from '../../../packages/allocation/src/decompose/index.ts';
import { driver, seasonality } from '../../../packages/allocation/src/methods/index.ts';
import { arbitrary, planOfSize } from './plan-of-size.mjs';

const [task, size] = [process.argv[2], Number(process.argv[3])];
const plan = planOfSize(size);
const cells = plan.grid.rowCount * plan.grid.width;
const total = 98_765_432_100;

function methodFor({ kind, ids }) {
  const weight = arbitrary(ids.length);
  if (kind !== 'time') return driver(Object.fromEntries(ids.map((id) => [id, weight()])));
  return seasonality(
    Object.fromEntries(Array.from({ length: 12 }, (_, month) => [String(month + 1).padStart(2, '0'), weight()])),
  );
}

const methods = plan.grid.axes.map((axis) => ({ axis: axis.id, method: methodFor(axis) }));
const orders = {
  'decompose, time first': [methods.at(-1), ...methods.slice(0, -1)],
  'decompose, time last': methods,
};

function decomposed(spec) {
  const result = decompose(plan, spec);
  if (!result.ok) throw new Error(JSON.stringify(result));
  return result.plan;
}

function timed(runs, act) {
  const times = [];
  for (let run = 0; run < runs; run += 1) {
    const begun = performance.now();
    act(run);
    times.push(performance.now() - begun);
  }
  return { first: times[0], median: times.toSorted((a, b) => a - b)[runs >> 1], least: Math.min(...times) };
}

function edited(before, target, value) {
  const result = applyEdit(before, { kind: 'set', target, value });
  if (!result.ok) throw new Error(JSON.stringify(result));
}

function crossed() {
  const weight = arbitrary(7);
  return { total, crossed: { name: 'weights', weights: Float64Array.from({ length: cells }, weight) } };
}

function measure() {
  if (task in orders) {
    const spec = { total, steps: orders[task] };
    // The first plan is kept as in real use; what it and its journal take is the memory of the process.
    const kept = timed(1, () => (globalThis.plan = decomposed(spec)));
    const megabytes = process.resourceUsage().maxRSS / 1024;
    const more = timed(7, () => decomposed(spec));
    return { ...more, first: kept.first, megabytes };
  }
  if (task === 'proportional spread') {
    const spec = crossed();
    return timed(7, () => decomposed(spec));
  }
  const before = decomposed({ total, steps: methods });
  const at = { organisation: plan.grid.axes[0].ids[1] };
  const leaf = Object.fromEntries(plan.grid.axes.map((axis) => [axis.id, axis.ids[axis.leaves[0]]]));
  if (task === 'edit of the top') return timed(9, (run) => edited(before, { at: {} }, total + 1_000_000 + run));
  if (task === 'edit of a region') return timed(9, (run) => edited(before, { at }, 20_000_000_000 + run));
  if (task === 'edit of a leaf') return timed(25, (run) => edited(before, { at: leaf }, 1234 + run));
  throw new Error(`unknown task ${task}`);
}

console.log(JSON.stringify({ cells, ...measure() }));
