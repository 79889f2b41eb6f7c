// `node test/bench/allocation/engine.mjs`: decompositions and edits over five axes at ten thousand, a hundred thousand and a million
// cells, beside a spreadsheet engine doing a proportional spread of the same size. Prints figures; asserts nothing.
import { spawnSync } from 'node:child_process';
import { cpus, loadavg } from 'node:os';
import { fileURLToPath } from 'node:url';
import { SIZES } from './plan-of-size.mjs';
import { findSpreadsheet } from './spreadsheet.mjs';

const limitMs = Number(process.env.BENCH_LIMIT_SECONDS ?? 180) * 1000;
const rounded = (value, digits = 1) => (value === undefined ? '' : Number(value.toFixed(digits)));

/** Every measurement has a process of its own, so that none pays for the memory of another. */
function run(file, ...args) {
  const path = fileURLToPath(new URL(file, import.meta.url));
  const options = ['--disable-warning=ExperimentalWarning', '--max-old-space-size=3000'];
  const { stdout, stderr, error } = spawnSync(process.execPath, [...options, path, ...args.map(String)], {
    encoding: 'utf8',
    timeout: limitMs,
  });
  try {
    return JSON.parse(stdout);
  } catch {
    return {
      failed:
        error?.code === 'ETIMEDOUT' ? `not done in ${limitMs / 1000} s` : (stderr.match(/.*(Error|memory).*/)?.[0] ?? 'failed'),
    };
  }
}

const rows = [];
const results = new Map();
function measure(what, size, file, ...args) {
  const result = run(file, ...args);
  results.set(`${what}|${size}`, result);
  const { cells = size, first, median, least, megabytes, failed } = result;
  const load = rounded(loadavg()[0]);
  rows.push({ what, cells, 'first ms': rounded(first), 'median ms': failed ?? rounded(median), 'least ms': rounded(least), 'peak MB': rounded(megabytes, 0), load }); // prettier-ignore
}

for (const task of ['decompose, time first', 'decompose, time last', 'proportional spread']) {
  for (const size of SIZES) measure(task, size, 'engine-run.mjs', task, size);
}
const largest = SIZES.at(-1);
for (const task of ['edit of the top', 'edit of a region', 'edit of a leaf'])
  measure(task, largest, 'engine-run.mjs', task, largest);
const { module, why } = findSpreadsheet();
for (const size of module === null ? [] : SIZES) {
  // As many rows as the plan has cells.
  const { cells = size } = results.get(`proportional spread|${size}`);
  measure('spreadsheet', size, 'spreadsheet-run.mjs', module, cells);
}

console.log(`node ${process.version}, ${cpus().length} × ${cpus()[0]?.model.trim()}; peer: ${why}`);
console.table(rows);
const per = (what, size) => {
  const { median, cells } = results.get(`${what}|${size}`) ?? {};
  return median === undefined ? NaN : median / cells;
};
for (const task of ['decompose, time first', 'decompose, time last']) {
  const growth = per(task, largest) / per(task, SIZES.at(-2));
  console.log(`${task}: a cell costs ${growth.toFixed(2)} times as much at ${largest} cells as at ${SIZES.at(-2)}`);
}
for (const size of SIZES) {
  const sheet = results.get(`spreadsheet|${size}`);
  const own = results.get(`proportional spread|${size}`);
  if (sheet?.median === undefined || own?.median === undefined) continue;
  const ratio = (a, b) => `${(a / b).toFixed(1)} times`;
  console.log(`${size} cells: the spreadsheet takes ${ratio(sheet.first, own.first)} as long to build and ${ratio(sheet.median, own.median)} for a new total`); // prettier-ignore
}
