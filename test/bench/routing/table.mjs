// `node test/bench/routing/table.mjs [folder]`: every published set at its budgets and the made-up problems, as a page of the reference.
// The folder holds pvrp, pvrptw, solomon25, solomon50, solomon100 and tsp (default ../shared/bench/routing); it is not part of this
// repository. Options: --sets pvrp,tsp,month measures these alone, --seconds 1,10 these budgets alone, --seeds 1,2, --jobs 2 runs two at a
// time, --clock cpu counts processor time instead of what passes, for a busy machine, --out page.md writes the page instead of printing it. Measurements are kept in .cache/routing-benchmark.json, so that sets can be
// measured one by one when the machine is quiet; --fresh forgets them.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { cpus, totalmem } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { measureMadeUp, measureSet } from './measure.mjs';
import { allKeys, pageOf } from './page.mjs';
import { madeUp, sections } from './sections.mjs';

const root = join(import.meta.dirname, '../../..');
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    sets: { type: 'string' },
    seconds: { type: 'string' },
    seeds: { type: 'string', default: '1' },
    clock: { type: 'string', default: 'wall' },
    jobs: { type: 'string', default: '1' },
    out: { type: 'string' },
    fresh: { type: 'boolean', default: false },
  },
});
const folder = resolve(positionals[0] ?? join(root, '../shared/bench/routing'));
const store = join(root, '.cache/routing-benchmark.json');
const results = !values.fresh && existsSync(store) ? JSON.parse(readFileSync(store, 'utf8')) : {};

const wanted = (id) => values.sets === undefined || values.sets.split(',').includes(id);
const inTime = (budget) => values.seconds === undefined || values.seconds.split(',').includes(String(budget));
const jobs = [
  ...sections.flatMap((section) => {
    if (!wanted(section.id)) return [];
    if (!existsSync(join(folder, section.folder))) {
      console.error(`No instances in ${join(folder, section.folder)}: name the folder that holds ${section.folder}.`);
      return [];
    }
    return section.budgets.filter(inTime).map((budget) => ({
      key: `${section.id} ${budget}`,
      work: () => measureSet(folder, section, { seconds: budget, seeds: values.seeds, clock: values.clock }),
    }));
  }),
  ...madeUp.flatMap(({ id, file, runs }) =>
    wanted(id)
      ? Object.entries(runs).map(([run, args]) => ({ key: `${id} ${run}`, work: () => measureMadeUp(file, args, values.clock) }))
      : [],
  ),
];

async function worker() {
  for (let job = jobs.shift(); job !== undefined; job = jobs.shift()) {
    const begun = performance.now();
    results[job.key] = await job.work();
    mkdirSync(dirname(store), { recursive: true });
    writeFileSync(store, JSON.stringify(results));
    const { summary, load } = results[job.key];
    const gaps = summary ? ` mean ${summary.meanGapPercent?.toFixed(3)} %, worst ${summary.worstGapPercent?.toFixed(3)} % ${summary.worst}, ${summary.feasible}/${summary.runs} feasible, ${summary.broken} broken` : ''; // prettier-ignore
    console.error(`${job.key}: ${((performance.now() - begun) / 1000).toFixed(0)} s, load ${load.join('–')}${gaps}`);
  }
}
await Promise.all(Array.from({ length: Number(values.jobs) }, worker));

const machine = `${cpus().length} × ${cpus()[0]?.model.trim()}, ${Math.round(totalmem() / 2 ** 30)} GiB, Node ${process.version}`;
const ordered = Object.fromEntries(allKeys.filter((key) => key in results).map((key) => [key, results[key]]));
const page = pageOf(ordered, machine);
if (values.out === undefined) console.log(page);
else writeFileSync(resolve(values.out), page);
