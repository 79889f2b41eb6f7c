import type { PlannedDay, VisitPlan, VisitProblem } from '@milepost/routing/problem';
import { count, say } from '../../context.ts';
import type { CommandContext } from '../../context.ts';
import { counted } from './counted.ts';
import type { BetterPlan } from './search-instances.ts';
import type { ProblemResult } from './solve-problem.ts';

const figure = (value: number): string => Number(value.toFixed(1)).toString();

/** What a reader should know of the file before the search. */
export function problemLines(
  context: CommandContext,
  { representatives, customers, horizon }: VisitProblem,
  guessed: boolean,
): string[] {
  const people = say(context, `${count(representatives.length)} 名代表`, counted(representatives.length, 'representative'));
  const whom = say(context, `${count(customers.length)} 家客户`, counted(customers.length, 'customer'));
  const judged = guessed ? say(context, '（按内容判断）', ' (judged by its content)') : '';
  return [
    say(
      context,
      `格式 json${judged}：${people}，${whom}，${horizon.from} 至 ${horizon.until}（不含）`,
      `Format json${judged}: ${people}, ${whom}, ${horizon.from} to before ${horizon.until}`,
    ),
  ];
}

/** A better plan, on one line. */
export function problemImprovementWords(context: CommandContext, { seconds, total, missing }: BetterPlan): string {
  const lacks =
    missing === 0 ? '' : say(context, `，还缺 ${missing} 次必须的拜访`, `, ${counted(missing, 'required visit')} missing`);
  return say(context, `${seconds.toFixed(2)} 秒：${figure(total)}${lacks}`, `${seconds.toFixed(2)} s: ${figure(total)}${lacks}`);
}

/** The plan for people: day by day, what is not served and why, and what it costs. */
export function planLines(context: CommandContext, problem: VisitProblem, plan: VisitPlan, result: ProblemResult): string[] {
  const names = new Map([...problem.customers, ...problem.representatives].map(({ id, name }) => [id, name]));
  const nameOf = (id: string | null): string => (id === null ? '' : (names.get(id) ?? id));
  return [
    ...plan.days.map((day) => dayLine(context, day, nameOf)),
    '',
    ...plan.unserved.map(({ customer, appointment, promisedDate, missing, texts }) => {
      const who = customer === null ? (appointment ?? '') : nameOf(customer);
      const when = promisedDate ?? say(context, `缺 ${missing} 次`, `${missing} missing`);
      return say(context, `未安排：${who}（${when}）：${texts.zh}`, `Not served: ${who} (${when}): ${texts.en}`);
    }),
    ...plan.notices.map(({ texts }) => say(context, `提示 ${texts.zh}`, `note ${texts.en}`)),
    ...summaryLines(context, result),
  ];
}

function dayLine(context: CommandContext, day: PlannedDay, nameOf: (id: string | null) => string): string {
  const stops = day.visits.map(
    ({ customer, appointment, start }) => `${start} ${customer === null ? appointment : nameOf(customer)}`,
  );
  const way = say(context, `路上 ${figure(day.travelMinutes)} 分钟`, `${figure(day.travelMinutes)} min on the way`);
  return `${day.date} ${nameOf(day.representative)} ${day.departure} → ${stops.join(' · ')} → ${day.return} (${way})`;
}

function summaryLines(context: CommandContext, result: ProblemResult): string[] {
  const { costParts, iterations, seconds, seed, firstPlanSeconds, out } = result;
  const parts = [
    say(context, `失约 ${costParts.brokenPromises}`, `promises broken ${costParts.brokenPromises}`),
    say(context, `必访未排 ${costParts.missedRequired}`, `required visits missed ${costParts.missedRequired}`),
    say(context, `未排价值 ${figure(costParts.lostValue)}`, `value lost ${figure(costParts.lostValue)}`),
    say(context, `频率偏差 ${figure(costParts.cadence)}`, `cadence ${figure(costParts.cadence)}`),
    say(context, `路程 ${figure(costParts.travel)}`, `travel ${figure(costParts.travel)}`),
    say(context, `均衡 ${figure(costParts.balance)}`, `balance ${figure(costParts.balance)}`),
    say(context, `改动 ${figure(costParts.changes)}`, `changes ${figure(costParts.changes)}`),
  ].join(say(context, '，', ', '));
  return [
    say(context, `成本 ${figure(result.cost)}（${parts}）`, `Cost ${figure(result.cost)} (${parts})`),
    say(
      context,
      `首个方案用时 ${firstPlanSeconds.toFixed(3)} 秒；${count(iterations)} 次迭代，${seconds.toFixed(2)} 秒，种子 ${seed}`,
      `First plan after ${firstPlanSeconds.toFixed(3)} s; ${counted(iterations, 'iteration')}, ${seconds.toFixed(2)} s, seed ${seed}`,
    ),
    ...(out === null ? [] : [say(context, `已写入 ${out}`, `Wrote ${out}`)]),
  ];
}
