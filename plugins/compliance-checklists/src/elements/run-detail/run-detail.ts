import { html, nothing, property, requireElements, state } from '@milepost/sdk';
import type { PropertyValues, RecordOf } from '@milepost/sdk';
import { score } from '@milepost/checklist';
import type { ChecklistItem, ChecklistScore, ScoreLine, SectionScore, Template } from '@milepost/checklist';
import { formatDate, formatInstant } from '@milepost/ui/format';
import type { OverviewView } from '../../controllers/overview-controller.ts';
import { loadAttachments, pictureOf } from '../../data/attachments.ts';
import { ChecksStore } from '../../data/checks-store.ts';
import { isLate } from '../../domain/figures.ts';
import { itemOf, itemsOf } from '../../domain/outcome.ts';
import type { AttachmentValue, RunValue } from '../../domain/records.ts';
import { nameOf } from '../../domain/scope.ts';
import { answerText } from '../shared/answer-text.ts';
import { baseStyles } from '../shared/base.styles.ts';
import { ViewElement } from '../shared/view-element.ts';
import { errorText, percentText, resultTone, severityTone } from '../shared/words.ts';
import { runDetailStyles } from './run-detail.styles.ts';

interface Loaded {
  readonly run: RecordOf<RunValue>;
  readonly template: Template;
  readonly score: ChecklistScore;
  readonly history: readonly RecordOf<RunValue>[];
  readonly attachments: ReadonlyMap<string, RecordOf<AttachmentValue>>;
}

/**
 * @summary A submitted check: its score line by line down to the answers, its findings, and how the record came about.
 */
export class RunDetail extends ViewElement {
  static override styles = [baseStyles, runDetailStyles];

  @property({ attribute: false }) overview!: OverviewView;
  @property({ attribute: false }) params: Readonly<Record<string, string>> = {};
  @state() private loaded: Loaded | null = null;
  @state() private error: unknown = null;
  #asked = '';

  override connectedCallback(): void {
    super.connectedCallback();
    void requireElements('mp-button', 'mp-badge', 'mp-state');
  }

  protected override willUpdate(changed: PropertyValues): void {
    const id = this.params['run'] ?? '';
    if (changed.has('params') && id && id !== this.#asked) void this.#load(id);
  }

  async #load(id: string): Promise<void> {
    this.#asked = id;
    this.loaded = null;
    this.error = null;
    const store = new ChecksStore(this.host);
    try {
      const run = await store.runs.get(id);
      const record = run && (await store.template(run.value.templateId, run.value.templateVersion));
      if (!run || !record) throw Object.assign(new Error(this.t('form.unknown')), { code: 'run.unknown' });
      const [history, attachments] = await Promise.all([store.runs.history(id), loadAttachments(this.host, id)]);
      if (this.#asked !== id) return;
      const { template } = record.value;
      this.loaded = { run, template, score: score(template, run.value.answers), history, attachments };
    } catch (error) {
      if (this.#asked === id) this.error = error;
    }
  }

  #renderLine(loaded: Loaded, section: SectionScore, line: ScoreLine): unknown {
    const item = itemOf(loaded.template, line.itemId);
    const answer = loaded.run.value.answers[line.itemId] ?? null;
    const share = section.denominator === 0 ? 0 : line.weight / section.denominator;
    return html`<li data-failed=${line.score !== null && line.score < 100 ? 'true' : nothing}>
      <div class="line">
        <span class="grow"
          >${this.say(line.title)}
          ${line.critical ? html`<mp-badge tone="critical">${this.t('form.critical')}</mp-badge>` : nothing}</span
        >
        <span class="number">${line.score ?? '—'}</span>
        <span class="number points">${percentText(line.points)}</span>
      </div>
      <div class="muted small">
        ${item ? answerText(item, answer, this.locale, this.t.bind(this)) : '—'} ·
        ${this.t('detail.weight', { share: percentText(Math.round(share * 100_000)) })}
      </div>
      ${item ? this.#renderEvidence(loaded, item) : nothing}
    </li>`;
  }

  #renderEvidence({ run, attachments }: Loaded, item: ChecklistItem): unknown {
    const answer = run.value.answers[item.id];
    if (!answer) return nothing;
    const own =
      item.type === 'photo' || item.type === 'file'
        ? Array.isArray(answer.value)
          ? (answer.value as readonly string[])
          : []
        : [];
    const ids = [...own, ...(answer.photos ?? []), ...(answer.files ?? [])];
    return html`${answer.note ? html`<p class="quote small">${answer.note}</p>` : nothing}
    ${
      ids.length
        ? html`<ul class="attachments">
            ${ids.map((id) => {
              const value = attachments.get(id)?.value;
              const url = value ? pictureOf(value) : null;
              const size = value ? `${Math.ceil(value.size / 1024)} kB` : '';
              return html`<li>
                ${url ? html`<img src=${url} alt=${value?.name ?? ''} />` : nothing}<span class="small"
                  >${value ? `${value.name} · ${this.t('attachment.fingerprint', { size, hash: value.sha256.slice(0, 12) })}` : this.t('attachment.unknown')}</span
                >
              </li>`;
            })}
          </ul>`
        : nothing
    }`;
  }

  #renderSection(loaded: Loaded, section: SectionScore): unknown {
    return html`<section class="card">
      <h3 class="line">
        <span class="grow">${this.say(section.title)}</span>
        <span class="number">${percentText(section.percent)}</span>
        <span class="number points">${percentText(section.points)}</span>
      </h3>
      ${section.belowFloor ? html`<p class="critical small">${this.t('detail.floor', { floor: section.floor ?? 0 })}</p>` : nothing}
      <ul class="lines">
        ${section.lines.map((line) => this.#renderLine(loaded, section, line))}
      </ul>
    </section>`;
  }

  #renderOthers(loaded: Loaded): unknown {
    const scored = new Set(loaded.score.sections.flatMap(({ lines }) => lines.map(({ itemId }) => itemId)));
    const answers = loaded.run.value.answers;
    const others = itemsOf(loaded.template).filter(({ id }) => !scored.has(id) && Object.hasOwn(answers, id));
    if (others.length === 0) return nothing;
    return html`<section class="card">
      <h3>${this.t('detail.others')}</h3>
      <p class="muted small">${this.t('detail.others.note')}</p>
      <ul class="lines">
        ${others.map(
          (item) =>
            html`<li>
              <div class="line">
                <span class="grow">${this.say(item.title)}</span
                ><span>${answerText(item, answers[item.id] ?? null, this.locale, this.t.bind(this))}</span>
              </div>
              ${this.#renderEvidence(loaded, item)}
            </li>`,
        )}
      </ul>
    </section>`;
  }

  #renderFindings(runId: string): unknown {
    const findings = this.overview.findings.filter((finding) => finding.runId === runId);
    if (findings.length === 0) return nothing;
    const { today } = this.host.session;
    return html`<section class="card">
      <h3>${this.t('detail.findings', { n: findings.length })}</h3>
      <ul class="lines">
        ${findings.map(
          (finding) =>
            html`<li>
              <button
                type="button"
                class="plain"
                @click=${() => this.host.navigate.setParams({ run: null, tab: 'findings', finding: finding.id })}
              >
                ${this.say(finding.title)}
              </button>
              <p class="row small">
                <mp-badge .tone=${severityTone[finding.severity]}>${this.t(`severity.${finding.severity}`)}</mp-badge>
                <span>${this.t(`state.${finding.state}`)}</span
                ><span class="muted">${nameOf(this.overview.organisation, finding.ownerId)}</span>
                <span class=${isLate(finding, today) ? 'critical' : 'muted'}
                  >${this.t('finding.due', { day: formatDate(finding.dueOn, { locale: this.locale, style: 'short' }) })}</span
                >
              </p>
            </li>`,
        )}
      </ul>
    </section>`;
  }

  #renderHistory({ history }: Loaded): unknown {
    const { timeZone } = this.host.session.tenant;
    return html`<details class="card">
      <summary>${this.t('detail.history', { n: history.length })}</summary>
      <ol class="lines">
        ${history.map(
          ({ revision, updatedAt, updatedBy, value }) =>
            html`<li class="small">
              <span class="number">#${revision}</span>
              ${formatInstant(updatedAt, { locale: this.locale, timeZone })} · ${nameOf(this.overview.organisation, updatedBy)} ·
              ${this.t(value.status === 'submitted' ? 'detail.history.submitted' : 'detail.history.draft', { n: Object.keys(value.answers).length })}
            </li>`,
        )}
      </ol>
    </details>`;
  }

  #renderHead({ run, template, score: scored }: Loaded): unknown {
    const { submitted } = run.value;
    const result = submitted?.result ?? scored.result;
    const risk = template.riskLevels?.find(({ id }) => id === submitted?.riskLevelId);
    return html`<div>
      <h2>${run.value.accountName}</h2>
      <p class="muted">
        ${this.say(template.title)} · v${template.version} · ${nameOf(this.overview.organisation, run.value.inspectorId)} ·
        ${formatDate(run.value.dayOn, { locale: this.locale })}
      </p>
      <p class="result row">
        <span class="score number">${percentText(submitted?.percent ?? scored.percent)}</span
        ><mp-badge .tone=${resultTone[result]}>${this.t(`result.${result}`)}</mp-badge>
        ${risk ? html`<span class="muted">${this.say(risk.title)}</span>` : nothing}
      </p>
      ${
        scored.reasons.length
          ? html`<ul class="reasons">
              ${scored.reasons.map(({ message }) => html`<li>${this.say(message)}</li>`)}
            </ul>`
          : nothing
      }
      <p class="muted small">
        ${this.t('detail.formula', { pass: template.passFrom ?? 0 })} ${this.t('detail.bound', { version: template.version })}
      </p>
      ${template.notice ? html`<p class="muted small">${this.say(template.notice)}</p>` : nothing}
    </div>`;
  }

  protected override render(): unknown {
    const back = html`<div>
      <mp-button variant="quiet" icon="chevron-left" @click=${() => this.host.navigate.setParams({ run: null })}
        >${this.t('back.checks')}</mp-button
      >
    </div>`;
    if (this.error) {
      const { text, code } = errorText(this.host, this.error);
      return html`${back}<mp-state
          kind="error"
          .heading=${this.t('error.load')}
          .text=${text}
          .code=${code}
          @mp-retry=${() => void this.#load(this.#asked)}
        ></mp-state>`;
    }
    const { loaded } = this;
    if (!loaded) return html`${back}<mp-state shape="lines"></mp-state>`;
    return html`<div class="stack">
      ${back} ${this.#renderHead(loaded)} ${this.#renderFindings(loaded.run.id)}
      <p class="line small muted legend">
        <span class="grow">${this.t('detail.question')}</span><span>${this.t('detail.score')}</span
        ><span class="points">${this.t('detail.points')}</span>
      </p>
      ${loaded.score.sections.map((section) => this.#renderSection(loaded, section))} ${this.#renderOthers(loaded)}
      ${this.#renderHistory(loaded)}
    </div>`;
  }
}
