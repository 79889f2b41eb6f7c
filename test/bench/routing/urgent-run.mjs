// A process of its own for urgent visits put into a published plan: `urgent-run.mjs <representatives> <customers each>`, all in one group.
// Prints one JSON line.
import { startSearch } from '../../../packages/routing/src/index.ts';
import { compileProblem, parseVisitProblem } from '../../../packages/routing/src/problem/index.ts';
import { replan } from '../../../packages/routing/src/replan/replan.ts';
import { clockOf } from './clock.mjs';
import { visitProblem } from './visit-problems.mjs';

const [representatives, customersEach] = process.argv.slice(2).map(Number);
const now = clockOf(process.argv.at(-1));
const data = visitProblem({ representatives, customersEach, seed: 13, owned: false });
const [group] = compileProblem(parseVisitProblem(data)).parts.map((part) => part.compile());
const { instance } = group;
const search = startSearch(instance, { seed: 1 });
for (const event of search.run({ iterations: 2_000 })) void event;
const { routes } = search.best();

const times = [];
const placed = { kept: 0, moved: 0 };
for (let index = 0; index < 60; index += 1) {
  const client = { place: instance.clients.place[(index * 37) % instance.clients.count], service: 20 };
  const first = 1 + (index % 10);
  const begun = now();
  const { within } = replan({
    ...{ instance, routes, seed: 1, budget: { moved: 3 } },
    events: [{ kind: 'urgent', client, days: [first, first + 1] }],
  });
  times.push(now() - begun);
  if (within.broken.length === 0 && within.dropped.length === 0) placed.kept += 1;
  placed.moved += within.count.moved;
}
const sorted = times.toSorted((a, b) => a - b);
console.log(JSON.stringify({ firstMs: times[0], medianMs: sorted[30], worstMs: sorted.at(-1), events: times.length, ...placed }));
