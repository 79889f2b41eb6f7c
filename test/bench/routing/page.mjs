// The measurements as a page of the reference.
import { madeUp, sections } from './sections.mjs';

const percent = (gap) => (gap === null || gap === undefined ? '–' : `${gap.toFixed(2).replace('-0.00', '0.00')} %`);
const table = (head, rows) => [`| ${head.join(' | ')} |`, `|${head.map(() => '---|').join('')}`, ...rows.map((row) => `| ${row.join(' | ')} |`)]; // prettier-ignore
const seconds = (value) => (value === null || value === undefined ? '–' : `${value.toFixed(3)} s`);

const bare = (instance) => instance.replace(/\..*$/, '');
const loadOf = ({ load, clock }) => `${load.join('–')}${clock === 'cpu' ? ' cpu' : ''}`;

/** Whether mean and worst reach what was aimed at, to the two decimals of published values. */
function reached({ mean, worst }, { doubtful = [] }, { rows }) {
  if (mean === undefined && worst === undefined) return '';
  const gaps = rows.filter(({ instance }) => !doubtful.includes(bare(instance))).map(({ gapPercent }) => gapPercent ?? Infinity);
  const under = (value, goal) => goal === undefined || Number(value.toFixed(2)) <= goal;
  const average = gaps.reduce((sum, gap) => sum + gap, 0) / gaps.length;
  return under(average, mean) && under(Math.max(...gaps), worst) ? 'yes' : '**no**';
}

const goalWords = ({ mean, worst }) =>
  [mean === undefined ? '' : `mean ≤ ${mean} %`, worst === undefined ? '' : `worst ≤ ${worst} %`].filter(Boolean).join(', ') ||
  '–';

/** Mean over all, and without instances whose published value cannot be. */
function meanWords({ doubtful = [], objective }, { summary, rows }) {
  if (objective === 'vehicles-first') {
    const same = rows.filter(({ vehicles, bestVehicles, feasible }) => feasible && vehicles === bestVehicles);
    return `${same.length}/${rows.length} with the published vehicles, then ${percent(summary.meanGapPercent)}`;
  }
  const sound = rows.filter(({ instance, gapPercent }) => gapPercent !== null && !doubtful.includes(bare(instance)));
  const without = sound.reduce((sum, { gapPercent }) => sum + gapPercent, 0) / sound.length;
  return doubtful.length === 0
    ? percent(summary.meanGapPercent)
    : `${percent(summary.meanGapPercent)}; without ${doubtful.join(', ')} ${percent(without)}`;
}

function worstWords({ doubtful = [] }, { rows }) {
  const found = rows.filter(({ instance, gapPercent }) => gapPercent !== null && !doubtful.includes(bare(instance)));
  const worst = found.toSorted((a, b) => b.gapPercent - a.gapPercent)[0];
  return worst === undefined ? '–' : `${percent(worst.gapPercent)} (${bare(worst.instance)})`;
}

function overview(results) {
  const rows = sections.flatMap((section) =>
    section.budgets.flatMap((budget) => {
      const measured = results[`${section.id} ${budget}`];
      if (measured === undefined) return [];
      const { summary, rows: all } = measured;
      const goal = section.goals[budget] ?? {};
      const small = all
        .filter(({ clients }) => clients <= 300)
        .map(({ firstFeasibleSeconds }) => firstFeasibleSeconds ?? Infinity);
      return [[
        section.title, `${budget} s`, meanWords(section, measured), worstWords(section, measured),
        goalWords(goal), reached(goal, section, measured), section.baseline[budget] ?? '', seconds(Math.max(...small)),
        `${summary.feasible}/${summary.runs}`, String(summary.broken), loadOf(measured),
      ]]; // prettier-ignore
    }),
  );
  const head = [
    'set',
    'budget',
    'mean gap',
    'worst gap',
    'goal',
    'reached',
    '170-line baseline',
    'slowest first feasible',
    'feasible',
    'broken',
    'load',
  ];
  return table(head, rows);
}

function gapCell({ feasible, gapPercent, vehicles, bestVehicles }) {
  if (!feasible) return 'not feasible';
  const more = bestVehicles === null ? 0 : vehicles - bestVehicles;
  return more === 0 ? percent(gapPercent) : `${more > 0 ? '+' : ''}${more} vehicles`;
}

function details(section, results) {
  const measured = section.budgets.flatMap((budget) => {
    const one = results[`${section.id} ${budget}`];
    return one === undefined ? [] : [{ budget, rows: one.rows }];
  });
  const last = measured.at(-1);
  if (last === undefined) return [];
  const vehicles = (row, count) => (row.bestVehicles === null || count === null ? '' : `${count} / `);
  const rows = last.rows.map((row, index) => [
    bare(row.instance),
    String(row.seed),
    row.bestKnown === null ? '–' : `${vehicles(row, row.bestVehicles)}${row.bestKnown}`,
    `${vehicles(row, row.vehicles)}${Number(row.cost.toFixed(2))}`,
    ...measured.map(({ rows: of }) => gapCell(of[index])),
    seconds(row.firstFeasibleSeconds),
    row.iterations.toLocaleString('en-US'),
  ]);
  const head = [
    'instance',
    'seed',
    'published',
    `cost after ${last.budget} s`,
    ...measured.map(({ budget }) => `gap ${budget} s`),
    'first feasible',
    `iterations in ${last.budget} s`,
  ];
  return [`## ${section.title}`, '', ...table(head, rows), ''];
}

function madeUpLines(results) {
  const of = (id, run) => results[`${id} ${run}`];
  const rows = [];
  const [short, long] = [of('month', 'short'), of('month', 'long')];
  if (short && long) {
    const gap = (short.cost / long.cost - 1) * 100;
    const size = `${short.visits} visits, ${short.missing} missing`;
    rows.push(['one representative, 150 customers, 4 weeks: first plan', `${short.firstMs.toFixed(0)} ms`, '< 300 ms', short.firstMs < 300 ? 'yes' : '**no**', loadOf(short)]);
    rows.push([`the same after 5 s against 60 s (${size})`, percent(gap), '≤ 1 %', gap <= 1 ? 'yes' : '**no**', loadOf(long)]);
  }
  const team = of('team', 60);
  if (team) {
    rows.push([`60 representatives, 2,400 customers, 4 weeks, one process (${team.visits} visits, ${team.missing} missing)`, `${team.seconds.toFixed(1)} s`, '< 60 s', team.seconds < 60 ? 'yes' : '**no**', loadOf(team)]);
    rows.push(['constraints broken in these plans, by independent code', String([short, long, of('team', 15), of('team', 30), team].reduce((sum, one) => sum + (one?.broken ?? 0), 0)), '0', '', loadOf(team)]);
    rows.push(['its memory', `${team.megabytes.toFixed(0)} MB`, '< 500 MB', team.megabytes < 500 ? 'yes' : '**no**', loadOf(team)]);
    const [quarter, half] = [of('team', 15), of('team', 30)];
    if (quarter && half) rows.push(['15, 30 and 60 representatives, the same iterations each', [quarter, half, team].map((one) => `${one.seconds.toFixed(1)} s`).join(', '), 'near-linear', team.seconds / quarter.seconds <= 4.6 ? 'yes' : '**no**', loadOf(team)]);
  }
  for (const [run, what] of [['one', 'one representative’s month of 150 customers'], ['team', 'the month of 60 representatives and 2,400 customers']]) {
    const urgent = of('urgent', run);
    if (urgent) rows.push([`urgent visit into ${what} (${urgent.kept}/${urgent.events} placed with nothing broken)`, `median ${urgent.medianMs.toFixed(1)} ms, worst ${urgent.worstMs.toFixed(1)} ms, first ${urgent.firstMs.toFixed(1)} ms`, '< 100 ms', urgent.worstMs < 100 ? 'yes' : '**no**', loadOf(urgent)]);
  }
  return rows.length === 0 ? [] : ['## Made-up problems', '', 'Generated from seeds by `test/bench/routing/visit-problems.mjs`, with every feature of the problem file.', '', ...table(['what', 'measured', 'goal', 'reached', 'load'], rows), ''];
} // prettier-ignore

function clockWords(results) {
  const clocks = new Set(Object.values(results).map(({ clock }) => clock));
  if (!clocks.has('cpu')) return 'as they pass';
  const those = clocks.has('wall') ? 'in part (marked “cpu” beside the load) ' : '';
  return `${those}of processor time over all threads of the process, not counting what else ran on the machine meanwhile`;
}

/** The whole page. `machine` says what it ran on. */
export function pageOf(results, machine) {
  const dates = Object.values(results).map(({ at }) => at).sort(); // prettier-ignore
  return [
    '# How good the visit planning is',
    '',
    'Written by `node test/bench/routing/table.mjs`; every number comes from a run. Published instances are not part of this repository: the folder that holds them is an argument.',
    '',
    `- Machine: ${machine}. One process at a time unless the load says otherwise: it is the one-minute load average at the beginning and end of a run, other work included.`,
    `- Seconds are ${clockWords(results)}.`,
    `- Runs from ${dates[0]?.slice(0, 16)} to ${dates.at(-1)?.slice(0, 16)} UTC. One thread; seeds are in the tables.`,
    '- Gaps are to published values: best known ones, for PVRPTW the best found so far, which is not proven. Below 0 means better. A gap counts only when `milepost routes check`’s code, which shares nothing with the solver, finds nothing broken.',
    '- R109 and RC103 are published as 1101.37 and 1249.86, below the optima proven for distances cut after one decimal (1146.9 and 1258.0). No plan in doubles can be shorter than those, so that the mean over all 29 cannot come near 0; “worst” and “reached” leave the two out.',
    '- The baseline is a single-thread ruin-and-recreate of 170 lines of JavaScript on the same instances, measured before this engine was begun.',
    '',
    ...overview(results),
    '',
    ...madeUpLines(results),
    ...sections.flatMap((section) => details(section, results)),
  ].join('\n');
}

/** Keys of everything there is to measure, in order. */
export const allKeys = [
  ...sections.flatMap(({ id, budgets }) => budgets.map((budget) => `${id} ${budget}`)),
  ...madeUp.flatMap(({ id, runs }) => Object.keys(runs).map((run) => `${id} ${run}`)),
];
