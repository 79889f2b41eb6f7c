import { guard, html, nothing, property, repeat, requireElements, state } from '@milepost/sdk';
import type { PropertyValues, RecordOf } from '@milepost/sdk';
import type { Section } from '@milepost/checklist';
import type { OverviewView } from '../../controllers/overview-controller.ts';
import { RunController } from '../../controllers/run-controller.ts';
import { loadAttachments, pictureOf, storeAttachment } from '../../data/attachments.ts';
import type { AttachmentValue } from '../../domain/records.ts';
import { baseStyles } from '../shared/base.styles.ts';
import { ViewElement } from '../shared/view-element.ts';
import { errorText } from '../shared/words.ts';
import type { AttachmentShown, FormContext } from './form-context.ts';
import { renderQuestion } from './question.ts';
import { renderConflict } from './render-conflict.ts';
import { isDone, renderBar, renderHead, renderSectionNav } from './render-frame.ts';
import { ReviewState } from './review-state.ts';
import { renderReview } from './render-review.ts';
import { controlStyles, runFormStyles } from './run-form.styles.ts';

/**
 * @summary A check being filled in. Only the question that was answered and those that depend on it are drawn again.
 */
export class RunForm extends ViewElement {
  static override styles = [baseStyles, controlStyles, runFormStyles];

  @property({ attribute: false }) overview!: OverviewView;
  @property({ attribute: false }) params: Readonly<Record<string, string>> = {};

  readonly run = new RunController(this, () => this.host);
  readonly review = new ReviewState(() => this.requestUpdate());
  @state() showMissing = false;
  @state() problem = '';
  @state() submitting = false;
  #notes = new Set<string>();
  #typed = new Map<string, string>();
  #attachments: ReadonlyMap<string, RecordOf<AttachmentValue>> = new Map();
  #context: FormContext | null = null;

  /** Something is not on the gateway yet. */
  get dirty(): boolean {
    return this.run.unsynced > 0;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    void requireElements('mp-button', 'mp-badge', 'mp-icon', 'mp-state', 'mp-select', 'mp-date');
  }

  protected override willUpdate(changed: PropertyValues): void {
    const id = this.params['fill'];
    if (changed.has('params') && id && this.run.record?.id !== id) void this.#load(id);
  }

  async #load(id: string): Promise<void> {
    this.#typed.clear();
    this.#notes.clear();
    this.showMissing = false;
    this.review.close();
    await this.run.load(id);
    if (this.run.record?.value.status === 'submitted') return this.host.navigate.setParams({ fill: null, run: id });
    this.#attachments = await loadAttachments(this.host, id).catch(() => new Map<string, RecordOf<AttachmentValue>>());
    this.requestUpdate();
  }

  /** The same object as long as language and questions asked stay, so that unchanged questions are not drawn again. */
  #formContext(): FormContext {
    const { locale, showMissing } = this;
    if (this.#context?.locale === locale && this.#context.showMissing === showMissing) return this.#context;
    return (this.#context = {
      locale,
      showMissing,
      t: this.t.bind(this),
      say: this.say.bind(this),
      answer: (id) => this.run.answer(id),
      set: (id, answer) => this.run.set(id, answer),
      noteOpen: (id) => this.#notes.has(id),
      openNote: (id) => this.#openNote(id),
      typed: (id) => this.#typed.get(id),
      setTyped: (id, text) => void (text === undefined ? this.#typed.delete(id) : this.#typed.set(id, text)),
      attach: (_itemId, kind, file) => this.#attach(kind, file),
      detach: (id) => this.#detach(id),
      attachment: (id) => this.#attachment(id),
    });
  }

  #openNote(id: string): void {
    this.#notes.add(id);
    this.run.set(id, this.run.answer(id));
    void this.updateComplete.then(() => this.renderRoot.querySelector<HTMLElement>(`#q-${CSS.escape(id)} textarea`)?.focus());
  }

  async #attach(kind: 'photo' | 'file', file: File): Promise<string | null> {
    if (!this.run.record) return null;
    try {
      const record = await storeAttachment(this.host, this.run.record, kind, file);
      if (!record) this.host.notify({ tone: 'warning', text: this.t('attachment.unreadable') });
      if (record) this.#attachments = new Map(this.#attachments).set(record.id, record);
      return record?.id ?? null;
    } catch (error) {
      this.host.notify({
        tone: 'critical',
        text: this.t('attachment.failed', { reason: errorText(this.host, error).text }),
      });
      return null;
    }
  }

  #detach(id: string): void {
    const record = this.#attachments.get(id);
    // The answer no longer names it; a record that stays behind is unseen and goes with the draft.
    if (record)
      void this.host.data
        .collection('attachments')
        .remove(id, record.revision)
        .catch(() => undefined);
  }

  #attachment(id: string): AttachmentShown {
    const value = this.#attachments.get(id)?.value;
    if (!value) return { name: this.t('attachment.unknown'), note: '', url: null };
    const size = `${Math.ceil(value.size / 1024)} kB`;
    return {
      name: value.name,
      note: this.t('attachment.fingerprint', { size, hash: value.sha256.slice(0, 12) }),
      url: pictureOf(value),
    };
  }

  /** Shows what is missing and goes to the first such question. */
  readonly jumpToMissing = (): void => {
    this.showMissing = true;
    const { missing, errors } = this.run.evaluation;
    const path = (errors[0] ?? missing[0])?.path ?? '';
    const [, section, , item] = path.split('.').map(Number);
    const id = this.run.template?.value.template.sections[section ?? -1]?.items[item ?? -1]?.id;
    if (!id) return;
    void this.updateComplete.then(() => this.#reveal(`q-${id}`));
  };

  /** Brings something into view and puts the focus on its first control. */
  #reveal(id: string): void {
    const target = this.renderRoot.querySelector<HTMLElement>(`#${CSS.escape(id)}`);
    target?.scrollIntoView({
      block: 'center',
      behavior: matchMedia('(prefers-reduced-motion: reduce)').matches ? 'auto' : 'smooth',
    });
    const control = target?.querySelector<HTMLElement>('input:not([type=file]), textarea, mp-date') ?? target;
    control?.focus({ preventScroll: true });
  }

  readonly jumpToSection = (sectionId: string): void => this.#reveal(`s-${sectionId}`);

  readonly discard = async (): Promise<void> => {
    const sure = await this.host.confirm({
      title: this.t('form.discard.title'),
      text: this.t('form.discard.text'),
      confirmLabel: this.t('form.discard'),
      tone: 'danger',
    });
    if (!sure) return;
    try {
      await this.run.discard();
      this.changed();
      this.host.navigate.setParams({ fill: null });
    } catch (error) {
      this.problem = errorText(this.host, error).text;
    }
  };

  readonly submit = async (): Promise<void> => {
    if (this.submitting) return;
    this.submitting = true;
    this.problem = '';
    try {
      const done = await this.run.submit(this.review.chosen());
      for (const { itemId } of this.review.chosen()) {
        this.host.events.emit('compliance-checklists/finding-changed', {
          accountId: done.accountId ?? '',
          findingId: `${done.id}.${itemId}`,
          state: 'open',
        });
      }
      this.changed();
      this.host.notify({ tone: 'positive', text: this.t('form.submitted') });
      this.host.navigate.setParams({ fill: null, run: done.id });
    } catch (error) {
      this.problem = errorText(this.host, error).text;
    }
    this.submitting = false;
  };

  #renderSection(context: FormContext, section: Section, ordinal: number): unknown {
    const shown = section.items.filter((item) => this.run.item(item.id)?.visible);
    if (shown.length === 0) return nothing;
    // Counted as in the row of sections: an answer whose photo is missing is not done.
    const done = shown.filter((item) => isDone(this.run.item(item.id))).length;
    return html`<section id="s-${section.id}" class="section" tabindex="-1" aria-labelledby="h-${section.id}">
      <h3 id="h-${section.id}">
        <span class="grow">${ordinal}. ${this.say(section.title)}</span>
        <span class="muted small number">${done}/${shown.length}</span>
      </h3>
      ${repeat(
        shown,
        (item) => item.id,
        (item, index) => {
          const itemState = this.run.item(item.id);
          const number = `${ordinal}.${index + 1}`;
          return (
            itemState &&
            guard([context, this.run.version(item.id), number, this.#attachments, this.#notes.has(item.id)], () =>
              renderQuestion(context, item, itemState, number),
            )
          );
        },
      )}
    </section>`;
  }

  protected override render(): unknown {
    const { template, record, error, conflict } = this.run;
    if (error) {
      const { text, code } = errorText(this.host, error);
      return html`<mp-state
        kind="error"
        .heading=${this.t('error.load')}
        .text=${text}
        .code=${code}
        @mp-retry=${() => void this.#load(this.params['fill'] ?? '')}
      >
        <mp-button slot="action" @click=${() => this.host.navigate.setParams({ fill: null })}>${this.t('back.checks')}</mp-button>
      </mp-state>`;
    }
    if (!template || !record) return html`<mp-state shape="lines"></mp-state>`;
    if (conflict) return renderConflict(this, conflict, template.value.template);
    if (this.review.open) return renderReview(this);
    const context = this.#formContext();
    return html`${renderHead(this)} ${renderSectionNav(this)}
      <div class="sections">
        ${template.value.template.sections.map((section, index) => this.#renderSection(context, section, index + 1))}
      </div>
      ${renderBar(this)}`;
  }
}
