import { verifySums } from '@milepost/allocation/records';
import type { PendingWrite, ServerContext, ServerProblem } from '@milepost/gateway/server-part';
import type { AllocationValue, PlanValue } from '../src/domain/types.ts';
import { words } from './words.ts';

/** A plan stays in its year and counts in the company's currency and fiscal year. */
export function checkPlanValue(ctx: ServerContext, { previous, next }: PendingWrite<PlanValue>): ServerProblem[] {
  if (!next) {
    return previous?.value.status === 'published'
      ? [
          ctx.problem(
            '',
            'target.published',
            words('请先撤回，再删除已发布的方案', 'take a published plan back to draft before you delete it'),
          ),
        ]
      : [];
  }
  const { tenant } = ctx.session;
  const problems: ServerProblem[] = [];
  if (previous && previous.value.period !== next.value.period)
    problems.push(
      ctx.problem('period', 'target.fixed', words('方案的财年不能修改', 'the fiscal year of a plan cannot be changed')),
    );
  if (next.value.fiscalYearStartMonth !== tenant.fiscalYearStartMonth) {
    problems.push(
      ctx.problem(
        'fiscalYearStartMonth',
        'target.year',
        words(`应为公司的财年起始月 ${tenant.fiscalYearStartMonth}`, `must be the company’s ${tenant.fiscalYearStartMonth}`),
      ),
    );
  }
  if (next.value.currency !== tenant.currency)
    problems.push(
      ctx.problem(
        'currency',
        'target.currency',
        words(`应为公司的币种 ${tenant.currency}`, `must be the company’s ${tenant.currency}`),
      ),
    );
  return problems;
}

/** What is published has numbers that add up, and a year has one published plan. A deleted plan leaves no numbers behind. */
export async function checkPlanStates(
  ctx: ServerContext,
  { writes }: { readonly writes: readonly PendingWrite<PlanValue>[] },
): Promise<ServerProblem[]> {
  const problems: ServerProblem[] = [];
  for (const [index, { id, previous, next }] of writes.entries()) {
    const at = `writes.${index}.value`;
    if (next?.value.status === 'published') problems.push(...(await checkPublished(ctx, id, next.value, at)));
    if (!next && previous && (await numbersOf(ctx, id)).length > 0) {
      problems.push(ctx.problem(at, 'target.numbers', words('请先删除方案中的数字', 'delete the numbers of the plan first')));
    }
  }
  return problems;
}

async function checkPublished(ctx: ServerContext, id: string, value: PlanValue, at: string): Promise<ServerProblem[]> {
  const problems: ServerProblem[] = [];
  const { items } = await ctx
    .records<PlanValue>('plans')
    .list({ where: [{ field: 'period', op: 'eq', value: value.period }], limit: 1000 });
  const other = items.find((plan) => plan.id !== id && plan.value.status === 'published');
  if (other) {
    problems.push(
      ctx.problem(
        `${at}.status`,
        'target.published',
        words(
          `${value.period} 年已发布“${other.value.name}”，请同时撤回它`,
          `"${other.value.name}" is published for ${value.period}; take it back in the same batch`,
        ),
      ),
    );
  }
  const numbers = await numbersOf(ctx, id);
  if (numbers.length === 0)
    problems.push(
      ctx.problem(
        `${at}.status`,
        'target.empty',
        words('没有数字的方案不能发布，请先分解', 'a plan without numbers cannot be published; decompose it first'),
      ),
    );
  const wrong = verifySums(numbers).length;
  if (wrong > 0)
    problems.push(
      ctx.problem(
        `${at}.status`,
        'target.sum',
        words(`有 ${wrong} 个单元格不等于下级之和`, `${wrong} cells are not the sum of those below`),
      ),
    );
  return problems;
}

async function numbersOf(ctx: ServerContext, planId: string): Promise<AllocationValue[]> {
  const records = await ctx
    .records<AllocationValue>('allocations')
    .listAll({ where: [{ field: 'planId', op: 'eq', value: planId }] });
  return records.map(({ value }) => value);
}
