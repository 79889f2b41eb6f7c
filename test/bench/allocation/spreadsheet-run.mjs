// The spreadsheet engine on the same spread, in a process of its own: `node spreadsheet-run.mjs <module> <size>`. Column A has
// weights, B1 the total, B2 the sum of weights; column C is each cell's rounded part. Then the total is changed.
import { pathToFileURL } from 'node:url';
import { arbitrary } from './plan-of-size.mjs';

const [path, cells] = [process.argv[2], Number(process.argv[3])];
const { HyperFormula } = await import(pathToFileURL(path).href);
const weight = arbitrary(7);
const rows = Array.from({ length: cells }, (_, row) => [
  weight(),
  row === 0 ? 98_765_432_100 : row === 1 ? `=SUM(A1:A${cells})` : null,
  `=ROUND($B$1*A${row + 1}/$B$2,0)`,
]);
const options = { licenseKey: 'gpl-v3', maxRows: cells, useColumnIndex: false };
const begun = performance.now();
const sheet = HyperFormula.buildFromArray(rows, options);
const first = performance.now() - begun;
const times = [];
for (let run = 1; run <= 5; run += 1) {
  const before = performance.now();
  sheet.setCellContents({ sheet: 0, row: 0, col: 1 }, [[98_765_432_100 + run]]);
  times.push(performance.now() - before);
}
const [median, megabytes] = [times.toSorted((a, b) => a - b)[2], process.resourceUsage().maxRSS / 1024];
console.log(JSON.stringify({ cells, first, median, least: Math.min(...times), megabytes }));
