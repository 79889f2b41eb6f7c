import { html, nothing } from '@milepost/sdk';
import { formatPercent, formatPeriod } from '@milepost/ui/format';
import type { OverviewView } from '../../controllers/overview-controller.ts';
import type { PageContext } from './context.ts';

/** One sentence of state: what counts most first. */
export function summaryOf({ t, host, locale }: PageContext, { figures }: OverviewView): string {
  const period = formatPeriod(host.scope.current.period, { locale });
  if (figures.checks === 0 && figures.open === 0) return t('summary.none', { period });
  const rate = figures.scored === 0 ? t('summary.unscored') : formatPercent(figures.passed / figures.scored);
  const key = figures.overdue > 0 ? 'summary.overdue' : figures.open > 0 ? 'summary.open' : 'summary.clear';
  return t(key, { period, checks: figures.checks, rate, open: figures.open, overdue: figures.overdue });
}

/** The key figures; each opens the list behind it. */
export function renderFigures({ t, go }: PageContext, { figures }: OverviewView): unknown {
  const { checks, scored, passed, open, overdue, criticalFails } = figures;
  const rate = scored === 0 ? '—' : formatPercent(passed / scored);
  const figure = (label: string, value: string, comparison: string, tone: string, open: () => void) =>
    html`<mp-figure
      interactive
      .label=${label}
      .value=${value}
      .comparison=${comparison}
      .tone=${tone}
      @mp-open=${open}
    ></mp-figure>`;
  return html`<mp-figures slot="figures">
    ${figure(t('figure.checks'), String(checks), t('figure.checks.note', { n: checks - scored }), 'neutral', () => go({ result: null }))}
    ${figure(t('figure.rate'), rate, t('figure.rate.note', { passed, scored }), 'neutral', () => go({ result: 'fail' }))}
    ${figure(t('figure.open'), String(open), t('figure.open.note'), 'neutral', () => go({ tab: 'findings', show: 'open' }))}
    ${figure(
      t('figure.overdue'),
      String(overdue),
      overdue ? t('figure.overdue.note') : t('figure.overdue.none'),
      overdue ? 'critical' : 'positive',
      () => go({ tab: 'findings', show: 'overdue' }),
    )}
    ${figure(t('figure.critical'), String(criticalFails), t('figure.critical.note'), criticalFails ? 'warning' : 'neutral', () => go({ result: 'critical' }))}
  </mp-figures>`;
}

/** Pass rate by month with its finding as the title. */
export function renderTrend({ t, locale }: PageContext, { months }: OverviewView): unknown {
  const known = months.filter(({ rate }) => rate !== null);
  if (known.length < 2) return nothing;
  const [before, last] = known.slice(-2).map(({ rate }) => rate ?? 0);
  const word = (last ?? 0) > (before ?? 0) ? 'trend.up' : (last ?? 0) < (before ?? 0) ? 'trend.down' : 'trend.flat';
  const month = formatPeriod(known.at(-1)?.month ?? '', { locale });
  const categories = months.map(({ month: key }) => ({
    key,
    label: locale === 'zh-CN' ? `${Number(key.slice(5))}月` : formatPeriod(key, { locale }).slice(0, 3),
    title: formatPeriod(key, { locale }),
  }));
  return html`<mp-chart
    class="trend"
    .heading=${t(word, { month, rate: formatPercent(last), before: formatPercent(before) })}
    .valueLabel=${t('trend.value')}
    kind="line"
    format="percent"
    .decimals=${0}
    .height=${160}
    .categories=${categories}
    .series=${[{ key: 'rate', label: t('trend.series'), values: months.map(({ rate }) => rate) }]}
  ></mp-chart>`;
}
