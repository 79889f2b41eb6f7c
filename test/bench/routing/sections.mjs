// What the table measures: a set of published instances at several budgets, each with its goal.

/**
 * Budgets in seconds for each instance. `doubtful`: published here as 1101.37 and 1249.86, below the optima proven for distances cut after
 * one decimal (1146.9 and 1258.0), which no plan in doubles can go below.
 */
export const sections = [
  { id: 'pvrp', title: 'PVRP', folder: 'pvrp', budgets: [1, 10, 20], goals: { 1: { mean: 3 }, 10: { mean: 0.8 }, 20: { mean: 0.5, worst: 1.5 } }, baseline: { 1: '3.5 %', 10: '1.2 %', 20: '1.1 %, worst 4.9 %' }, firstFeasible: 0.5 },
  { id: 'pvrptw', title: 'PVRPTW', folder: 'pvrptw', budgets: [30], goals: { 30: { worst: 0 } }, baseline: {} },
  { id: 'solomon100', title: 'Solomon 100, distance', folder: 'solomon100', budgets: [1, 2, 5, 10], goals: { 2: { mean: 0.5 }, 10: { mean: 0.1, worst: 2 } }, baseline: { 1: '1.4 %', 5: '1.0 %' }, doubtful: ['R109', 'RC103'] },
  { id: 'vehicles', title: 'Solomon 100, vehicles first', folder: 'solomon100', objective: 'vehicles-first', budgets: [10], goals: {}, baseline: {} },
  { id: 'solomon25', title: 'Solomon 25, distance cut after one decimal', folder: 'solomon25', budgets: [1], goals: {}, baseline: {} },
  { id: 'solomon50', title: 'Solomon 50, distance cut after one decimal', folder: 'solomon50', budgets: [2], goals: {}, baseline: {} },
  { id: 'tsp', title: 'TSP', folder: 'tsp', budgets: [2, 10], goals: { 2: { worst: 2 } }, baseline: {} },
]; // prettier-ignore

/** Made-up problems, each measured by a file beside this one in a process of its own. */
export const madeUp = [
  { id: 'month', file: 'month-run.mjs', runs: { short: [150, 5, 1], long: [150, 60, 1] } },
  { id: 'team', file: 'team-run.mjs', runs: { 15: [15, 40, 20_000], 30: [30, 40, 20_000], 60: [60, 40, 20_000] } },
  { id: 'urgent', file: 'urgent-run.mjs', runs: { one: [1, 150], team: [60, 40] } },
];
