import { solutionFile } from '@milepost/routing/formats';
import type { SolutionFile } from '@milepost/routing/formats';
import type { CommandContext } from '../../context.ts';
import { progress } from '../target/progress-line.ts';
import { writeJson } from '../target/write-file.ts';
import { gapPercent } from './gap.ts';
import { improvementOf } from './improvement.ts';
import type { Improvement } from './improvement.ts';
import type { InstanceFile } from './open-file.ts';
import { searchInstances } from './search-instances.ts';
import type { SearchBudget, SearchOutcome } from './search-instances.ts';
import type { SolveFlags } from './solve.ts';
import { improvementWords, noteLines, resultLines } from './solve-words.ts';
import { stopped } from './stopped.ts';

/** Solves a published instance and prints what came of it. */
export async function solveInstance(
  context: CommandContext,
  file: InstanceFile,
  budget: SearchBudget,
  flags: SolveFlags,
): Promise<void> {
  const quiet = flags.json === true;
  const { named, name } = file;
  if (!quiet) for (const line of noteLines(context, file)) context.err(`${line}\n`);
  const show = progress(context, quiet);
  const outcome = await searchInstances(context, [named], budget, (better) =>
    show(improvementWords(context, improvementOf(named, better))),
  );
  show(null);
  const plan = solutionFile(named, outcome.solutions[0]!, name);
  if (flags.out !== undefined && !outcome.cancelled) await writeJson(context, flags.out, plan);
  const result = resultOf(file, outcome, plan, flags);
  if (!quiet) context.out(`${resultLines(context, result, plan).join('\n')}\n`);
  if (outcome.cancelled) throw stopped(quiet ? result : {});
  if (quiet) context.out(`${JSON.stringify({ ok: true, ...result })}\n`);
}

/** What `--json` prints. */
export interface SolveResult {
  readonly instance: string;
  readonly format: string;
  readonly formatGuessed: boolean;
  readonly objective: string;
  readonly distances: string;
  readonly seed: number;
  readonly seconds: number;
  readonly iterations: number;
  readonly feasible: boolean;
  readonly cost: number;
  readonly vehicles: number;
  readonly bestKnown: number | null;
  readonly gapPercent: number | null;
  readonly firstFeasibleSeconds: number | null;
  readonly improvements: readonly Improvement[];
  readonly routes: SolutionFile['routes'];
  readonly unserved: SolutionFile['unserved'];
  readonly notes: readonly { readonly code: string; readonly zh: string; readonly en: string }[];
  readonly out: string | null;
}

function resultOf(
  { named, name, guessed }: InstanceFile,
  { seconds, iterations, firstFeasibleSeconds, better, cancelled }: SearchOutcome,
  plan: SolutionFile,
  flags: SolveFlags,
): SolveResult {
  const bestKnown = flags.bestKnown ?? null;
  const feasible = plan.unserved.length === 0;
  return {
    ...{ instance: name, format: named.format, formatGuessed: guessed, objective: named.objective, distances: named.distances },
    ...{ seed: flags.seed, seconds, iterations, feasible, cost: plan.cost, vehicles: plan.routes.length, bestKnown },
    gapPercent: feasible ? gapPercent(plan.cost, bestKnown) : null,
    ...{ firstFeasibleSeconds, improvements: better.map((one) => improvementOf(named, one)) },
    ...{ routes: plan.routes, unserved: plan.unserved, notes: named.notes, out: cancelled ? null : (flags.out ?? null) },
  };
}
