import { itemsOf } from '@milepost/scoring';
import type { ScoreCard } from '@milepost/scoring';
import { html, nothing } from '@milepost/sdk';
import type { TableColumn } from '@milepost/ui';
import { leadOf } from '../../domain/board.ts';
import type { BoardRow } from '../../domain/board.ts';
import { indicatorOf } from '../../domain/measurable.ts';
import { toneOf } from '../person-panel/grade-tone.ts';
import type { Words } from '../words.ts';

/** The columns of the ranking: person, who names the row and stays in sight, then rank, total, grade, then one for each item of the card. */
export function rankingColumns(words: Words, card: ScoreCard, running: boolean): TableColumn<BoardRow>[] {
  return [
    {
      key: 'person',
      label: words.t('column.person'),
      width: '168px',
      sortable: true,
      value: (row) => row.person.name,
      cell: (row) => personCell(words, row),
    },
    {
      key: 'rank',
      label: words.t('column.rank'),
      format: 'number',
      width: '64px',
      sortable: true,
      value: (row) => row.rank,
    },
    {
      key: 'total',
      label: words.t(running ? 'column.projected' : 'column.total'),
      align: 'end',
      sortable: true,
      value: (row) => leadOf(row).total,
      cell: (row) => totalCell(words, row),
    },
    {
      key: 'grade',
      label: words.t('column.grade'),
      sortable: true,
      value: (row) => leadOf(row).total,
      cell: (row) => gradeCell(words, row),
    },
    ...itemsOf(card).map((item): TableColumn<BoardRow> => ({
      key: `item-${item.id}`,
      label: words.t('column.item', {
        name: words.text(item.name ?? indicatorOf(item.indicatorId)?.name ?? { zh: item.id, en: item.id }),
        weight: item.weight,
      }),
      align: 'end',
      sortable: true,
      value: (row) => row.items.get(item.id)?.shown ?? null,
      cell: (row) => itemCell(words, row, item.id),
    })),
  ];
}

function personCell(words: Words, row: BoardRow): unknown {
  return html`<span class="who"
    ><span class="strong">${row.person.name}</span><span class="muted">${whereabouts(words, row)}</span></span
  >`;
}

/** The unit, and what was special about the person's month. */
export function whereabouts(words: Words, { person }: BoardRow): string {
  if (person.movedFrom.length > 0)
    return words.t('row.moved', { unit: person.unitName, days: person.daysInUnit, of: person.monthDays });
  if (person.days < person.monthDays)
    return words.t('row.days', { unit: person.unitName, days: person.days, of: person.monthDays });
  return person.unitName;
}

function totalCell(words: Words, row: BoardRow): unknown {
  if (row.total === null)
    return html`<span class="two"
      ><span>—</span><span class="muted">${words.t('row.open', { points: words.points(row.explanation.shown) })}</span></span
    >`;
  if (row.projection)
    return html`<span class="two"
      ><span class="strong">${words.points(row.projection.total)}</span
      ><span class="muted">${words.t('row.toDate', { points: words.points(row.total) })}</span></span
    >`;
  const delta = row.frozen && row.recomputed ? row.recomputed.points - row.result.points : null;
  return html`<span class="two"
    ><span class="strong">${words.points(row.total)}</span>${
      delta === null
        ? nothing
        : html`<span class="muted" title=${words.t('row.deltaTitle')}
            >${words.t('row.delta', { delta: words.milli(delta, true) })}</span
          >`
    }</span
  >`;
}

/** The grade with its name; frozen ones carry a lock. */
export function gradeCell(words: Words, row: BoardRow): unknown {
  const grade = row.card.grades?.find((band) => band.id === leadOf(row).gradeId);
  const lock = row.frozen ? html` <mp-icon name="lock" label=${words.t('row.frozen')}></mp-icon>` : nothing;
  return grade
    ? html`<span class="nowrap"><mp-badge tone=${toneOf(grade.id)}>${grade.id} ${words.text(grade.name)}</mp-badge>${lock}</span>`
    : html`<span class="muted nowrap">${words.t('row.noGrade')}</span>`;
}

function itemCell(words: Words, row: BoardRow, itemId: string): unknown {
  const item = row.items.get(itemId);
  if (!item) return '—';
  const { result, shown } = item;
  const target = result.target === null ? '' : ` / ${words.value(result.indicatorId, result.target)}`;
  const exact = words.quantityExact(result.indicatorId, result.numerator);
  return html`<span class="two" title=${exact}
    ><span>${result.status === 'scored' ? words.points(shown) : words.t(`status.${result.status}`)}</span
    ><span class="muted">${words.value(result.indicatorId, result.value)}${target}</span></span
  >`;
}

/** A row as a card on a phone: rank, person and grade, total, the two items that cost most. */
export function rankingCard(words: Words, row: BoardRow): unknown {
  const lost = [...row.items.values()]
    .filter(({ result }) => result.status === 'scored')
    .sort((a, b) => a.result.points - a.result.weight - (b.result.points - b.result.weight))
    .slice(0, 2);
  return html`<div class="card">
    <span class="num">${row.rank ?? '—'}</span>
    <span class="who"><span class="strong">${row.person.name}</span><span class="muted">${whereabouts(words, row)}</span></span>
    ${totalCell(words, row)}
    <span class="wide">${gradeCell(words, row)}</span>
    ${lost.map(({ result, shown }) => html`<span class="wide muted">${words.text(result.name)} ${words.points(shown)} · ${words.value(result.indicatorId, result.value)}</span>`)}
  </div>`;
}
