import { html, nothing, property, requireElements, state } from '@milepost/sdk';
import type { ChecklistItem, Problem, Section, Template } from '@milepost/checklist';
import type { TemplateRecord } from '../../data/checks-store.ts';
import { nextVersion, publishProblems, readTemplate, withChange } from '../../domain/edit-template.ts';
import type { TemplateValue, Text } from '../../domain/records.ts';
import { templateRecordId } from '../../domain/records.ts';
import { baseStyles } from '../shared/base.styles.ts';
import { ViewElement } from '../shared/view-element.ts';
import { errorText } from '../shared/words.ts';
import { renderLint } from '../templates-view/render-template.ts';
import { templatesViewStyles } from '../templates-view/templates-view.styles.ts';
import { templateEditorStyles } from './template-editor.styles.ts';

interface Draft {
  readonly template: Template;
  readonly purpose: Text;
}

const draftKey = 'template-editor';

/**
 * @summary A new version of a checklist: texts, weights, severities, checked while they are typed; everything else comes by import.
 */
export class TemplateEditor extends ViewElement {
  static override styles = [baseStyles, templatesViewStyles, templateEditorStyles];

  @property({ attribute: false }) templates: readonly TemplateRecord[] = [];
  @property({ attribute: false }) close: () => void = () => undefined;
  @state() private draft: Draft | null = null;
  @state() private importProblems: readonly Problem[] = [];
  @state() private problem = '';
  @state() private busy = false;
  @state() private restored = false;
  @state() private touched = false;

  /** Changes that are not published. */
  get dirty(): boolean {
    return this.touched;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    void requireElements('mp-button', 'mp-badge');
  }

  /** Starts from a version, as its successor or as a copy under a new name, or empty for an import. */
  begin(from: TemplateValue | null, mode: 'version' | 'copy' | 'import'): void {
    if (from) {
      const { template, purpose } = from;
      const copy = mode === 'copy';
      const id = copy ? `${template.id}-copy`.slice(0, 64) : template.id;
      this.draft = { purpose, template: { ...template, id, version: copy ? '1.0.0' : nextVersion(template.version) } };
    }
    void this.#restore();
  }

  async #restore(): Promise<void> {
    const kept = await this.host.drafts.get<Draft>(draftKey);
    const same =
      kept && this.draft && kept.template.id === this.draft.template.id && kept.template.version === this.draft.template.version;
    if (!same) return;
    this.draft = kept;
    this.restored = true;
    this.touched = true;
  }

  #change(path: string, value: unknown): void {
    if (!this.draft) return;
    this.draft = withChange(this.draft, path, value);
    this.touched = true;
    void this.host.drafts.set(draftKey, this.draft);
  }

  async #import(event: Event): Promise<void> {
    const input = event.target as HTMLInputElement;
    const text = await input.files?.[0]?.text();
    input.value = '';
    if (text === undefined) return;
    const read = readTemplate(text);
    this.importProblems = read.ok ? [] : read.problems;
    if (!read.ok) return;
    const known = this.templates.find(({ value }) => value.templateId === read.template.id);
    this.draft = { template: read.template, purpose: known?.value.purpose ?? read.template.title };
    this.touched = true;
  }

  async #publish({ template, purpose }: Draft): Promise<void> {
    if (this.busy) return;
    const question = {
      title: this.t('editor.publish.title', { version: template.version }),
      text: this.t('editor.publish.text'),
      confirmLabel: this.t('editor.publish'),
    };
    if (!(await this.host.confirm(question))) return;
    this.busy = true;
    this.problem = '';
    const before = this.templates.filter(({ value }) => value.templateId === template.id && value.active);
    const value: TemplateValue = { templateId: template.id, version: template.version, active: true, purpose, template };
    try {
      await this.host.data.collection<TemplateValue>('templates').batch([
        ...before.map((record) => ({
          op: 'put' as const,
          id: record.id,
          revision: record.revision,
          value: { ...record.value, active: false },
        })),
        { op: 'put', id: templateRecordId(template.id, template.version), revision: 0, value },
      ]);
      await this.host.drafts.remove(draftKey);
      this.touched = false;
      this.changed();
      this.dispatchEvent(new CustomEvent('checks-changed', { bubbles: true, composed: true }));
      this.host.notify({ tone: 'positive', text: this.t('editor.published', { version: template.version }) });
      this.close();
    } catch (error) {
      this.problem = errorText(this.host, error).text;
    }
    this.busy = false;
  }

  async #leave(): Promise<void> {
    const question = {
      title: this.t('editor.leave.title'),
      text: this.t('editor.leave.text'),
      confirmLabel: this.t('editor.leave'),
      tone: 'danger' as const,
    };
    if (this.touched && !(await this.host.confirm(question))) return;
    await this.host.drafts.remove(draftKey);
    this.close();
  }

  #renderText(label: string, path: string, value: string): unknown {
    return html`<label
      >${label}<textarea
        rows="1"
        maxlength="500"
        .value=${value}
        @input=${(event: Event) => this.#change(path, (event.target as HTMLTextAreaElement).value)}
      ></textarea>
    </label>`;
  }

  #renderBoth(label: string, path: string, { zh, en }: Text): unknown {
    return html`<div class="both">
      ${this.#renderText(`${label} · 中文`, `${path}.zh`, zh)}${this.#renderText(`${label} · English`, `${path}.en`, en)}
    </div>`;
  }

  #renderNumber(label: string, path: string, value: number | undefined): unknown {
    const input = (event: Event): void => {
      const raw = (event.target as HTMLInputElement).value.normalize('NFKC').trim();
      const read = Number(raw);
      this.#change(path, raw === '' ? undefined : Number.isFinite(read) ? read : raw);
    };
    return html`<label class="short"
      >${label}<input inputmode="decimal" .value=${value === undefined ? '' : String(value)} @change=${input}
    /></label>`;
  }

  #renderItem(item: ChecklistItem, path: string): unknown {
    const severities = ['minor', 'major', 'critical'] as const;
    return html`<li class="item">
      ${this.#renderBoth(this.t('editor.question'), `${path}.title`, item.title)}
      <div class="row">
        ${this.#renderNumber(this.t('editor.weight'), `${path}.weight`, item.weight)}
        <label class="short"
          >${this.t('column.severity')}<select
            @change=${(event: Event) => this.#change(`${path}.severity`, (event.target as HTMLSelectElement).value || undefined)}
          >
            <option value="" .selected=${!item.severity}>—</option>
            ${severities.map((severity) => html`<option value=${severity} .selected=${item.severity === severity}>${this.t(`severity.${severity}`)}</option>`)}
          </select></label
        >
        <label class="check"
          ><input
            type="checkbox"
            .checked=${item.critical === true}
            @change=${(event: Event) => this.#change(`${path}.critical`, (event.target as HTMLInputElement).checked || undefined)}
          />
          ${this.t('form.critical')}</label
        >
      </div>
    </li>`;
  }

  #renderSection(section: Section, index: number): unknown {
    const path = `template.sections.${index}`;
    const sum = section.items.reduce((total, { weight = 0 }) => total + weight, 0);
    return html`<details class="card">
      <summary>
        <span class="grow strong">${index + 1}. ${this.say(section.title)}</span
        ><span class="muted small">${this.t('editor.sum', { sum: Math.round(sum * 1000) / 1000 })}</span>
      </summary>
      ${this.#renderBoth(this.t('editor.section'), `${path}.title`, section.title)}
      <div class="row">
        ${this.#renderNumber(this.t('editor.weight'), `${path}.weight`, section.weight)}${this.#renderNumber(this.t('editor.floor'), `${path}.floor`, section.floor)}
      </div>
      <ol>
        ${section.items.map((item, i) => this.#renderItem(item, `${path}.items.${i}`))}
      </ol>
    </details>`;
  }

  #renderDraft(draft: Draft): unknown {
    const { template, purpose } = draft;
    const problems = publishProblems(template, new Set(this.templates.map(({ id }) => id)));
    const errors = problems.filter(({ level }) => level === 'error').length;
    const context = { locale: this.locale, t: this.t.bind(this), say: this.say.bind(this) };
    const total = template.sections.reduce((sum, { weight = 0 }) => sum + weight, 0);
    return html`${this.restored ? html`<p class="restored" role="status">${this.t('editor.restored')}</p>` : nothing}
      <section class="card">
        <div class="row">
          <label class="short"
            >${this.t('editor.id')}<input
              autocomplete="off"
              .value=${template.id}
              @change=${(event: Event) => this.#change('template.id', (event.target as HTMLInputElement).value.trim())}
          /></label>
          <label class="short"
            >${this.t('editor.version')}<input
              autocomplete="off"
              .value=${template.version}
              @change=${(event: Event) => this.#change('template.version', (event.target as HTMLInputElement).value.trim())}
          /></label>
          ${this.#renderNumber(this.t('editor.pass'), 'template.passFrom', template.passFrom)}
        </div>
        ${this.#renderBoth(this.t('editor.title'), 'template.title', template.title)}
        ${this.#renderBoth(this.t('editor.purpose'), 'purpose', purpose)}
        <p class="muted small">${this.t('editor.total', { sum: Math.round(total * 1000) / 1000 })}</p>
      </section>
      ${renderLint(context, problems, template)} ${template.sections.map((section, index) => this.#renderSection(section, index))}
      ${this.problem ? html`<p class="critical" role="alert">${this.problem}</p>` : nothing}
      <div class="row">
        <mp-button variant="primary" ?disabled=${errors > 0} ?loading=${this.busy} @click=${() => void this.#publish(draft)}
          >${this.t('editor.publish')}</mp-button
        >
        ${errors > 0 ? html`<span class="critical small">${this.t('editor.blocked', { n: errors })}</span>` : nothing}
      </div>`;
  }

  protected override render(): unknown {
    const context = { locale: this.locale, t: this.t.bind(this), say: this.say.bind(this) };
    return html`<div class="stack">
      <div class="row">
        <mp-button variant="quiet" icon="chevron-left" @click=${() => void this.#leave()}>${this.t('template.back')}</mp-button>
        <span class="grow"></span>
        <label class="upload"
          ><input
            type="file"
            accept="application/json,.json"
            @change=${(event: Event) => void this.#import(event)}
          />${this.t('template.import')}</label
        >
      </div>
      <h2>${this.t('editor.heading')}</h2>
      ${this.importProblems.length ? renderLint(context, this.importProblems, this.draft?.template ?? { id: '', version: '', title: { zh: '', en: '' }, hiddenAnswer: 'clear', sections: [] }) : nothing}
      ${this.draft ? this.#renderDraft(this.draft) : html`<p class="muted">${this.t('editor.import.hint')}</p>`}
    </div>`;
  }
}
