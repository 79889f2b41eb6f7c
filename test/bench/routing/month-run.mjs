// A process of its own for one representative's month: `month-run.mjs <customers> <seconds> <seed>`. Prints one JSON line.
import { startSearch } from '../../../packages/routing/src/index.ts';
import { checkRoutes } from '../../../packages/routing-checker/src/index.ts';
import { compileProblem, parseVisitProblem, writePlan } from '../../../packages/routing/src/problem/index.ts';
import { clockOf } from './clock.mjs';
import { visitProblem } from './visit-problems.mjs';

const [customers, seconds, seed] = process.argv.slice(2).map(Number);
const now = clockOf(process.argv.at(-1));
const data = visitProblem({ representatives: 1, customersEach: customers, seed: 11 });
const problem = parseVisitProblem(data);
const begun = now();
const compiled = compileProblem(problem);
const [group] = compiled.parts.map((part) => part.compile());
const search = startSearch(group.instance, { seed });
const first = now() - begun;
const firstCost = search.cost();
let iterations = 0;
for (const event of search.run({ seconds, now })) iterations = event.iteration;
const solution = search.best();
const { cost, unserved, routes } = solution;
const plan = writePlan(compiled, [{ group, solution }]);
const broken = checkRoutes(JSON.stringify(data), JSON.stringify(plan)).broken.length;
const visits = routes.reduce((sum, route) => sum + route.visits.length, 0);
const missing = unserved.reduce((sum, one) => sum + one.missing, 0);
console.log(
  JSON.stringify({
    firstMs: first,
    firstCost: firstCost.total,
    cost: cost.total,
    parts: cost,
    iterations,
    visits,
    missing,
    broken,
  }),
);
