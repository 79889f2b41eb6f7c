// A process of its own for a team: `team-run.mjs <representatives> <customers each> <iterations each>`. Prints one JSON line.
import { startSearch } from '../../../packages/routing/src/index.ts';
import { checkRoutes } from '../../../packages/routing-checker/src/index.ts';
import { compileProblem, parseVisitProblem, writePlan } from '../../../packages/routing/src/problem/index.ts';
import { clockOf } from './clock.mjs';
import { visitProblem } from './visit-problems.mjs';

const [representatives, customersEach, iterations] = process.argv.slice(2).map(Number);
const now = clockOf(process.argv.at(-1));
const data = visitProblem({ representatives, customersEach, seed: 12 });
const begun = now();
const compiled = compileProblem(parseVisitProblem(data));
let firstCost = 0;
const parts = compiled.parts.map((part, index) => {
  const group = part.compile();
  const search = startSearch(group.instance, { seed: index + 1 });
  firstCost += search.cost().total;
  for (const event of search.run({ iterations })) void event;
  return { group, solution: search.best() };
});
const plan = writePlan(compiled, parts);
const seconds = (now() - begun) / 1000;
const megabytes = process.resourceUsage().maxRSS / 1024;
const broken = checkRoutes(JSON.stringify(data), JSON.stringify(plan)).broken.length;
const visits = plan.days.reduce((sum, day) => sum + day.visits.length, 0);
const missing = plan.unserved.reduce((sum, one) => sum + one.missing, 0);
console.log(
  JSON.stringify({
    seconds,
    megabytes,
    firstCost,
    cost: plan.cost.total,
    parts: plan.cost,
    visits,
    missing,
    groups: parts.length,
    broken,
  }),
);
