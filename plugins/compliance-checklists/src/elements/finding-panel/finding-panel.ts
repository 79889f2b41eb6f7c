import { html, nothing, property, requireElements, state, WriteConflict } from '@milepost/sdk';
import type { PropertyValues, RecordOf } from '@milepost/sdk';
import type { EvidenceKind } from '@milepost/checklist';
import { formatDate, formatInstant } from '@milepost/ui/format';
import type { OverviewView } from '../../controllers/overview-controller.ts';
import { ChecksStore } from '../../data/checks-store.ts';
import { dueOf } from '../../domain/due.ts';
import { isLate } from '../../domain/figures.ts';
import { peopleFor } from '../../domain/people.ts';
import type { FindingValue } from '../../domain/records.ts';
import { offeredSteps } from '../../domain/roles.ts';
import type { OfferedStep } from '../../domain/roles.ts';
import { nameOf } from '../../domain/scope.ts';
import { baseStyles } from '../shared/base.styles.ts';
import { ViewElement } from '../shared/view-element.ts';
import { errorText, severityTone } from '../shared/words.ts';
import { findingPanelStyles } from './finding-panel.styles.ts';
import { renderTimeline } from './render-timeline.ts';

type Evidence = Partial<Record<EvidenceKind, string>>;

/** What is being written for one finding; kept on this device. */
interface StepDraft {
  readonly to: string;
  readonly evidence: Evidence;
}

/**
 * @summary One finding: what was found, who puts it right until when and why then, the steps open to this person, and all steps taken.
 */
export class FindingPanel extends ViewElement {
  static override styles = [baseStyles, findingPanelStyles];

  @property({ attribute: false }) overview!: OverviewView;
  @property({ attribute: false }) findingId = '';
  @state() private record: RecordOf<FindingValue> | null = null;
  @state() private error: unknown = null;
  @state() private chosen = '';
  @state() private evidence: Evidence = {};
  @state() private problem = '';
  @state() private busy = false;
  @state() private assigning = false;
  @state() private assignee = '';
  @state() private reason = '';
  #asked = '';

  /** Something is written that was not sent. */
  get dirty(): boolean {
    return Object.values(this.evidence).some((text) => text.trim() !== '') || this.reason.trim() !== '';
  }

  override connectedCallback(): void {
    super.connectedCallback();
    void requireElements('mp-panel', 'mp-button', 'mp-badge', 'mp-select', 'mp-state');
  }

  protected override willUpdate(changed: PropertyValues): void {
    if (changed.has('findingId') && this.findingId !== this.#asked) void this.#load();
  }

  get #store(): ChecksStore {
    return new ChecksStore(this.host);
  }

  get #draftKey(): string {
    return `finding:${this.findingId}`;
  }

  async #load(): Promise<void> {
    const id = (this.#asked = this.findingId);
    Object.assign(this, { record: null, error: null, chosen: '', evidence: {}, problem: '', assigning: false, reason: '' });
    try {
      const record = await this.#store.findings.get(id);
      const draft = await this.host.drafts.get<StepDraft>(this.#draftKey);
      if (this.#asked !== id) return;
      if (!record) throw Object.assign(new Error(this.t('finding.unknown')), { code: 'finding.unknown' });
      this.record = record;
      if (draft) Object.assign(this, { chosen: draft.to, evidence: draft.evidence });
    } catch (error) {
      if (this.#asked === id) this.error = error;
    }
  }

  #write(kind: EvidenceKind, text: string): void {
    this.evidence = { ...this.evidence, [kind]: text };
    void this.host.drafts.set(this.#draftKey, { to: this.chosen, evidence: this.evidence } satisfies StepDraft);
  }

  async #send(work: () => Promise<RecordOf<FindingValue>>): Promise<void> {
    if (this.busy) return;
    this.busy = true;
    this.problem = '';
    try {
      this.record = await work();
      await this.host.drafts.remove(this.#draftKey);
      Object.assign(this, { chosen: '', evidence: {}, assigning: false, reason: '' });
      this.changed();
    } catch (error) {
      if (error instanceof WriteConflict) {
        this.record = (error.current as RecordOf<FindingValue> | null) ?? this.record;
        this.problem = this.t('finding.conflict');
      } else this.problem = errorText(this.host, error).text;
    }
    this.busy = false;
  }

  #step({ row }: OfferedStep): Promise<void> {
    const { record } = this;
    if (!record) return Promise.resolve();
    const evidence = Object.fromEntries(row.needs.map((kind) => [kind, this.evidence[kind] ?? '']));
    return this.#send(() => this.#store.step({ findingId: record.id, revision: record.revision, to: row.to, evidence }));
  }

  #assign(): Promise<void> {
    const { record } = this;
    if (!record) return Promise.resolve();
    return this.#send(() =>
      this.#store.assign({ findingId: record.id, revision: record.revision, ownerId: this.assignee, reason: this.reason.trim() }),
    );
  }

  #renderSteps(record: RecordOf<FindingValue>): unknown {
    const { user } = this.host.session;
    const steps = offeredSteps(record.id, record.value, record.ownerId, user);
    if (steps.length === 0)
      return html`<p class="muted small">${this.t(user.role === 'auditor' ? 'finding.read-only' : 'finding.waiting')}</p>`;
    return html`<div class="stack steps">
      ${steps.map((step) => {
        const key = `step.${record.value.state}.${step.row.to}`;
        if (step.blocked) return html`<p class="muted small">${this.t('finding.blocked', { step: this.t(key) })}</p>`;
        if (this.chosen !== step.row.to)
          return html`<mp-button @click=${() => (this.chosen = step.row.to)}>${this.t(key)}</mp-button>`;
        return this.#renderStep(step, this.t(key));
      })}
    </div>`;
  }

  #renderStep(step: OfferedStep, label: string): unknown {
    const missing = step.row.needs.some((kind) => !this.evidence[kind]?.trim());
    return html`<form class="step" @submit=${(event: Event) => event.preventDefault()}>
      <h4>${label}</h4>
      ${step.row.needs.map(
        (kind) =>
          html`<label
            >${this.t(`evidence.${kind}`)}<span class="muted small">${this.t(`evidence.${kind}.hint`)}</span
            ><textarea
              rows="3"
              maxlength="4000"
              .value=${this.evidence[kind] ?? ''}
              @input=${(event: Event) => this.#write(kind, (event.target as HTMLTextAreaElement).value)}
            ></textarea>
          </label>`,
      )}
      <div class="row">
        <mp-button variant="primary" ?disabled=${missing} ?loading=${this.busy} @click=${() => void this.#step(step)}
          >${label}</mp-button
        >
        <mp-button variant="quiet" @click=${() => (this.chosen = '')}>${this.t('cancel')}</mp-button>
      </div>
    </form>`;
  }

  #renderOwner(record: RecordOf<FindingValue>): unknown {
    const { user, today } = this.host.session;
    const may = (user.role === 'manager' || user.role === 'ops' || user.role === 'admin') && record.value.state !== 'closed';
    const name = nameOf(this.overview.organisation, record.ownerId);
    if (!this.assigning) {
      return html`<dd>
        ${name}
        ${
          may
            ? html`<button
                type="button"
                class="plain small"
                @click=${() => {
                  this.assigning = true;
                  this.assignee = '';
                }}
              >
                ${this.t('assign.button')}
              </button>`
            : nothing
        }
      </dd>`;
    }
    const people = peopleFor(user, this.overview.organisation, today).filter(({ id }) => id !== record.ownerId);
    return html`<dd class="stack">
      <mp-select
        .label=${this.t('assign.to')}
        .options=${people.map(({ id, name: label }) => ({ value: id, label }))}
        .value=${this.assignee}
        @change=${(event: Event) => (this.assignee = (event.target as HTMLSelectElement).value)}
      ></mp-select>
      <label
        >${this.t('assign.reason')}<textarea
          rows="2"
          maxlength="500"
          .value=${this.reason}
          @input=${(event: Event) => (this.reason = (event.target as HTMLTextAreaElement).value)}
        ></textarea>
      </label>
      <div class="row">
        <mp-button
          variant="primary"
          ?disabled=${!this.assignee || !this.reason.trim()}
          ?loading=${this.busy}
          @click=${() => void this.#assign()}
          >${this.t('assign.confirm')}</mp-button
        >
        <mp-button
          variant="quiet"
          @click=${() => {
            this.assigning = false;
            this.reason = '';
          }}
          >${this.t('cancel')}</mp-button
        >
      </div>
    </dd>`;
  }

  #renderDue({ value }: RecordOf<FindingValue>): unknown {
    const { today, tenant } = this.host.session;
    const { locale } = this;
    const from = value.history.findLast(({ to }) => to === 'reopened')?.at.slice(0, 10) ?? value.openedOn;
    const { workingDays } = dueOf(value.severity, value.openedOn, tenant);
    return html`<dd>
      <span class=${isLate(value, today) ? 'critical strong' : ''}
        >${formatDate(value.dueOn, { locale })}${isLate(value, today) ? ` · ${this.t('finding.late')}` : ''}</span
      >
      <span class="muted small"
        >${this.t('due.why', { n: workingDays, severity: this.t(`severity.${value.severity}`), from: formatDate(from, { locale, style: 'short' }) })}
        ${this.t(`due.${value.dueStatus}`)}</span
      >
    </dd>`;
  }

  #renderBody(record: RecordOf<FindingValue>): unknown {
    const { value } = record;
    const { locale } = this;
    const when = (at: string): string => formatInstant(at, { locale, timeZone: this.host.session.tenant.timeZone });
    return html`<div class="stack">
      <p class="row">
        <mp-badge .tone=${severityTone[value.severity]}>${this.t(`severity.${value.severity}`)}</mp-badge
        ><span class="strong">${this.t(`state.${value.state}`)}</span>
      </p>
      <p>${value.description}</p>
      <dl>
        <dt>${this.t('column.account')}</dt>
        <dd><a href=${this.host.navigate.href({ account: record.accountId ?? '' })}>${value.accountName}</a></dd>
        <dt>${this.t('column.owner')}</dt>
        ${this.#renderOwner(record)}
        <dt>${this.t('column.due')}</dt>
        ${this.#renderDue(record)}
        <dt>${this.t('finding.run')}</dt>
        <dd>
          <button
            type="button"
            class="plain"
            @click=${() => this.host.navigate.setParams({ finding: null, tab: null, run: value.runId })}
          >
            ${this.t('finding.run.open', { version: value.templateVersion })}
          </button>
        </dd>
      </dl>
      ${this.problem ? html`<p class="critical" role="alert">${this.problem}</p>` : nothing} ${this.#renderSteps(record)}
      <h4>${this.t('timeline.title')}</h4>
      ${renderTimeline(value, { t: this.t.bind(this), when, name: (id) => nameOf(this.overview.organisation, id) })}
    </div>`;
  }

  protected override render(): unknown {
    const close = (): void => this.host.navigate.setParams({ finding: null });
    const heading = this.record ? this.say(this.record.value.title) : this.t('tab.findings');
    const { text, code } = this.error ? errorText(this.host, this.error) : { text: '', code: '' };
    return html`<mp-panel open .heading=${heading} @mp-close=${close}>
      ${
        this.error
          ? html`<mp-state
              kind="error"
              .heading=${this.t('error.load')}
              .text=${text}
              .code=${code}
              @mp-retry=${() => void this.#load()}
            ></mp-state>`
          : this.record
            ? this.#renderBody(this.record)
            : html`<mp-state shape="lines"></mp-state>`
      }
    </mp-panel>`;
  }
}
