import { checkRoutes, Unreadable } from '@milepost/routing-checker';
import type { Broken, CaseFormat, RoutesCheck } from '@milepost/routing-checker';
import type { Command } from 'commander';
import { count, say } from '../../context.ts';
import type { CommandContext } from '../../context.ts';
import { WordedFailure } from '../../worded-failure.ts';
import { counted } from './counted.ts';
import { formatOption } from './options.ts';
import { readText } from './read-text.ts';

interface CheckFlags {
  readonly format?: CaseFormat | 'json';
  readonly json?: boolean;
}

const MOST_SHOWN = 50;

/** `milepost routes check <instance> <solution>`: checks a plan with code that shares nothing with the solver. */
export function checkCommand(routes: Command, context: CommandContext): void {
  routes
    .command('check')
    .argument('<instance>', say(context, '算例文件', 'instance file'))
    .argument('<solution>', say(context, '方案文件', 'plan file'))
    .description(say(context, '用独立的代码核对方案', 'Check a plan with independent code'))
    .addOption(formatOption(context))
    .option('--json', say(context, '输出 JSON，列出全部问题', 'print JSON with everything that is broken'))
    .action((instance: string, solution: string, flags: CheckFlags) => runCheck(context, instance, solution, flags));
}

function runCheck(context: CommandContext, instance: string, solution: string, { format, json }: CheckFlags): void {
  const texts = [readText(context, instance, 2), readText(context, solution, 2)] as const;
  const result = inFiles(instance, solution, () => checkRoutes(texts[0], texts[1], format ?? null));
  if (result.broken.length > 0) throw brokenFailure(context, solution, result, json === true);
  if (json) context.out(`${JSON.stringify({ ok: true, ...result })}\n`);
  else context.out(`${summary(context, result)}\n`);
}

/** What cannot be read ends with 2, naming the file. */
function inFiles(instance: string, solution: string, run: () => RoutesCheck): RoutesCheck {
  try {
    return run();
  } catch (error) {
    if (!(error instanceof Unreadable)) throw error;
    const { code, path, texts } = error;
    const file = error.file === 'instance' ? instance : solution;
    const place = path === '' ? file : `${file}: ${path}`;
    const worded = { zh: `${place}：${texts.zh}`, en: `${place}: ${texts.en}` };
    throw new WordedFailure(code, worded, { details: { file, path }, exitCode: 2 });
  }
}

function brokenFailure(context: CommandContext, file: string, result: RoutesCheck, json: boolean): WordedFailure {
  const { broken } = result;
  const rest = broken.length - MOST_SHOWN;
  const more =
    rest <= 0 ? [] : [say(context, `…… 另有 ${count(rest)} 处，--json 列出全部`, `… and ${count(rest)} more, --json lists all`)];
  const texts = {
    zh: `${file}：核对不通过，共 ${count(broken.length)} 处；请改正方案或重新求解。`,
    en: `${file}: ${counted(broken.length, 'constraint')} ${broken.length === 1 ? 'is' : 'are'} broken; correct the plan or solve the instance again.`,
  };
  const lines = json ? [] : [...broken.slice(0, MOST_SHOWN).map((one) => brokenLine(context, one)), ...more];
  return new WordedFailure('routes.broken', texts, { details: { file, ...result }, lines });
}

/** One broken constraint: where, and what. */
export function brokenLine(context: CommandContext, { code, day, vehicle, client, texts }: Broken): string {
  const where = [
    ...(day === null ? [] : [typeof day === 'string' ? day : say(context, `第 ${day} 天`, `day ${day}`)]),
    ...(vehicle === null ? [] : [typeof vehicle === 'string' ? vehicle : say(context, `车 ${vehicle}`, `vehicle ${vehicle}`)]),
    ...(client === null ? [] : [say(context, `客户 ${client}`, `customer ${client}`)]),
  ].join(say(context, '，', ', '));
  return say(
    context,
    `${where === '' ? '' : `${where}：`}${texts.zh} [${code}]`,
    `${where === '' ? '' : `${where}: `}${texts.en} [${code}]`,
  );
}

function summary(context: CommandContext, { clients, visits, routes, cost, distances }: RoutesCheck): string {
  const rule = { exact: ['双精度距离', 'doubles'], truncated: ['距离截断到一位小数', 'distances cut after one decimal'], stated: ['距离按文件规定', 'distances as the file states'], minutes: ['行程分钟', 'minutes of travel'] }[distances]; // prettier-ignore
  const way = Number(cost.toFixed(6));
  return say(
    context,
    `核对通过：${count(clients)} 个客户的 ${count(visits)} 次访问，${count(routes)} 条路线，成本 ${way}（${rule[0]}）`,
    `It holds: ${counted(visits, 'visit')} to ${counted(clients, 'customer')} on ${counted(routes, 'route')}, cost ${way} (${rule[1]})`,
  );
}
