import { html, nothing } from '@milepost/sdk';
import type { TemplateResult } from '@milepost/sdk';
import { verdictOf } from '../../domain/pace.ts';
import type { Pace } from '../../domain/pace.ts';
import type { Words } from '../shared/words.ts';

/** The figures that open to what they are made of. */
export type FigureId = 'target' | 'actual' | 'attainment' | 'pace' | 'daily';

/** What the figures show: the year, and the period in view. */
export interface FigureView {
  readonly year: Pace;
  readonly period: Pace;
  /** The period in words: 本月, 三月, 全年. */
  readonly name: string;
  /** Some months of the year before are estimates. */
  readonly estimated: boolean;
  readonly open: FigureId | null;
  choose(figure: FigureId): void;
}

const tones = { ahead: 'positive', onTrack: 'accent', behind: 'warning', none: 'neutral', before: 'neutral' } as const;

/** The key figures, each a way into its composition. */
export function renderFigures(view: FigureView, words: Words): TemplateResult {
  const { t } = words;
  const { year, period } = view;
  const { name } = view;
  const verdict = verdictOf(period);
  const figure = (id: FigureId, label: string, value: string, comparison: string, tone = 'neutral', exact = ''): TemplateResult =>
    html`<mp-figure
      interactive
      ?selected=${view.open === id}
      .label=${label}
      .value=${value}
      .exact=${exact}
      .comparison=${comparison}
      .tone=${tone}
      @mp-open=${() => view.choose(id)}
    ></mp-figure>`;
  return html`<mp-figures slot="figures">
    ${figure('target', t('figure.target'), words.money(year.target), t(view.estimated ? 'figure.target.vs.estimated' : 'figure.target.vs', { growth: words.growth(year.target, year.lastYear) }), 'neutral', words.exact(year.target))}
    ${figure('actual', t('figure.actual', { period: name }), words.money(period.actual), t('figure.actual.vs', { amount: words.money(period.target) }), 'neutral', words.exact(period.actual))}
    ${figure('attainment', t('figure.attainment', { period: name }), words.percent(period.attainment), t(`verdict.${verdict}`), tones[verdict])}
    ${figure('pace', t('figure.pace'), words.percent(period.expectedRatio), t('figure.pace.vs', { elapsed: period.elapsedDays, total: period.totalDays }))}
    ${figure('daily', t('figure.daily'), dailyValue(period, words), dailyNote(period, words), 'neutral', words.exact(period.perDay))}
  </mp-figures>`;
}

function dailyValue(pace: Pace, words: Words): string {
  if (pace.gap !== null && pace.gap <= 0) return words.t('figure.daily.done');
  return words.money(pace.perDay);
}

function dailyNote(pace: Pace, words: Words): string {
  const { t } = words;
  if (pace.remainingDays === 0) return t('figure.daily.over');
  return pace.broughtPerDay === null
    ? t('figure.daily.left', { days: pace.remainingDays })
    : t('figure.daily.vs', { days: pace.remainingDays, amount: words.money(pace.broughtPerDay) });
}

/** One node's or month's part of a figure. */
export interface Part {
  readonly label: string;
  readonly target: number | null;
  readonly actual: number;
  readonly attainment: number | null;
  open?(): void;
}

/** What a figure is made of: the sentence, its arithmetic, and the parts. */
export function renderComposition(
  figure: FigureId,
  view: FigureView,
  parts: { readonly nodes: readonly Part[]; readonly months: readonly Part[] },
  words: Words,
): TemplateResult {
  const { t } = words;
  const pace = figure === 'target' ? view.year : view.period;
  return html`<div class="stack">
    <p>
      ${t(`made.${figure}`, {
        target: words.exact(pace.target),
        actual: words.exact(pace.actual),
        expected: words.exact(pace.expected),
        gap: words.exact(pace.gap === null ? null : Math.max(0, pace.gap)),
        elapsed: pace.elapsedDays,
        total: pace.totalDays,
        remaining: pace.remainingDays,
        result: figureResult(figure, pace, words),
      })}
    </p>
    ${pace.dayStatus === 'official' ? nothing : html`<p class="small muted">${t(`days.${pace.dayStatus}`)}</p>`}
    ${
      parts.months.length > 1
        ? html`<h3>${t('made.byMonth')}</h3>
            ${renderParts(parts.months, words)}`
        : nothing
    }
    ${
      parts.nodes.length > 0
        ? html`<h3>${t('made.byNode')}</h3>
            ${renderParts(parts.nodes, words)}`
        : nothing
    }
    <p class="small muted">${t('made.source')}</p>
  </div>`;
}

function figureResult(figure: FigureId, pace: Pace, words: Words): string {
  if (figure === 'attainment') return words.percent(pace.attainment);
  if (figure === 'pace') return words.percent(pace.expectedRatio);
  return figure === 'daily' ? words.exact(pace.perDay) : words.exact(figure === 'target' ? pace.target : pace.actual);
}

function renderParts(parts: readonly Part[], words: Words): TemplateResult {
  const { t } = words;
  return html`<table class="diff">
    <thead>
      <tr>
        <th scope="col">${t('column.name')}</th>
        <th scope="col">${t('column.target')}</th>
        <th scope="col">${t('column.actual')}</th>
        <th scope="col">${t('column.attainment')}</th>
      </tr>
    </thead>
    <tbody>
      ${parts.map(
        (part) =>
          html`<tr>
            <td>
              ${part.open ? html`<mp-button variant="quiet" @click=${() => part.open?.()}>${part.label}</mp-button>` : part.label}
            </td>
            <td title=${words.exact(part.target)}>${words.money(part.target)}</td>
            <td title=${words.exact(part.actual)}>${words.money(part.actual)}</td>
            <td>${words.percent(part.attainment)}</td>
          </tr>`,
      )}
    </tbody>
  </table>`;
}
