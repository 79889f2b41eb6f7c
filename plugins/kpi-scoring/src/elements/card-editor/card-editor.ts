import { itemsOf, lintCard, outline } from '@milepost/scoring';
import type { CardItem, LintProblem, ScoreCard } from '@milepost/scoring';
import { LitElement, html, nothing, property, requireElements, state } from '@milepost/sdk';
import type { PluginHost } from '@milepost/sdk';
import { balanced, curveFields, placeOf, weightSum, withItem, withSteps } from '../../domain/card-edit.ts';
import type { CurveField } from '../../domain/card-edit.ts';
import { indicatorOf, measurable, quantityOf } from '../../domain/measurable.ts';
import { monthsUpTo } from '../../domain/month.ts';
import { cardRecordId } from '../../domain/records.ts';
import type { CardVersion } from '../../domain/records.ts';
import { nextVersion } from '../../domain/versions.ts';
import { curveStyles } from '../curve-picture.ts';
import { failureOf } from '../failure.ts';
import type { Failure } from '../failure.ts';
import { viewStyles } from '../view-styles.ts';
import { Words } from '../words.ts';
import { renderGrades, renderPicture, renderProblems } from './render-item.ts';

interface Draft {
  readonly version: CardVersion;
  /** The version the edit began from. */
  readonly from: string;
}

type NumberField = HTMLElement & { value: number | null };

/**
 * @summary Edits a copy of the card: weights with their live sum, curves beside their live picture, grade bands, and what the linter says with
 *   its place. Publishing makes a new version; the old one stays for the months it scored.
 */
export class CardEditor extends LitElement {
  static override styles = [viewStyles, curveStyles];

  @property({ attribute: false }) host!: PluginHost;
  @property({ attribute: false }) base!: CardVersion;
  @property({ attribute: false }) versions: readonly CardVersion[] = [];
  @property({ attribute: false }) published: () => Promise<void> = async () => undefined;
  @property({ attribute: false }) closed: () => void = () => undefined;

  @state() private draft: Draft | undefined;
  @state() private restored = false;
  @state() private saving = false;
  @state() private failure: Failure | undefined;
  @state() private touched = false;

  get dirty(): boolean {
    return this.touched;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    void requireElements('mp-number', 'mp-select', 'mp-input', 'mp-textarea', 'mp-switch', 'mp-button', 'mp-icon', 'mp-badge');
    void this.#begin();
  }

  async #begin(): Promise<void> {
    if (this.draft) return;
    const kept = await this.host.drafts.get<Draft>('card');
    if (kept) {
      this.draft = kept;
      this.restored = true;
      this.#setTouched(true);
    } else {
      this.draft = this.#fresh();
    }
  }

  #fresh(): Draft {
    const { today } = this.host.session;
    const card: ScoreCard = { ...structuredClone(this.base.card), version: nextVersion(this.versions) };
    return {
      from: this.base.card.version,
      version: { card, effectiveFrom: today.slice(0, 7), namesInTeam: this.base.namesInTeam, note: '' },
    };
  }

  #setTouched(touched: boolean): void {
    if (this.touched === touched) return;
    this.touched = touched;
    this.dispatchEvent(new Event('mp-dirty-change', { bubbles: true, composed: true }));
  }

  #change(change: Partial<CardVersion>): void {
    if (!this.draft) return;
    this.draft = { ...this.draft, version: { ...this.draft.version, ...change } };
    this.failure = undefined;
    this.#setTouched(true);
    void this.host.drafts.set('card', this.draft);
  }

  #setCard(card: ScoreCard): void {
    this.#change({ card });
  }

  async #discard(): Promise<void> {
    const { t } = this.host.i18n;
    if (
      this.touched &&
      !(await this.host.confirm({
        title: t('editor.discardTitle'),
        text: t('editor.discardText'),
        confirmLabel: t('editor.discard'),
        tone: 'danger',
      }))
    )
      return;
    await this.#end();
    this.closed();
  }

  async #end(): Promise<void> {
    await this.host.drafts.remove('card');
    this.draft = undefined;
    this.restored = false;
    this.#setTouched(false);
  }

  async #publish(): Promise<void> {
    const { draft } = this;
    if (!draft || this.saving) return;
    this.saving = true;
    const words = new Words(this.host);
    try {
      await this.host.data.collection<CardVersion>('cards').put(cardRecordId(draft.version.card), draft.version, { revision: 0 });
      this.host.notify({
        tone: 'positive',
        text: words.t('editor.published', { version: draft.version.card.version }),
      });
      await this.#end();
      await this.published();
      this.draft = this.#fresh();
    } catch (error) {
      this.failure = failureOf(error, words, words.t('editor.failed'));
    } finally {
      this.saving = false;
    }
  }

  #lint(card: ScoreCard): LintProblem[] {
    return lintCard(card, { indicators: measurable.concat(indicatorOf('compliance-incidents') ?? []) });
  }

  #renderWeights(card: ScoreCard, words: Words): unknown {
    const sum = weightSum(card);
    const off = Math.round((100 - sum) * 1000) / 1000;
    if (off === 0) return html`<p class="num"><mp-icon name="check-circle"></mp-icon> ${words.t('editor.sumRight')}</p>`;
    const remedies = itemsOf(card).flatMap((item) => {
      const next = balanced(card, item.id);
      const weight = next && itemsOf(next).find((one) => one.id === item.id)?.weight;
      return next && weight !== null && weight !== undefined ? [{ item, next, weight }] : [];
    });
    return html`<div class="critical" role="status">
      <p class="num">
        <mp-icon name="error"></mp-icon>
        ${words.t(off > 0 ? 'editor.sumShort' : 'editor.sumOver', { sum, off: Math.abs(off) })}
      </p>
      <div class="bar">
        ${remedies.slice(0, 3).map(({ item, next, weight }) => html`<mp-button @click=${() => this.#setCard(next)}>${words.t('editor.balance', { name: this.#nameOf(item, words), weight })}</mp-button>`)}
      </div>
    </div>`;
  }

  #nameOf(item: CardItem, words: Words): string {
    return words.text(item.name ?? indicatorOf(item.indicatorId)?.name ?? { zh: item.id, en: item.id });
  }

  #renderField(field: CurveField, item: CardItem, words: Words, card: ScoreCard): unknown {
    const { axis } = outline(item.curve, 0, 1);
    const ratio = axis === 'attainment' || indicatorOf(item.indicatorId)?.unit === 'ratio';
    const kind =
      field.unit === 'points' ? 'number' : ratio ? 'percent' : quantityOf(item.indicatorId) === 'money' ? 'money' : 'number';
    return html`<mp-number
      label=${words.t(`param.${field.key}`, { n: field.index ?? 1 })}
      kind=${kind}
      unit=${field.unit === 'points' ? words.t('unit.points') : ''}
      .value=${field.value}
      ?optional=${field.optional}
      @change=${(event: Event) => {
        const { value } = event.currentTarget as NumberField;
        if (value !== null || field.optional) this.#setCard(withItem(card, item.id, { curve: field.set(value) }));
      }}
    ></mp-number>`;
  }

  #renderItem(item: CardItem, card: ScoreCard, words: Words, problems: readonly LintProblem[]): unknown {
    const { curve } = item;
    const broken = problems.some((problem) => problem.level === 'error' && problem.path.includes('curve'));
    const name = this.#nameOf(item, words);
    return html`<li class="item split">
      <div class="list">
        <h3>${name}</h3>
        <div class="fields">
          <mp-number
            label=${words.t('editor.weight')}
            unit="%"
            .value=${item.weight}
            min="0"
            max="100"
            @change=${(event: Event) => {
              const { value } = event.currentTarget as NumberField;
              if (value !== null) this.#setCard(withItem(card, item.id, { weight: value }));
            }}
          ></mp-number>
          ${curveFields(curve).map((field) => this.#renderField(field, item, words, card))}
        </div>
        ${
          curve.kind === 'step'
            ? html`<div class="bar">
                <mp-button icon="plus" @click=${() => this.#setCard(withItem(card, item.id, { curve: withSteps(curve, 'add') }))}
                  >${words.t('editor.addStep')}</mp-button
                >
                <mp-button
                  icon="minus"
                  ?disabled=${curve.steps.length < 2}
                  @click=${() => this.#setCard(withItem(card, item.id, { curve: withSteps(curve, 'remove') }))}
                  >${words.t('editor.removeStep')}</mp-button
                >
              </div>`
            : nothing
        }
        ${renderProblems(problems, words)}
      </div>
      ${broken ? html`<p class="note">${words.t('editor.noPicture')}</p>` : renderPicture(item, name, words)}
    </li>`;
  }

  #renderPublishing(version: CardVersion, words: Words, blocked: boolean): unknown {
    const { today } = this.host.session;
    const months = [...monthsUpTo(nextMonth(today.slice(0, 7)), 4)].reverse();
    return html`<section class="frame">
      <h2>${words.t('editor.publishTitle', { version: version.card.version })}</h2>
      <div class="fields">
        <mp-select
          label=${words.t('editor.effectiveFrom')}
          .options=${months.map((month) => ({ value: month, label: words.month(month) }))}
          .value=${version.effectiveFrom}
          @change=${(event: Event) => this.#change({ effectiveFrom: (event.currentTarget as HTMLElement & { value: string }).value })}
        ></mp-select>
      </div>
      <p class="note">${words.t('editor.effectiveNote')}</p>
      <mp-textarea
        label=${words.t('editor.note')}
        hint=${words.t('editor.noteHint')}
        maxlength="500"
        .value=${version.note}
        @change=${(event: Event) => this.#change({ note: (event.currentTarget as HTMLElement & { value: string }).value })}
      ></mp-textarea>
      <mp-switch
        label=${words.t('editor.names')}
        ?checked=${version.namesInTeam}
        @change=${(event: Event) => this.#change({ namesInTeam: (event.currentTarget as HTMLElement & { checked: boolean }).checked })}
      ></mp-switch>
      ${this.failure ? html`<p class="critical" role="alert">${this.failure.heading} ${this.failure.text} ${words.t('editor.kept')} ${this.failure.code ? html`<code>${this.failure.code}</code>` : nothing}</p>` : nothing}
      <div class="bar">
        <mp-button variant="primary" ?disabled=${blocked} ?loading=${this.saving} @click=${() => this.#publish()}
          >${words.t(this.failure ? 'editor.retry' : 'editor.publish')}</mp-button
        >
        <mp-button variant="quiet" @click=${() => this.#discard()}
          >${words.t(this.touched ? 'editor.discard' : 'editor.close')}</mp-button
        >
        ${blocked ? html`<span class="note">${words.t('editor.blocked')}</span>` : nothing}
      </div>
    </section>`;
  }

  protected override render(): unknown {
    const { draft } = this;
    if (!draft) return nothing;
    const words = new Words(this.host);
    const { card } = draft.version;
    const problems = this.#lint(card);
    const at = (itemId: string): LintProblem[] => problems.filter((problem) => placeOf(card, problem.path).item?.id === itemId);
    const others = problems.filter((problem) => {
      const place = placeOf(card, problem.path);
      return place.item === null && !problem.path.startsWith('grades') && problem.code !== 'card.weights-sum';
    });
    const gradeProblems = problems.filter((problem) => problem.path.startsWith('grades'));
    const blocked = problems.some((problem) => problem.level === 'error');
    return html`<div class="bar">
        <h2 class="grow">${words.t('editor.title', { name: words.text(card.name), from: draft.from })}</h2>
      </div>
      ${this.restored ? html`<p class="warning">${words.t('editor.restored')}</p>` : nothing} ${this.#renderWeights(card, words)}
      ${others.filter((problem) => weightSum(card) === 100 || !problem.path.startsWith('groups')).map((problem) => html`<p class="critical">${words.text(problem.message)} ${words.text(problem.remedy)}</p>`)}
      ${card.groups.map(
        (group) =>
          html`<section class="frame">
            <h2>
              ${words.text(group.name)}
              <span class="muted num"
                >${words.t('rules.groupWeight', { weight: group.items.reduce((sum, item) => sum + Math.round(item.weight * 1000), 0) / 1000 })}</span
              >
            </h2>
            <ul class="list">
              ${group.items.map((item) => this.#renderItem(item, card, words, at(item.id)))}
            </ul>
          </section>`,
      )}
      ${renderGrades(card, words, gradeProblems, (next) => this.#setCard(next))}
      ${this.#renderPublishing(draft.version, words, blocked)}`;
  }
}

function nextMonth(month: string): string {
  const [year = 0, number = 1] = month.split('-').map(Number);
  return number === 12 ? `${year + 1}-01` : `${year}-${String(number + 1).padStart(2, '0')}`;
}
