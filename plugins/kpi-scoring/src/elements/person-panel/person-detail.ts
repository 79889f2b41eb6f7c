import { itemsOf } from '@milepost/scoring';
import type { Explanation } from '@milepost/scoring';
import { LitElement, html, nothing, property, requireElements, state } from '@milepost/sdk';
import type { PluginHost, PropertyValues } from '@milepost/sdk';
import { loadBehind } from '../../data/rows-behind.ts';
import type { Behind } from '../../data/rows-behind.ts';
import { leadOf } from '../../domain/board.ts';
import type { BoardRow, Score } from '../../domain/board.ts';
import { helpFor } from '../../domain/help.ts';
import type { Progress } from '../../domain/projection.ts';
import type { ResolvedTarget } from '../../domain/target-origin.ts';
import { curveStyles } from '../curve-picture.ts';
import { failureOf, isAborted } from '../failure.ts';
import type { Failure } from '../failure.ts';
import { Words } from '../words.ts';
import { toneOf } from './grade-tone.ts';
import { helpSentence } from './help-sentence.ts';
import { personDetailStyles } from './person-detail.styles.ts';
import { renderChain } from './render-chain.ts';

/** What is known of the records behind one item. */
export type BehindState = { readonly lists: readonly Behind[] } | { readonly failure: Failure } | 'loading';

/**
 * @summary One person's score from the total down to the records: total → group → item → curve → numerator and denominator → rows.
 */
export class PersonDetail extends LitElement {
  static override styles = [personDetailStyles, curveStyles];

  @property({ attribute: false }) host!: PluginHost;
  @property({ attribute: false }) row!: BoardRow;
  @property() month = '';
  @property({ attribute: false }) targets: readonly ResolvedTarget[] = [];
  /** Working days of a running month; null for one that is over. */
  @property({ attribute: false }) progress: Progress | null = null;
  /** Names of those who set targets. */
  @property({ attribute: false }) nameOf: (personId: string) => string = (id) => id;
  /** People listed with this one, for "3 of 7". */
  @property({ type: Number }) listed = 0;

  @state() private openItem = '';
  @state() private behind: ReadonlyMap<string, BehindState> = new Map();
  #reading: AbortController | undefined;

  override connectedCallback(): void {
    super.connectedCallback();
    void requireElements('mp-badge', 'mp-icon', 'mp-state', 'mp-button');
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#reading?.abort();
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    const before = changed.get('row');
    const other = changed.has('row') && before !== undefined && before.id !== this.row.id;
    if (!other && !changed.has('month')) return;
    this.#reading?.abort();
    this.behind = new Map();
    this.openItem = '';
  }

  get #words(): Words {
    return new Words(this.host);
  }

  /** Opens the chain of one item, as a figure elsewhere that asks "why" does. */
  open(itemId: string): void {
    if (this.openItem !== itemId) this.#toggle(itemId);
  }

  #toggle(itemId: string): void {
    this.openItem = this.openItem === itemId ? '' : itemId;
    if (this.openItem && !this.behind.has(itemId)) void this.#load(itemId);
  }

  async #load(itemId: string): Promise<void> {
    const item = this.row.items.get(itemId)?.result;
    if (!item) return;
    this.#reading ??= new AbortController();
    if (this.#reading.signal.aborted) this.#reading = new AbortController();
    const { signal } = this.#reading;
    this.#set(itemId, 'loading');
    try {
      const lists = await loadBehind(this.host, item.indicatorId, this.row.id, this.month, signal);
      if (!signal.aborted) this.#set(itemId, { lists });
    } catch (error) {
      if (!signal.aborted && !isAborted(error))
        this.#set(itemId, { failure: failureOf(error, this.#words, this.#words.t('behind.failed')) });
    }
  }

  #set(itemId: string, value: BehindState): void {
    this.behind = new Map(this.behind).set(itemId, value);
  }

  #renderTotal(words: Words): unknown {
    const { rank, card, frozen, recomputed, result, projection } = this.row;
    const { total, gradeId } = leadOf(this.row);
    const grade = card.grades?.find((band) => band.id === gradeId);
    return html`<div class="total">
        <strong>${total === null ? '—' : words.points(total)}</strong>
        ${projection && total !== null ? html`<span class="muted">${words.t('projection.label')}</span>` : nothing}
        ${grade ? html`<mp-badge tone=${toneOf(gradeId)}>${grade.id} ${words.text(grade.name)}</mp-badge>` : nothing}
        ${rank !== null && this.listed > 1 ? html`<span class="muted">${words.t('person.rank', { rank, of: this.listed })}</span>` : nothing}
      </div>
      ${projection && this.progress ? html`<p class="note">${words.t('projection.note', { ...this.progress, points: words.points(this.row.explanation.shown) })}</p>` : nothing}
      ${result.complete ? nothing : html`<p class="note">${words.t('person.open', { weight: words.percent(result.pendingWeight / 100_000, 0), sofar: words.points(this.row.explanation.shown) })}</p>`}
      ${frozen ? this.#renderFrozen(words, recomputed?.points ?? null) : nothing}`;
  }

  #renderFrozen(words: Words, now: number | null): unknown {
    const frozen = this.row.frozen;
    if (!frozen) return nothing;
    const difference = now === null ? null : now - frozen.result.points;
    return html`<p class="note">
        <mp-icon name="lock"></mp-icon>
        ${words.t('person.frozen', { day: words.day(frozen.frozenOn), version: frozen.cardVersion })}
      </p>
      <details class="note">
        <summary>${words.t('technical.details')}</summary>
        ${words.t('technical.hash')} <code>${frozen.sha256}</code>
      </details>
      <p class="note">
        ${difference === null ? words.t('person.sameAgain') : words.t('person.delta', { now: words.milli(now), delta: words.milli(difference, true) })}
      </p>`;
  }

  #renderNotes(words: Words): unknown {
    const { person } = this.row;
    const notes = [
      person.days < person.monthDays ? words.t('person.days', { days: person.days, of: person.monthDays }) : '',
      person.joinedOn ? words.t('person.joined', { day: words.day(person.joinedOn) }) : '',
      person.leftOn ? words.t('person.left', { day: words.day(person.leftOn) }) : '',
      person.movedFrom.length > 0
        ? words.t('person.moved', {
            unit: person.movedFrom.join('、'),
            days: person.daysInUnit,
            to: person.unitName,
          })
        : '',
    ].filter(Boolean);
    return notes.length === 0
      ? nothing
      : html`<ul class="notes">
          ${notes.map((note) => html`<li class="note">${note}</li>`)}
        </ul>`;
  }

  #renderHelp(words: Words): unknown {
    const { card, result, frozen } = this.row;
    if (frozen || !result.complete) return nothing;
    const help = helpFor(card, result).slice(0, 3);
    return html`<section>
      <h3>${words.t('help.title')}</h3>
      ${
        help.length === 0
          ? html`<p class="note">${words.t('help.none')}</p>`
          : html`<ul class="help">
                ${help.map((one) => {
                  const { text, gain } = helpSentence(words, one, card);
                  return html`<li><span>${text}</span><span class="gain">${words.milli(gain, true)}</span></li>`;
                })}
              </ul>
              <p class="note">${words.t('help.note')}</p>`
      }
    </section>`;
  }

  #renderStanding(words: Words): unknown {
    const standing = this.row.frozen?.standing;
    if (!standing || standing.of === 0) return nothing;
    const isMine = this.row.id === this.host.session.user.personId;
    let marked = false;
    return html`<section>
      <h3>
        ${words.t('standing.title')}<span class="figures"
          >${standing.rank === null ? '—' : words.t('standing.rank', { rank: standing.rank, of: standing.of })}</span
        >
      </h3>
      <ul class="standing">
        ${standing.members.map((member) => {
          const own = !marked && member.points === this.row.result.points;
          if (own) marked = true;
          return html`<li ?data-own=${own}>
            ${words.milli(member.points)}${member.name ? html` ${member.name}` : nothing}${own && !member.name ? html` ${isMine ? words.t('standing.you') : this.row.person.name}` : nothing}
          </li>`;
        })}
      </ul>
      <p class="note">${words.t(standing.members.some((member) => member.name) ? 'standing.named' : 'standing.anonymous')}</p>
    </section>`;
  }

  #renderGroup(group: Explanation, words: Words): unknown {
    const items = group.children.filter((child) => child.kind === 'item');
    const adjustments = group.children.filter((child) => child.kind === 'adjustment');
    return html`<section>
      <h3>
        <span>${words.text(group.label)} <span class="muted">${group.detail ? words.text(group.detail) : nothing}</span></span>
        <span class="figures">${words.points(group.shown)}</span>
      </h3>
      <ul class="items">
        ${items.map((item) => this.#renderItem(item, words))} ${adjustments.map((one) => this.#renderAdjustment(one, words))}
      </ul>
    </section>`;
  }

  #renderAdjustment(one: Explanation, words: Words): unknown {
    return html`<li class="sum note">
      <span>${words.text(one.label)}${one.detail ? html`（${words.text(one.detail)}）` : nothing}</span
      ><span>${words.points(one.shown, true)}</span>
    </li>`;
  }

  #renderItem(item: Explanation, words: Words): unknown {
    const result = this.row.items.get(item.id)?.result;
    const cardItem = itemsOf(this.row.card).find((one) => one.id === item.id);
    if (!result || !cardItem) return nothing;
    const open = this.openItem === item.id;
    const ahead = this.#projected(item.id);
    return html`<li>
      <button type="button" class="item" aria-expanded=${open ? 'true' : 'false'} @click=${() => this.#toggle(item.id)}>
        <span>${words.text(item.label)} <span class="muted">${item.detail ? words.text(item.detail) : nothing}</span></span>
        <span class="points">${result.status === 'scored' ? words.points(item.shown) : words.t(`status.${result.status}`)}</span>
        ${ahead && ahead.points !== item.points && result.status === 'scored' ? html`<span class="muted ahead">${words.t('projection.item', { points: words.points(ahead.shown) })}</span>` : nothing}
        <span class="muted value"
          >${words.t('item.value', { value: words.value(result.indicatorId, result.value) })}${result.target === null ? nothing : words.t('item.target', { target: words.value(result.indicatorId, result.target) })}</span
        >
      </button>
      ${
        open
          ? renderChain({
              host: this.host,
              words,
              row: this.row,
              item: result,
              cardItem,
              shown: item.shown ?? 0,
              target:
                (this.row.frozen?.targets ?? this.targets).find(
                  (t) => t.personId === this.row.id && t.indicatorId === result.indicatorId,
                ) ?? null,
              nameOf: this.nameOf,
              behind: this.behind.get(item.id) ?? 'loading',
              retry: () => void this.#load(item.id),
            })
          : nothing
      }
    </li>`;
  }

  /** The sum of the groups, written out, so that the total can be checked with a pencil. */
  #renderSum(words: Words): unknown {
    const { projection } = this.row;
    const line = (label: string, { explanation }: Score): unknown =>
      html`<p class="sum">
        <span class="muted">${words.t(label)}</span
        ><span
          >${explanation.children
            .map((child) => words.points(child.shown))
            .join(' + ')
            .replaceAll('+ −', '− ')}
          = ${words.points(explanation.shown)}</span
        >
      </p>`;
    return html`${line(projection ? 'person.sumToDate' : 'person.sum', this.row)}${projection ? line('person.sumProjected', projection) : nothing}`;
  }

  /** An item against the part of the month that is behind. */
  #projected(itemId: string): Explanation | undefined {
    return this.row.projection?.explanation.children
      .flatMap((group) => group.children)
      .find((child) => child.kind === 'item' && child.id === itemId);
  }

  protected override render(): unknown {
    const words = this.#words;
    const { children } = this.row.explanation;
    return html`${this.#renderTotal(words)}${this.#renderNotes(words)}${this.#renderHelp(words)}${this.#renderStanding(words)}
    ${children.filter((child) => child.kind === 'group').map((group) => this.#renderGroup(group, words))}
    ${children.filter((child) => child.kind === 'adjustment').map((one) => this.#renderAdjustment(one, words))}
    ${this.#renderSum(words)}`;
  }
}
