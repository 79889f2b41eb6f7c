import { html } from '@milepost/sdk';
import type { WeekFigures } from '../../domain/figures.ts';
import type { Words } from '../words.ts';

/** The lists that key figures open to. */
export type FigureList = 'planned' | 'completed' | 'effective' | 'dueUnplanned' | 'overdue';

/** Names of the lists, to check page parameters. */
export const figureLists: readonly FigureList[] = ['planned', 'completed', 'effective', 'dueUnplanned', 'overdue'];

/** The key figures of a week. */
export function renderFigures(words: Words, figures: WeekFigures, open: string, choose: (list: FigureList) => void): unknown {
  const { planned, completed, effective, cancelled, dueUnplanned, overdue, overdueA, rates } = figures;
  const figure = (list: FigureList, value: string, comparison: string, tone = 'neutral', unit = ''): unknown =>
    html`<mp-figure
      interactive
      .label=${words.t(`figure.${list}`)}
      .value=${value}
      .unit=${unit}
      .comparison=${comparison}
      .tone=${tone}
      .selected=${open === list}
      @mp-open=${() => choose(list)}
    ></mp-figure>`;
  const count = (list: readonly unknown[]): string => String(list.length);
  const companions = words.t('figure.companions', {
    effectiveOfPlanned: words.percent(rates.effectiveOfPlanned),
    completedOfPlanned: words.percent(rates.completedOfPlanned),
  });
  return html`<mp-figures slot="figures" class="figures-wide">
    ${figure('planned', count(planned), cancelled.length > 0 ? words.t('figure.cancelled', { n: cancelled.length }) : '', 'neutral', words.t('unit.visits'))}
    ${figure('completed', count(completed), words.t('figure.ofPlanned', { ratio: words.percent(rates.completedOfPlanned) }), 'neutral', words.t('unit.visits'))}
    ${figure('effective', words.percent(rates.effectiveOfCompleted), companions, 'neutral', effective.length > 0 ? `${effective.length}/${completed.length}` : '')}
    ${figure('dueUnplanned', count(dueUnplanned), words.t('figure.dueHelp'), 'neutral', words.t('unit.accounts'))}
    ${figure('overdue', count(overdue), overdueA.length > 0 ? words.t('figure.overdueA', { n: overdueA.length }) : words.t('figure.noOverdueA'), overdueA.length > 0 ? 'warning' : 'neutral', words.t('unit.accounts'))}
  </mp-figures>`;
}

/** The same figures in one line, below the day's list where there is little room. */
export function renderBrief(
  words: Words,
  { planned, completed, dueUnplanned, overdue, rates }: WeekFigures,
  choose: (list: FigureList) => void,
): unknown {
  const part = (list: FigureList, value: string): unknown =>
    html`<button type="button" class="link small" @click=${() => choose(list)}>
      ${words.t(`figure.${list}`)} <strong class="number">${value}</strong>
    </button>`;
  return html`<div class="brief" role="group" aria-label=${words.t('figure.brief')}>
    ${part('planned', String(planned.length))}${part('completed', String(completed.length))}${part('effective', words.percent(rates.effectiveOfCompleted))}${part('dueUnplanned', String(dueUnplanned.length))}${part('overdue', String(overdue.length))}
  </div>`;
}
