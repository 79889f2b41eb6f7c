import type { SolutionFile } from '@milepost/routing/formats';
import { count, say } from '../../context.ts';
import type { CommandContext } from '../../context.ts';
import { counted } from './counted.ts';
import { gapWords } from './gap.ts';
import type { Improvement } from './improvement.ts';
import type { InstanceFile } from './open-file.ts';
import type { SolveResult } from './solve-instance.ts';

const MOST_IMPROVEMENTS = 12;
const money = (cost: number): string => Number(cost.toFixed(2)).toString();

/** What a reader should know of the file before the search. */
export function noteLines(context: CommandContext, { named, guessed }: InstanceFile): string[] {
  const { format, distances, notes, clientIds, instance } = named;
  const judged = say(context, '（按内容判断）', ' (judged by its content)');
  const size = say(
    context,
    `${count(clientIds.length)} 个客户，${instance.days} 天，${count(instance.slots.count)} 个车次`,
    `${counted(clientIds.length, 'customer')}, ${counted(instance.days, 'day')}, ${counted(instance.slots.count, 'vehicle day')}`,
  );
  const rule = say(context, '提示 距离截断到一位小数', 'note distances are cut after one decimal');
  return [
    say(context, `格式 ${format}${guessed ? judged : ''}：${size}`, `Format ${format}${guessed ? judged : ''}: ${size}`),
    ...(distances === 'truncated' ? [rule] : []),
    ...notes.map((note) => say(context, `提示 ${note.zh}`, `note ${note.en}`)),
  ];
}

/** A better plan, on one line. */
export function improvementWords(context: CommandContext, { seconds, cost, vehicles, missing }: Improvement): string {
  const used = vehicles === null ? '' : say(context, `${vehicles} 辆，`, `${counted(vehicles, 'vehicle')}, `);
  const lacks = missing === 0 ? '' : say(context, `，还缺 ${count(missing)} 次访问`, `, ${counted(missing, 'visit')} missing`);
  return say(
    context,
    `${seconds.toFixed(2)} 秒：${used}${money(cost)}${lacks}`,
    `${seconds.toFixed(2)} s: ${used}${money(cost)}${lacks}`,
  );
}

/** The whole result for people. */
export function resultLines(context: CommandContext, result: SolveResult, plan: SolutionFile): string[] {
  return [
    ...improvementLines(context, result.improvements),
    '',
    ...plan.routes.map((route) => routeLine(context, route)),
    '',
    ...plan.unserved.map(({ client, missing, reason }) =>
      say(
        context,
        `未安排：客户 ${client}，缺 ${missing} 次（${reason}）`,
        `Not served: customer ${client}, ${missing} missing (${reason})`,
      ),
    ),
    ...summaryLines(context, result),
  ];
}

function improvementLines(context: CommandContext, all: readonly Improvement[]): string[] {
  const shown = all.length <= MOST_IMPROVEMENTS ? all : [...all.slice(0, 1), ...all.slice(1 - MOST_IMPROVEMENTS)];
  const left = all.length - shown.length;
  const lines = shown.map((improvement) => improvementWords(context, improvement));
  if (left > 0)
    lines.splice(
      1,
      0,
      say(context, `…… 中间 ${left} 次改进，--json 列出全部`, `… ${counted(left, 'improvement')} more, --json lists all`),
    );
  return lines;
}

function routeLine(context: CommandContext, { day, vehicle, visits }: SolutionFile['routes'][number]): string {
  const stops = visits.map(({ client }) => client).join(' ');
  return say(context, `第 ${day} 天 车 ${vehicle}：${stops}`, `day ${day} vehicle ${vehicle}: ${stops}`);
}

function summaryLines(context: CommandContext, result: SolveResult): string[] {
  const { cost, vehicles, bestKnown, gapPercent, feasible, firstFeasibleSeconds, iterations, seconds, seed, out } = result;
  const first = firstFeasibleSeconds?.toFixed(3);
  return [
    say(context, `成本 ${money(cost)}，${count(vehicles)} 条路线`, `Cost ${money(cost)}, ${counted(vehicles, 'route')}`),
    ...(bestKnown === null || gapPercent === null
      ? []
      : [
          say(
            context,
            `已知最优 ${bestKnown}，差距 ${gapWords(gapPercent)}`,
            `Best known ${bestKnown}, gap ${gapWords(gapPercent)}`,
          ),
        ]),
    feasible
      ? say(context, `满足全部约束；首个可行方案用时 ${first} 秒`, `Every constraint is kept; first such plan after ${first} s`)
      : say(context, '没有找到满足全部约束的方案', 'No plan that keeps every constraint was found'),
    say(
      context,
      `${count(iterations)} 次迭代，${seconds.toFixed(2)} 秒，种子 ${seed}`,
      `${counted(iterations, 'iteration')}, ${seconds.toFixed(2)} s, seed ${seed}`,
    ),
    ...(out === null ? [] : [say(context, `已写入 ${out}`, `Wrote ${out}`)]),
  ];
}
