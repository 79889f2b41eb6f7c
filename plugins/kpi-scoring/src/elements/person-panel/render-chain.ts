import { outline } from '@milepost/scoring';
import type { CardItem, ItemResult } from '@milepost/scoring';
import { html, nothing } from '@milepost/sdk';
import type { PluginHost } from '@milepost/sdk';
import type { Behind, BehindRow } from '../../data/rows-behind.ts';
import type { BoardRow } from '../../domain/board.ts';
import { indicatorOf, isRatio, quantityOf } from '../../domain/measurable.ts';
import type { ResolvedTarget } from '../../domain/target-origin.ts';
import { renderCurve } from '../curve-picture.ts';
import { renderOrigin } from '../target-origin-text.ts';
import type { Words } from '../words.ts';
import type { BehindState } from './person-detail.ts';

/** What the chain of one item is drawn from. */
export interface Chain {
  readonly host: PluginHost;
  readonly words: Words;
  readonly row: BoardRow;
  readonly item: ItemResult;
  readonly cardItem: CardItem;
  /** Points as shown. */
  readonly shown: number;
  readonly target: ResolvedTarget | null;
  readonly nameOf: (personId: string) => string;
  readonly behind: BehindState;
  readonly retry: () => void;
}

/** From the points of an item down to the records. */
export function renderChain(chain: Chain): unknown {
  const { words, item, cardItem } = chain;
  const { axis, rule } = outline(cardItem.curve, 0, 1, isRatio(item.indicatorId));
  const axisText = (x: number): string => (axis === 'attainment' ? words.percent(x, 0) : words.value(item.indicatorId, x));
  const name = words.text(item.name);
  return html`<div class="chain">
    ${
      cardItem.curve.kind === 'veto'
        ? nothing
        : renderCurve({
            curve: cardItem.curve,
            value: item.value,
            target: item.target,
            axisText,
            label: words.t('curve.label', { name, rule: words.text(rule) }),
          })
    }
    <p class="note">${words.text(rule)}</p>
    ${cardItem.reason ? html`<p class="note">${words.text(cardItem.reason)}</p>` : nothing}
    ${renderFigures(chain, axis === 'attainment')} ${renderSisters(chain)} ${renderBehind(chain)}
  </div>`;
}

function renderFigures({ host, words, item, shown, target, nameOf }: Chain, attainment: boolean): unknown {
  const indicator = indicatorOf(item.indicatorId);
  const exact = (value: number | null): string => words.quantityExact(item.indicatorId, value);
  const line = (label: string, value: string, title = ''): unknown =>
    html`<dt>${label}</dt>
      <dd title=${title || nothing}>${value}</dd>`;
  return html`<dl>
    ${line(indicator ? words.text(indicator.numerator) : words.t('chain.numerator'), words.quantity(item.indicatorId, item.numerator), exact(item.numerator))}
    ${
      item.denominator === null || !indicator?.denominator
        ? nothing
        : line(words.text(indicator.denominator), words.quantity(item.indicatorId, item.denominator), exact(item.denominator))
    }
    ${item.denominator === null ? nothing : line(words.t('chain.ratio'), words.value(item.indicatorId, item.value))}
    ${attainment ? line(words.t('chain.target'), item.target === null ? words.t('chain.noTarget') : words.value(item.indicatorId, item.target), exact(item.target)) : nothing}
    ${
      attainment && target
        ? html`<dt>${words.t('chain.targetFrom')}</dt>
            <dd>${renderOrigin(host, words, target, nameOf)}</dd>`
        : nothing
    }
    ${attainment && item.target && item.value !== null ? line(words.t('chain.attainment'), words.percent(item.value / item.target)) : nothing}
    ${item.status === 'scored' ? line(words.t('chain.share'), words.percent(item.share, 2)) : nothing}
    ${item.status === 'scored' ? line(words.t('chain.points'), pointsText(words, item, shown)) : line(words.t('chain.points'), words.t(`status.${item.status}`))}
  </dl>`;
}

/** Half of the last digit that points are shown with, in thousandths. */
const HALF_A_DIGIT = 50;

/** `40 × 92.13% = 36.852，计 36.9 分`; "≈" where the written share is rounded. A shown figure that is not the nearest one says why. */
function pointsText(words: Words, item: ItemResult, shown: number): string {
  const share = Math.round((item.share ?? 0) * 10_000) / 10_000;
  const isExact = Math.round(item.weight * share) === item.earned;
  const earned = (item.earned / 1000).toString();
  const isNearest = Math.abs(Math.round(shown * 1000) - item.earned) <= HALF_A_DIGIT;
  return words.t(isNearest ? 'chain.formula' : 'chain.formulaAdjusted', {
    weight: (item.weight / 1000).toString(),
    share: words.percent(share, 2),
    equals: isExact ? '=' : '≈',
    earned,
    shown: words.points(shown),
  });
}

/** The three visit rates always stand together, so that nobody picks the flattering one. */
function renderSisters({ words, item, behind }: Chain): unknown {
  if (item.indicatorId !== 'effective-visit-rate' || behind === 'loading' || 'failure' in behind) return nothing;
  const planned = behind.lists[0]?.planned ?? null;
  if (planned === null || item.numerator === null || item.denominator === null) return nothing;
  const rate = (part: number): string => (planned === 0 ? '—' : words.percent(part / planned));
  return html`<p class="note">
    ${words.t('chain.sisters', { ofPlanned: rate(item.numerator), completion: rate(item.denominator), planned, completed: item.denominator })}
  </p>`;
}

function renderBehind({ host, words, item, behind, retry }: Chain): unknown {
  if (behind === 'loading') return html`<mp-state kind="loading" shape="lines"></mp-state>`;
  if ('failure' in behind) {
    const { heading, text, code } = behind.failure;
    return html`<mp-state kind="error" .heading=${heading} .text=${text} .code=${code} @mp-retry=${retry}></mp-state>`;
  }
  return behind.lists.map((list) => renderList(host, words, item, list));
}

function renderList(host: PluginHost, words: Words, item: ItemResult, list: Behind): unknown {
  const wanted = list.role === 'numerator' ? item.numerator : item.denominator;
  const heading = words.t(`behind.${list.kind}`, { n: list.rows.length });
  return html`<div>
    <p class="sum">
      <span>${heading}</span
      ><span title=${words.quantityExact(item.indicatorId, list.sum)}
        >${words.t('behind.sum', { sum: words.quantityExact(item.indicatorId, list.sum) })}</span
      >
    </p>
    ${wanted !== null && wanted !== list.sum ? html`<p class="note">${words.t('behind.differs', { wanted: words.quantityExact(item.indicatorId, wanted) })}</p>` : nothing}
    ${
      list.rows.length === 0
        ? html`<p class="note">${words.t('behind.none')}</p>`
        : html`<ul class="rows" tabindex="0" aria-label=${heading}>
            ${list.rows.map((row) => renderRow(host, words, item.indicatorId, row))}
          </ul>`
    }
  </div>`;
}

function renderRow(host: PluginHost, words: Words, indicatorId: string, row: BehindRow): unknown {
  const name = row.accountName ?? words.t('behind.hiddenAccount', { id: row.accountId ?? '—' });
  return html`<li>
    ${row.accountName && row.accountId ? html`<a href=${host.navigate.href({ account: row.accountId })}>${name}</a>` : html`<span>${name}</span>`}
    <span class="amount"
      >${row.mark ? words.t(`mark.${row.mark}`) : quantityOf(indicatorId) === 'money' ? words.moneyExact(row.adds) : nothing}</span
    >
    <span class="muted">${words.shortDay(row.day)} · ${row.id}</span>
  </li>`;
}
