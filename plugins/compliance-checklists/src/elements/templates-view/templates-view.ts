import { html, nothing, property, requireElements, state } from '@milepost/sdk';
import { lintTemplate } from '@milepost/checklist';
import type { OverviewView } from '../../controllers/overview-controller.ts';
import type { TemplateRecord } from '../../data/checks-store.ts';
import { sortTemplates } from '../../data/templates.ts';
import { itemsOf } from '../../domain/outcome.ts';
import { baseStyles } from '../shared/base.styles.ts';
import { createInner } from '../shared/inner-element.ts';
import { ViewElement } from '../shared/view-element.ts';
import { errorText } from '../shared/words.ts';
import type { TemplateEditor } from '../template-editor/template-editor.ts';
import { downloadTemplate } from './download.ts';
import { renderLint, renderTemplate } from './render-template.ts';
import { templatesViewStyles } from './templates-view.styles.ts';

/**
 * @summary Checklists with their versions: to read, and for operations to copy, change, publish and switch off.
 */
export class TemplatesView extends ViewElement {
  static override styles = [baseStyles, templatesViewStyles];

  @property({ attribute: false }) overview!: OverviewView;
  @property({ attribute: false }) params: Readonly<Record<string, string>> = {};
  @state() private problem = '';
  @state() private busy = '';
  #editor: TemplateEditor | null = null;

  get dirty(): boolean {
    return this.#editor?.dirty ?? false;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    void requireElements('mp-button', 'mp-badge', 'mp-state');
  }

  get #mayEdit(): boolean {
    const { role } = this.host.session.user;
    return role === 'ops' || role === 'admin';
  }

  async #toggle(record: TemplateRecord): Promise<void> {
    const active = !record.value.active;
    const question = {
      title: this.t(active ? 'template.activate.title' : 'template.deactivate.title', { version: record.value.version }),
      text: this.t(active ? 'template.activate.text' : 'template.deactivate.text'),
      confirmLabel: this.t(active ? 'template.activate' : 'template.deactivate'),
    };
    if (!(await this.host.confirm(question))) return;
    this.busy = record.id;
    this.problem = '';
    const others = active
      ? this.overview.templates.filter(
          ({ value, id }) => value.templateId === record.value.templateId && value.active && id !== record.id,
        )
      : [];
    try {
      await this.host.data
        .collection('templates')
        .batch([
          ...others.map(({ id, revision, value }) => ({ op: 'put' as const, id, revision, value: { ...value, active: false } })),
          { op: 'put', id: record.id, revision: record.revision, value: { ...record.value, active } },
        ]);
      this.changed();
    } catch (error) {
      this.problem = errorText(this.host, error).text;
    }
    this.busy = '';
  }

  async #edit(record: TemplateRecord | null, mode: 'version' | 'copy' | 'import'): Promise<void> {
    const { TemplateEditor: Editor } = await import('../template-editor/template-editor.ts');
    const editor = createInner(Editor, 'milepost-compliance-editor');
    const close = (): void => {
      this.#editor = null;
      this.requestUpdate();
    };
    Object.assign(editor, { host: this.host, templates: this.overview.templates, close });
    editor.begin(record?.value ?? null, mode);
    this.#editor = editor;
    this.requestUpdate();
  }

  #renderRow(record: TemplateRecord): unknown {
    const { template, version, active, purpose } = record.value;
    const lint = lintTemplate(template);
    return html`<li class="card">
      <div class="row">
        <h3 class="grow">${this.say(template.title)} <span class="muted number">v${version}</span></h3>
        <mp-badge .tone=${active ? 'positive' : 'neutral'}>${this.t(active ? 'template.active' : 'template.inactive')}</mp-badge>
      </div>
      <p>${this.say(purpose)}</p>
      <p class="muted small">
        ${this.t('start.template.size', { sections: template.sections.length, questions: itemsOf(template).length, version })} ·
        ${lint.length ? this.t('lint.count', { n: lint.length }) : this.t('lint.clean')}
      </p>
      <div class="row">
        <mp-button icon="eye" @click=${() => this.host.navigate.setParams({ template: record.id })}
          >${this.t('template.read')}</mp-button
        >
        <mp-button icon="download" @click=${() => downloadTemplate(template)}>${this.t('template.export')}</mp-button>
        ${
          this.#mayEdit
            ? html`<mp-button icon="edit" @click=${() => void this.#edit(record, 'version')}
                  >${this.t('template.new-version')}</mp-button
                >
                <mp-button icon="copy" @click=${() => void this.#edit(record, 'copy')}>${this.t('template.copy')}</mp-button>
                <mp-button variant="quiet" ?loading=${this.busy === record.id} @click=${() => void this.#toggle(record)}
                  >${this.t(active ? 'template.deactivate' : 'template.activate')}</mp-button
                >`
            : nothing
        }
      </div>
    </li>`;
  }

  #renderRead(record: TemplateRecord): unknown {
    const context = { locale: this.locale, t: this.t.bind(this), say: this.say.bind(this) };
    return html`<div class="stack">
      <div>
        <mp-button variant="quiet" icon="chevron-left" @click=${() => this.host.navigate.setParams({ template: null })}
          >${this.t('template.back')}</mp-button
        >
      </div>
      ${renderLint(context, lintTemplate(record.value.template), record.value.template)}
      ${renderTemplate(context, record.value.template)}
    </div>`;
  }

  protected override render(): unknown {
    if (this.#editor) return this.#editor;
    const read = this.overview.templates.find(({ id }) => id === this.params['template']);
    if (read) return this.#renderRead(read);
    const records = sortTemplates(this.overview.templates);
    return html`<div class="stack">
      <div class="row">
        <p class="grow muted">${this.t('template.bound')}</p>
        ${this.#mayEdit ? html`<mp-button icon="upload" @click=${() => void this.#edit(null, 'import')}>${this.t('template.import')}</mp-button>` : nothing}
      </div>
      ${this.problem ? html`<p class="critical" role="alert">${this.problem}</p>` : nothing}
      ${records.length === 0 ? html`<mp-state kind="empty" .heading=${this.t('template.none')} .text=${this.t(this.#mayEdit ? 'template.none.ops' : 'template.none.text')}></mp-state>` : nothing}
      <ul class="stack">
        ${records.map((record) => this.#renderRow(record))}
      </ul>
    </div>`;
  }
}
