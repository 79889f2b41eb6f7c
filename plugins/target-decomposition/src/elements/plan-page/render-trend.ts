import { html } from '@milepost/sdk';
import type { TemplateResult } from '@milepost/sdk';
import { samePeriodLastYear } from '@milepost/calendar';
import type { MonthSeries } from '../../domain/pace.ts';
import type { Words } from '../shared/words.ts';

/** Target, actual and last year by month. The heading says the finding. */
export function renderTrend(series: MonthSeries, months: readonly string[], today: string, words: Words): TemplateResult {
  const { t } = words;
  const now = today.slice(0, 7);
  const started = months.filter((month) => month <= now);
  const actual = months.map((month) => (month <= now ? (series.actual[month] ?? 0) : null));
  const target = months.map((month) => series.target[month] ?? null);
  return html`<section class="trend" slot="trend">
    <mp-chart
      kind="column"
      format="money"
      unit="wan"
      .heading=${finding(
        series,
        months.filter((month) => month < now),
        started.length > 0,
        words,
      )}
      .valueLabel=${t('trend.values', { unit: words.unit('wan') })}
      .categories=${months.map((month) => ({ key: month, label: words.short(month), title: words.period(month) }))}
      .series=${[
        {
          key: 'lastYear',
          label: t('trend.lastYear'),
          values: months.map((month) => series.lastYear[samePeriodLastYear(month)] ?? null),
          colour: 6,
        },
        { key: 'actual', label: t('trend.actual'), values: actual, colour: 1 },
      ]}
      .target=${{ label: t('trend.target'), values: target }}
    ></mp-chart>
  </section>`;
}

function finding(series: MonthSeries, over: readonly string[], started: boolean, { t }: Words): string {
  if (!started) return t('trend.finding.before');
  const judged = over.filter((month) => (series.target[month] ?? null) !== null);
  if (judged.length === 0) return t('trend.finding.none');
  const reached = judged.filter((month) => (series.actual[month] ?? 0) >= (series.target[month] ?? 0)).length;
  return t('trend.finding', { reached, months: judged.length });
}
