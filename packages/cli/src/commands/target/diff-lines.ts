import type { Metric, PlanDiff } from '@milepost/allocation';
import { cellWords, metricWords, plainAmount, unitName } from '@milepost/allocation/words';
import type { MoneyUnit, Speech } from '@milepost/allocation/words';
import { count } from '../../context.ts';
import { tableLines } from './table.ts';

/** A difference as a table: cell, before, after, change. */
export function diffLines(speech: Speech, diff: PlanDiff, unit: MoneyUnit): string[] {
  const zh = speech.language === 'zh';
  if (diff.cells.length === 0) return [zh ? '没有差异。' : 'No difference.'];
  const rows = diff.cells.map(({ metric: id, at, before, after }) => {
    const metric = speech.plan.metrics.find((one) => one.id === id) as Metric;
    const amount = (value: number | null): string => (value === null ? '–' : plainAmount(value, metric, unit));
    const change = (after ?? 0) - (before ?? 0);
    const name = speech.plan.metrics.length > 1 ? `${metricWords(speech, id)} · ` : '';
    const size = `${change < 0 ? '−' : '+'}${plainAmount(Math.abs(change), metric, unit)}`;
    return [`${name}${cellWords(speech, { at })}`, amount(before), amount(after), size];
  });
  const units = [...new Set(speech.plan.metrics.map((metric) => unitName(metric, speech.language, unit)))].join(', ');
  const head = zh ? [`单元格 (${units})`, '原值', '新值', '变化'] : [`cell (${units})`, 'before', 'after', 'change'];
  const more = diff.rest === 0 ? [] : [zh ? `…… 另有 ${count(diff.rest)} 个单元格` : `… and ${count(diff.rest)} more cells`];
  const leaves = zh ? `最末级单元格变化 ${count(diff.leaves)} 个。` : `${count(diff.leaves)} leaf cells changed.`;
  return [...tableLines([head, ...rows]), ...more, leaves];
}
