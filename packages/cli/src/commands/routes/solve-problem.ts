import { compileProblem, initialRoutes, writePlan } from '@milepost/routing/problem';
import type { VisitPlan } from '@milepost/routing/problem';
import type { CommandContext } from '../../context.ts';
import { WordedFailure } from '../../worded-failure.ts';
import { progress } from '../target/progress-line.ts';
import { writeJson } from '../target/write-file.ts';
import { inFile } from './in-file.ts';
import type { ProblemFile } from './open-file.ts';
import { searchInstances } from './search-instances.ts';
import type { BetterPlan, SearchBudget } from './search-instances.ts';
import type { SolveFlags } from './solve.ts';
import { planLines, problemImprovementWords, problemLines } from './problem-words.ts';
import { stopped } from './stopped.ts';

/** What `--json` prints. */
export interface ProblemResult {
  readonly instance: string;
  readonly format: 'json';
  readonly formatGuessed: boolean;
  readonly seed: number;
  readonly seconds: number;
  readonly iterations: number;
  /** Whether everybody gets every visit wanted. */
  readonly complete: boolean;
  readonly cost: number;
  readonly costParts: VisitPlan['cost'];
  /** When the first plan was there. */
  readonly firstPlanSeconds: number;
  readonly improvements: readonly {
    readonly seconds: number;
    readonly iteration: number;
    readonly cost: number;
    readonly missing: number;
  }[];
  readonly routes: VisitPlan['days'];
  readonly unserved: VisitPlan['unserved'];
  readonly notDue: VisitPlan['notDue'];
  readonly notices: VisitPlan['notices'];
  readonly out: string | null;
}

/** Solves a visit problem, representatives who share no customer one after the other, and prints the plan. */
export async function solveProblem(
  context: CommandContext,
  file: string,
  { problem, guessed }: ProblemFile,
  budget: SearchBudget,
  flags: SolveFlags,
): Promise<void> {
  if (flags.objective !== 'distance' || flags.distances !== undefined) throw ownObjective(file);
  if (flags.bestKnown !== undefined) throw noneKnown(file);
  const quiet = flags.json === true;
  const begun = performance.now();
  const { compiled, groups } = inFile(file, () => {
    const whole = compileProblem(problem);
    return { compiled: whole, groups: whole.parts.map((part) => part.compile()) };
  });
  const compileSeconds = (performance.now() - begun) / 1000;
  if (!quiet) for (const line of problemLines(context, problem, guessed)) context.err(`${line}\n`);
  const show = progress(context, quiet);
  const tasks = groups.map((group) => ({ instance: group.instance, initial: initialRoutes(group) }));
  const outcome = await searchInstances(context, tasks, budget, (better) => show(problemImprovementWords(context, better)));
  show(null);
  const plan = writePlan(
    compiled,
    groups.map((group, index) => ({ group, solution: outcome.solutions[index]! })),
  );
  if (flags.out !== undefined && !outcome.cancelled) await writeJson(context, flags.out, plan);
  const result: ProblemResult = {
    ...{ instance: problem.id, format: 'json', formatGuessed: guessed, seed: flags.seed, seconds: outcome.seconds },
    ...{ iterations: outcome.iterations, complete: plan.unserved.length === 0, cost: plan.cost.total, costParts: plan.cost },
    firstPlanSeconds: compileSeconds + (outcome.better[0]?.seconds ?? 0),
    improvements: outcome.better.map(improvementOf),
    ...{ routes: plan.days, unserved: plan.unserved, notDue: plan.notDue, notices: plan.notices },
    out: outcome.cancelled ? null : (flags.out ?? null),
  };
  if (!quiet) context.out(`${planLines(context, problem, plan, result).join('\n')}\n`);
  if (outcome.cancelled) throw stopped(quiet ? result : {});
  if (quiet) context.out(`${JSON.stringify({ ok: true, ...result })}\n`);
}

function improvementOf({ seconds, iteration, total, missing }: BetterPlan): ProblemResult['improvements'][number] {
  return { seconds, iteration, cost: total, missing };
}

function ownObjective(file: string): WordedFailure {
  const texts = {
    zh: `${file}：拜访问题的目标写在文件的 weights 里；请去掉 --objective 和 --distances。`,
    en: `${file}: a visit problem has its objective inside, under weights; leave out --objective and --distances.`,
  };
  return new WordedFailure('routes.objective', texts, { details: { file } });
}

function noneKnown(file: string): WordedFailure {
  const texts = {
    zh: `${file}：拜访问题没有公布的最优值，成本只在同一文件的方案之间可比；请去掉 --best-known。`,
    en: `${file}: nothing is published for a visit problem, its cost compares plans of the same file only; leave out --best-known.`,
  };
  return new WordedFailure('routes.bestKnown', texts, { details: { file } });
}
