import { cellValue } from '@milepost/allocation';
import type { Axis, Metric, Plan } from '@milepost/allocation';
import { memberWords, metricWords, plainAmount, unitName } from '@milepost/allocation/words';
import type { MoneyUnit, Speech } from '@milepost/allocation/words';
import { tableLines, widthOf } from './table.ts';

const MOST_ROWS = 24;
/** A year and its months. */
const MOST_COLUMNS = 13;
/** Places of a terminal. */
const WIDTH = 80;

/** A metric at a glance: the top of the first axis and its children against those of the last one. */
export function planTable(speech: Speech, metric: Metric, unit: MoneyUnit): string[] {
  const { plan } = speech;
  const [first, last] = [plan.grid.axes[0] as Axis, plan.grid.axes.at(-1) as Axis];
  const one = plan.grid.axes.length === 1;
  const rows = upper(first, MOST_ROWS);
  const columns = one ? [0] : upper(last, MOST_COLUMNS);
  const corner = `${metricWords(speech, metric.id)} (${unitName(metric, speech.language, unit)})`;
  const head = [
    corner,
    ...columns.map((member) => (one ? total(speech) : memberWords(speech, last.id, last.ids[member] as string))),
  ];
  const body = rows.map((row) => [
    `${'  '.repeat(first.depth[row] as number)}${memberWords(speech, first.id, first.ids[row] as string)}`,
    ...columns.map((column) => amountAt(plan, metric, [first, row], one ? null : [last, column], unit)),
  ]);
  return blocks([head, ...body]).flatMap((block, at) => (at === 0 ? tableLines(block) : ['', ...tableLines(block)]));
}

/** As many columns as fit beside the first one, which stands in front of every block. */
function blocks(rows: readonly (readonly string[])[]): string[][][] {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => widthOf(row[column] ?? ''))));
  const found: number[][] = [];
  let used = Infinity;
  for (let column = 1; column < widths.length; column += 1) {
    const width = (widths[column] as number) + 2;
    if (used + width > WIDTH) {
      found.push([]);
      used = widths[0] as number;
    }
    found.at(-1)?.push(column);
    used += width;
  }
  return found.map((columns) => rows.map((row) => [0, ...columns].map((column) => row[column] as string)));
}

function amountAt(
  plan: Plan,
  metric: Metric,
  [first, row]: [Axis, number],
  other: [Axis, number] | null,
  unit: MoneyUnit,
): string {
  const column = other === null ? {} : { [other[0].id]: other[0].ids[other[1]] as string };
  const value = cellValue(plan, { metric: metric.id, at: { [first.id]: first.ids[row] as string, ...column } });
  return value === null ? '–' : plainAmount(value, metric, unit);
}

/** The top and its children, as many as fit. */
function upper({ ids, depth }: Axis, most: number): number[] {
  return ids.flatMap((_, member) => ((depth[member] as number) <= 1 ? [member] : [])).slice(0, most);
}

function total({ language }: Speech): string {
  return language === 'zh' ? '总计' : 'total';
}
