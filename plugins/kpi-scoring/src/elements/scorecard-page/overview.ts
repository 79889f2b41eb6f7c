import { html, nothing } from '@milepost/sdk';
import type { PluginHost } from '@milepost/sdk';
import type { TableSort } from '@milepost/ui';
import type { BoardState } from '../../controllers/board-controller.ts';
import type { TrendMonth } from '../../data/load-trend.ts';
import { leadOf, summarise } from '../../domain/board.ts';
import type { BoardRow, BoardSummary } from '../../domain/board.ts';
import { helpFor } from '../../domain/help.ts';
import { isOver } from '../../domain/month.ts';
import { progressOf } from '../../domain/projection.ts';
import type { Progress } from '../../domain/projection.ts';
import { helpSentence } from '../person-panel/help-sentence.ts';
import type { Words } from '../words.ts';

type Ready = Extract<BoardState, { kind: 'ready' }>;

/** One sentence that says where the month stands. */
export function stateSentence(words: Words, { data, who, organisation }: Ready, host: PluginHost): string {
  const month = words.month(data.month);
  const state =
    data.rows.length > 0 && data.rows.every((row) => row.frozen)
      ? 'frozen'
      : isOver(data.month, host.session.today)
        ? 'over'
        : 'running';
  const stand = words.t(`state.${state}`, {
    day: words.shortDay(host.session.today),
    ...progressOf(data.month, host.session.today, host.session.tenant),
  });
  if ('personId' in who) {
    const row = data.rows[0];
    const lead = row && leadOf(row);
    return !row || !lead || lead.total === null
      ? words.t('sentence.ownOpen', { month, stand })
      : words.t(row.projection ? 'sentence.ownProjected' : 'sentence.own', {
          month,
          stand,
          total: words.points(lead.total),
          grade: lead.gradeId ?? '—',
          sofar: words.points(row.explanation.shown),
        });
  }
  const summary = summarise(data.rows, data.rows[0]?.card ?? data.current.card);
  const unit = organisation.units.find((one) => one.id === who.unitId)?.name ?? '';
  return words.t(data.progress ? 'sentence.teamProjected' : 'sentence.team', {
    unit,
    month,
    stand,
    people: summary.people,
    complete: summary.complete,
    median: words.points(summary.median),
  });
}

/** Key figures of a team. */
export function renderFigures(
  words: Words,
  summary: BoardSummary,
  open: (id: string) => void,
  sortBy: (sort: TableSort) => void,
): unknown {
  const person = (label: string, row: BoardRow | null): unknown =>
    html`<mp-figure
      label=${label}
      value=${row ? words.points(leadOf(row).total) : '—'}
      comparison=${row ? row.person.name : words.t('figure.nobody')}
      ?interactive=${row !== null}
      @mp-open=${() => row && open(row.id)}
    ></mp-figure>`;
  const grades = summary.grades.filter((grade) => grade.count > 0);
  const most = [...grades].sort((a, b) => b.count - a.count)[0];
  return html`<mp-figure
      label=${words.t(summary.projected ? 'figure.medianProjected' : 'figure.median')}
      value=${words.points(summary.median)}
      unit=${words.t('unit.points')}
      comparison=${words.t('figure.complete', { n: summary.complete, of: summary.people })}
    ></mp-figure>
    ${person(words.t('figure.best'), summary.best)} ${person(words.t('figure.worst'), summary.worst)}
    <mp-figure
      label=${words.t('figure.grades')}
      value=${most?.id ?? '—'}
      unit=${most ? words.t('figure.gradesMost', { n: most.count }) : ''}
      comparison=${grades.map((grade) => `${grade.id} ${grade.count}`).join(' · ') || words.t('figure.nobody')}
      interactive
      @mp-open=${() => sortBy({ key: 'grade', direction: 'descending' })}
    ></mp-figure>
    <mp-figure
      label=${words.t('figure.open')}
      value=${words.count(summary.people - summary.complete)}
      unit=${words.t('unit.people')}
      tone=${summary.people > summary.complete ? 'warning' : 'neutral'}
      comparison=${words.t(summary.people > summary.complete ? 'figure.openNote' : 'figure.openNone')}
    ></mp-figure>`;
}

/** Key figures of one person. */
export function renderOwnFigures(words: Words, row: BoardRow, progress: Progress | null, openRuns: () => void): unknown {
  const lead = leadOf(row);
  const help = row.frozen ? undefined : helpFor(row.card, row.result)[0];
  const sentence = help ? helpSentence(words, help, row.card) : null;
  const standing = row.frozen?.standing;
  const grade = row.card.grades?.find((band) => band.id === lead.gradeId);
  const sofar = words.t(row.total === null ? 'figure.sofar' : 'figure.toDate', { points: words.points(row.explanation.shown) });
  return html`<mp-figure
      label=${words.t(row.projection ? 'figure.projected' : 'figure.total')}
      value=${words.points(lead.total)}
      unit=${words.t('unit.points')}
      comparison=${row.projection && progress ? `${sofar}${words.t('figure.days', { ...progress })}` : row.total === null ? sofar : ''}
    ></mp-figure>
    <mp-figure
      label=${words.t(row.projection ? 'figure.gradeProjected' : 'figure.grade')}
      value=${lead.gradeId ?? '—'}
      comparison=${grade ? words.text(grade.name) : words.t('row.noGrade')}
    ></mp-figure>
    <mp-figure
      label=${words.t('figure.rank')}
      value=${standing?.rank == null ? '—' : words.t('standing.rank', { rank: standing.rank, of: standing.of })}
      comparison=${standing ? words.t('figure.rankFrozen') : words.t('figure.rankLater')}
      interactive
      @mp-open=${openRuns}
    ></mp-figure>
    ${
      sentence
        ? html`<mp-figure
            label=${words.t('help.title')}
            value=${words.milli(sentence.gain, true)}
            unit=${words.t('unit.points')}
            comparison=${sentence.text}
          ></mp-figure>`
        : nothing
    }`;
}

/** The trend over the last months, scored with one card so that the months compare. */
export function renderTrend(
  words: Words,
  trend: readonly TrendMonth[] | 'loading' | 'failed',
  own: boolean,
  today: string,
): unknown {
  if (trend === 'loading') return html`<div class="frame"><mp-state kind="loading" shape="chart"></mp-state></div>`;
  if (trend === 'failed') return html`<p class="note">${words.t('trend.failed')}</p>`;
  const known = trend.filter((month) => month.median !== null);
  const [first, last] = [known[0], known.at(-1)];
  if (!first || !last || known.length < 2) return html`<p class="note">${words.t('trend.short')}</p>`;
  // A month that runs is no match for a whole one: the heading compares months that are over.
  const over = known.filter((month) => isOver(month.month, today));
  const [before, now] = over.length > 1 ? [over.at(-2) ?? first, over.at(-1) ?? last] : [known.at(-2) ?? first, last];
  const difference = Math.round(((now.median ?? 0) - (before.median ?? 0)) * 10) / 10;
  const direction = difference > 0 ? 'up' : difference < 0 ? 'down' : 'flat';
  const finding = words.t(`trend.${own ? 'own' : 'team'}.${direction}`, {
    month: words.shortMonth(now.month),
    points: words.points(now.median),
    before: words.shortMonth(before.month),
    delta: words.points(Math.abs(difference)),
  });
  const running = isOver(last.month, today)
    ? ''
    : words.t('trend.running', { month: words.shortMonth(last.month), points: words.points(last.median) });
  const heading = finding + running;
  return html`<div class="frame">
    <mp-chart
      heading=${heading}
      value-label=${words.t(own ? 'trend.ownLabel' : 'trend.label')}
      format="number"
      decimals="1"
      height="150"
      .categories=${trend.map((month) => ({ key: month.month, label: words.shortMonth(month.month), title: words.t('trend.title', { month: words.month(month.month), n: month.complete, of: month.people }) }))}
      .series=${[{ key: 'median', label: words.t(own ? 'trend.ownSeries' : 'trend.series'), values: trend.map((month) => month.median), ...(running ? { forecastFrom: trend.length - 1 } : {}) }]}
    ></mp-chart>
    <p class="note">${words.t('trend.note')}</p>
  </div>`;
}
