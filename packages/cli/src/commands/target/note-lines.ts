import type { NamedReport, PlanDocument, SpecResult, TargetSpec } from '@milepost/allocation/file';
import { cellWords } from '@milepost/allocation/words';
import type { Speech } from '@milepost/allocation/words';
import { count } from '../../context.ts';

type Done = Extract<SpecResult, { readonly ok: true }>;
type Unused = NamedReport['report']['unused'][number];
type Pair = readonly [zh: string, en: string];

/** What a person should know about a plan that was made: nothing of it is an error. */
export function noteLines(speech: Speech, spec: TargetSpec, done: Done): string[] {
  const words = [
    ...movedWords(speech, done.movedFurther),
    ...railWords(spec),
    ...calendarWords(spec, done.document),
    ...factWords(spec.reports),
  ];
  return words.map(([zh, en]) => (speech.language === 'zh' ? `提示 ${zh}` : `note ${en}`));
}

/** Fiscal years have the name of the calendar year they start in: 2026-Q1 of one from April is its April to June. */
export function fiscalLines({ language }: Speech, { calendar }: PlanDocument): string[] {
  const start = calendar?.fiscalYearStartMonth ?? 1;
  if (start === 1) return [];
  const line =
    language === 'zh'
      ? `财年从 ${start} 月开始，以开始那年命名；Q1 从 ${start} 月起。`
      : `Fiscal years start in month ${start} and have the name of the year they start in; so does Q1.`;
  return [line, ''];
}

/** Cells that several totals at once moved by more than rounding. */
function movedWords(speech: Speech, moved: Done['movedFurther']): Pair[] {
  return moved.slice(0, 10).map(({ at, fitted, rounded }) => {
    const cell = cellWords(speech, { at });
    return [`${cell}：为满足各项合计，比应得的多移动了：${fitted} → ${rounded}`, `${cell}: moved further than rounding to meet all totals: ${fitted} → ${rounded}`]; // prettier-ignore
  });
}

function railWords({ railsMissed }: TargetSpec): Pair[] {
  return [...railsMissed].map(([path, pools]) => [
    `${path}：总额与增幅或占比的上下限（rails）不相容，${count(pools.size)} 处突破了上下限，并按它们的比例分配；请改总额或放宽上下限`,
    `${path}: the total leaves no room for the guardrails (rails): they gave way in ${count(pools.size)} places, in proportion; change the total or the rails`,
  ]);
}

/** Days that are not published yet are said to be so, whether or not a method used them. */
function calendarWords({ uncertainPeriods }: TargetSpec, { calendar }: PlanDocument): Pair[] {
  if (calendar === null || calendar.status === 'official') return [];
  const { id, status } = calendar;
  const [first = '', last = first] = [uncertainPeriods[0], uncertainPeriods.at(-1)];
  const span: Pair = first === last ? [first, first] : [`${first} 至 ${last}`, `${first} to ${last}`];
  if (status === 'estimated')
    return [[`日历 ${id}：${span[0]} 的节假日尚未公布，按估计值计算`, `calendar ${id}: the holidays of ${span[1]} are not published yet and estimated`]]; // prettier-ignore
  return [[`日历 ${id}：没有 ${span[0]} 的节假日数据，仅按周一至周五计算`, `calendar ${id}: no holidays are known for ${span[1]}: weekdays alone are counted`]]; // prettier-ignore
}

/** Facts that several steps use are reported once. */
function factWords(reports: readonly NamedReport[]): Pair[] {
  const lines = reports.flatMap(({ facts, assumedCurrency: currency, report: { unused, ignoredAxes, negative } }): Pair[] => [
    ...(currency === undefined ? [] : [[`${facts}：表中没有币种，按计划的 ${currency} 计`, `${facts}: the table names no currency, its amounts are taken to be ${currency} as in the plan`] as Pair]), // prettier-ignore
    ...ignoredAxes.map((axis): Pair => [`${facts}：计划没有维度“${axis}”，这一列只做加总`, `${facts}: the plan has no axis "${axis}", the column is summed over`]), // prettier-ignore
    ...unused.map((one): Pair => [`${facts}：${unusedWords(one)[0]}`, `${facts}: ${unusedWords(one)[1]}`]),
    ...(negative.count === 0 ? [] : [[`${facts}：${count(negative.count)} 个单元格合计为负，按 0 计`, `${facts}: ${count(negative.count)} cells sum to less than 0 and weigh nothing`] as Pair]), // prettier-ignore
  ]);
  return [...new Map(lines.map((pair) => [pair[1], pair])).values()];
}

const REASONS: Readonly<Record<Unused['reason'], (axis: string, id: string) => Pair>> = {
  axisMissing: (axis) => [`没有写明“${axis}”`, `they name no ${axis}`],
  member: (axis, id) => [`计划的 ${axis} 中没有“${id}”`, `the plan's ${axis} has no "${id}"`],
  notLeaf: (axis, id) => [`${axis} 的“${id}”在计划中还有下级`, `"${id}" of ${axis} has members below it in the plan`],
  period: (_, id) => [`“${id}”不是计划能对应的期间`, `"${id}" is no period that the plan has`],
  outside: (_, id) => [`“${id}”不在所用的历史区间内`, `"${id}" lies outside of the past that counts`],
  combination: () => ['计划中没有这样的组合', 'the plan has no such combination'],
};

function unusedWords({ reason, axis, id, rows, path }: Unused): Pair {
  const [zh, en] = REASONS[reason](axis ?? '', id ?? '');
  // Rows that were made from others, such as days from months, stand nowhere.
  const [placeZh, place] = path.startsWith('rows.') ? ['', ''] : [`（首行 ${path}）`, ` (first at ${path})`];
  return [`${count(rows)} 行未使用：${zh}${placeZh}`, `${count(rows)} rows not used: ${en}${place}`];
}
