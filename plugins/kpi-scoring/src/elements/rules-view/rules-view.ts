import { outline } from '@milepost/scoring';
import type { CardItem, ScoreCard } from '@milepost/scoring';
import { LitElement, html, nothing, property, requireElements, state } from '@milepost/sdk';
import type { PluginHost, RecordOf } from '@milepost/sdk';
import type { BoardState } from '../../controllers/board-controller.ts';
import { indicatorOf, isRatio } from '../../domain/measurable.ts';
import type { CardVersion } from '../../domain/records.ts';
import { byStart } from '../../domain/versions.ts';
import type { CardEditor } from '../card-editor/card-editor.ts';
import { curveStyles, renderCurve } from '../curve-picture.ts';
import { createOwn } from '../own-element.ts';
import { toneOf } from '../person-panel/grade-tone.ts';
import { viewStyles } from '../view-styles.ts';
import { Words } from '../words.ts';

/**
 * @summary How it is scored, for everybody: groups, weights, curves, grades, vetoes, and who published which version when.
 *   Operations open the editor from here.
 */
export class RulesView extends LitElement {
  static override styles = [viewStyles, curveStyles];

  @property({ attribute: false }) host!: PluginHost;
  @property({ attribute: false }) board!: Extract<BoardState, { kind: 'ready' }>;
  @property({ attribute: false }) changed: () => Promise<void> = async () => undefined;

  @state() private editor: CardEditor | undefined;
  @state() private editing = false;
  @state() private records: readonly RecordOf<CardVersion>[] | undefined;

  get dirty(): boolean {
    return this.editor?.dirty === true;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    void requireElements('mp-badge', 'mp-button', 'mp-icon');
    void this.#loadRecords();
    void this.#resumeDraft();
  }

  get #mayEdit(): boolean {
    return ['ops', 'admin'].includes(this.host.session.user.role);
  }

  async #loadRecords(): Promise<void> {
    try {
      this.records = await this.host.data.collection<CardVersion>('cards').listAll();
    } catch {
      // Who published is an addition; the card itself came with the scores.
      this.records = [];
    }
  }

  /** An edit that a reload interrupted goes on where it was. */
  async #resumeDraft(): Promise<void> {
    if (!this.#mayEdit) return;
    if ((await this.host.drafts.get('card')) !== null) await this.#edit();
  }

  async #edit(): Promise<void> {
    const { CardEditor: editorClass } = await import('../card-editor/card-editor.ts');
    this.editor ??= createOwn(editorClass);
    this.editing = true;
  }

  async #published(): Promise<void> {
    this.editing = false;
    await Promise.all([this.#loadRecords(), this.changed()]);
  }

  #renderItem(item: CardItem, words: Words): unknown {
    const indicator = indicatorOf(item.indicatorId);
    const name = words.text(item.name ?? indicator?.name ?? { zh: item.id, en: item.id });
    const { axis, rule } = outline(item.curve, 0, 1, isRatio(item.indicatorId));
    const axisText = (x: number): string => (axis === 'attainment' ? words.percent(x, 0) : words.value(item.indicatorId, x));
    return html`<li class="item split">
      <div>
        <h3>${name} <span class="muted num">${words.t('rules.weight', { weight: item.weight })}</span></h3>
        <p>${words.text(rule)}</p>
        ${item.reason ? html`<p>${words.text(item.reason)}</p>` : nothing}
        ${
          indicator
            ? html`<p class="note">
                ${words.t('rules.measured', { what: indicator.denominator ? `${words.text(indicator.numerator)} ÷ ${words.text(indicator.denominator)}` : words.text(indicator.numerator) })}
                ${words.text(indicator.source)}
              </p>`
            : nothing
        }
        <p class="note">${words.t(`rules.noData.${withoutData(item)}`)}</p>
      </div>
      ${renderCurve({ curve: item.curve, value: null, target: null, axisText, label: words.t('curve.label', { name, rule: words.text(rule) }) })}
    </li>`;
  }

  #renderCard(card: ScoreCard, words: Words): unknown {
    return html`${card.groups.map(
        (group) =>
          html`<section class="frame">
            <h2>
              ${words.text(group.name)}
              <span class="muted num"
                >${words.t('rules.groupWeight', { weight: group.items.reduce((sum, item) => sum + item.weight, 0) })}</span
              >
            </h2>
            <ul class="list">
              ${group.items.map((item) => this.#renderItem(item, words))}
            </ul>
          </section>`,
      )}
      <section class="frame">
        <h2>${words.t('rules.grades')}</h2>
        <ul class="list">
          ${[...(card.grades ?? [])].sort((a, b) => b.from - a.from).map((grade) => html`<li><mp-badge tone=${toneOf(grade.id)}>${grade.id} ${words.text(grade.name)}</mp-badge> <span class="num">${words.t('rules.gradeFrom', { from: grade.from })}</span></li>`)}
        </ul>
        ${(card.vetoes ?? []).map((veto) => html`<p>${words.t('rules.veto')} ${words.text(veto.reason)} ${veto.citation ? html`<span class="muted">${words.text(veto.citation)}</span>` : nothing}</p>`)}
        <details class="note">
          <summary>${words.t('technical.details')}</summary>
          ${words.t('rules.arithmetic')}
        </details>
      </section>`;
  }

  #renderVersions(words: Words): unknown {
    const name = (id: string): string => this.board.organisation.people.find((person) => person.id === id)?.name ?? id;
    const records = [...(this.records ?? [])].sort((a, b) => byStart(b.value, a.value));
    if (records.length === 0) return html`<p class="warning">${words.t('rules.builtIn')}</p>`;
    return html`<section class="frame">
      <h2>${words.t('rules.versions')}</h2>
      <ul class="list">
        ${records.map(
          ({ value, createdAt, updatedBy }) =>
            html`<li>
              <span class="num">${value.card.version}</span> ·
              ${words.t('rules.from', { month: words.month(value.effectiveFrom) })} ·
              ${words.t('rules.publishedBy', { name: name(updatedBy), day: words.day(createdAt.slice(0, 10)) })}
              ${value.note ? html`<br /><span class="muted">${value.note}</span>` : nothing}
            </li>`,
        )}
      </ul>
    </section>`;
  }

  protected override render(): unknown {
    const words = new Words(this.host);
    const { current, versions } = this.board.data;
    if (this.editing && this.editor) {
      Object.assign(this.editor, {
        host: this.host,
        base: current,
        versions,
        published: () => this.#published(),
        closed: () => (this.editing = false),
      });
      this.editor.requestUpdate();
      return this.editor;
    }
    return html`<div class="bar">
        <h2 class="grow">
          ${words.text(current.card.name)}
          <span class="muted">${words.t('rules.version', { version: current.card.version })}</span>
        </h2>
        ${this.#mayEdit ? html`<mp-button variant="primary" icon="edit" @click=${() => this.#edit()}>${words.t('rules.edit')}</mp-button>` : nothing}
      </div>
      ${this.#renderCard(current.card, words)} ${this.#renderVersions(words)}`;
  }
}

/** What missing data means; for a ratio, what an empty denominator means: nothing was due, nobody was visited. */
function withoutData(item: CardItem): NonNullable<CardItem['noData']> {
  const isRatio = indicatorOf(item.indicatorId)?.unit === 'ratio';
  return (isRatio ? item.zeroDenominator : undefined) ?? item.noData ?? 'pending';
}
