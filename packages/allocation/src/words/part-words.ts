/** What a cell above the leaves is made of, and how a change reached the cells below it. */
import { childrenOf } from '../axis.ts';
import { boxOfKey } from '../journal.ts';
import { boxOf, cellValue } from '../plan.ts';
import { amountWords } from './amount-words.ts';
import { memberWords } from './cell-words.ts';
import { methodWords } from './method-words.ts';
import { titleWords } from './titles.ts';
import type { Axis, AxisKind } from '../axis.ts';
import type { CellExplanation, ExplainedChange } from '../edits/explain.ts';
import type { Box } from '../grid.ts';
import type { Division } from '../journal.ts';
import type { Metric } from '../metric.ts';
import type { Speech } from './cell-words.ts';

/** Parts of one axis that are named; the others are counted. */
const MOST_PARTS = 6;

const AXES: Readonly<Record<AxisKind, readonly [zh: string, en: string]>> = {
  time: ['时间', 'time'],
  organisation: ['组织', 'organisation'],
  product: ['产品', 'product'],
  customerType: ['客户类型', 'customer type'],
  territory: ['区域', 'territory'],
  channel: ['渠道', 'channel'],
};

/** A sentence per axis along which the cell has parts: `按组织：华北 60 元，华东 40 元。` */
export function partSentences(speech: Speech, { at, metric: id }: Pick<CellExplanation, 'at' | 'metric'>): string[] {
  const { plan, language } = speech;
  const metric = plan.metrics.find((one) => one.id === id) as Metric;
  const box = boxOf(plan, at);
  return plan.grid.axes.flatMap((axis, index) => {
    const children = childrenOf(axis, box[index] as number);
    if (children.length === 0) return [];
    const shown = children.slice(0, MOST_PARTS).map((child) => {
      const member = axis.ids[child] as string;
      const value = cellValue(plan, { metric: id, at: { ...at, [axis.id]: member } });
      return `${memberWords(speech, axis.id, member)} ${amountWords(value, metric, language)}`;
    });
    const rest = children.length - shown.length;
    const more = rest === 0 ? [] : [language === 'zh' ? `另有 ${rest} 项` : `${rest} more`];
    return [language === 'zh' ? `按${axisWords(speech, axis)}：${[...shown, ...more].join('，')}。` : `By ${axisWords(speech, axis)}: ${[...shown, ...more].join(', ')}.`]; // prettier-ignore
  });
}

/** How a decomposition went down, axis by axis, for cells that lie across its steps; null for other changes. */
export function divisionWords(speech: Speech, { seq, action }: ExplainedChange): string | null {
  const { plan, language } = speech;
  const entry = plan.journal.find((one) => one.seq === seq);
  if (entry === undefined || action !== 'decompose') return null;
  const methods = new Map<Axis, Set<string>>();
  let axis: Axis | undefined;
  for (const division of entry.divisions) {
    // A step reaches an axis that none before it has reached, or goes on along the one before it.
    axis = reached(plan.grid.axes, entry.target, division).find((one) => !methods.has(one)) ?? axis;
    if (axis === undefined) continue;
    const names = methods.get(axis) ?? new Set();
    for (const { method } of division.pools) names.add(methodWords(method, language));
    methods.set(axis, names);
  }
  if (methods.size === 0) return null;
  const zh = language === 'zh';
  const parts = [...methods].map(([axis, names]) => {
    const list = [...names].join(zh ? '、' : ', ');
    return zh ? `${axisWords(speech, axis)}按${list}` : `${axisWords(speech, axis)} by ${list}`;
  });
  return zh ? `分解方法：${parts.join('；')}。` : `Divided: ${parts.join('; ')}.`;
}

/** An axis by its name, else by what it stands for. */
function axisWords({ titles, language }: Speech, { id, kind }: Axis): string {
  return titleWords(titles?.axes.get(id), language) ?? AXES[kind][language === 'zh' ? 0 : 1];
}

/** Axes on which the cells of a division lie below its target. */
function reached(axes: readonly Axis[], target: Box, { keys }: Division): Axis[] {
  const first = keys[0];
  if (first === undefined) return [];
  const box = boxOfKey(axes, first);
  return axes.filter((_, at) => box[at] !== target[at]);
}
