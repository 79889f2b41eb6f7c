import { html, nothing, requireElements, state } from '@milepost/sdk';
import { OverviewController } from '../../controllers/overview-controller.ts';
import type { OverviewView } from '../../controllers/overview-controller.ts';
import { baseStyles } from '../shared/base.styles.ts';
import { createInner } from '../shared/inner-element.ts';
import { ViewElement } from '../shared/view-element.ts';
import { errorText } from '../shared/words.ts';
import { checksPageStyles } from './checks-page.styles.ts';
import { renderFigures, renderTrend, summaryOf } from './render-figures.ts';
import { renderRuns } from './render-runs.ts';

/** An inner view: given what the page knows. */
interface InnerView extends ViewElement {
  overview: OverviewView;
  params: Readonly<Record<string, string>>;
}

type InnerClass = new () => InnerView;

/** Inner views by name, each loaded when first shown. */
const inner: Readonly<Record<string, () => Promise<InnerClass>>> = {
  start: async () => (await import('../start-check/start-check.ts')).StartCheck,
  fill: async () => (await import('../run-form/run-form.ts')).RunForm,
  run: async () => (await import('../run-detail/run-detail.ts')).RunDetail,
  findings: async () => (await import('../findings-view/findings-view.ts')).FindingsView,
  templates: async () => (await import('../templates-view/templates-view.ts')).TemplatesView,
};

const noParams = {
  tab: null,
  run: null,
  fill: null,
  start: null,
  account: null,
  finding: null,
  template: null,
  version: null,
  result: null,
  q: null,
  show: null,
};

/**
 * @summary 合规检查: checks, corrective actions and templates. Where one is lies in the page's parameters.
 */
export class ChecksPage extends ViewElement {
  static override styles = [baseStyles, checksPageStyles];

  readonly overview = new OverviewController(this, () => this.host);
  @state() private viewError: unknown = null;
  #shown: { name: string; element: InnerView | null } | null = null;
  #stop: (() => void) | undefined;

  /** An inner view holds something unsaved. */
  get dirty(): boolean {
    return (this.#shown?.element as { dirty?: boolean } | null)?.dirty ?? false;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    void requireElements(
      'mp-page',
      'mp-figures',
      'mp-figure',
      'mp-tabs',
      'mp-table',
      'mp-input',
      'mp-select',
      'mp-button',
      'mp-badge',
      'mp-state',
      'mp-chart',
    );
    this.#stop = this.host.events.on('compliance-checklists/finding-changed', () => void this.overview.load());
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#stop?.();
  }

  protected override handleScope(): void {
    this.overview.rescope();
  }

  get #params(): Readonly<Record<string, string>> {
    return this.host.navigate.location.current.params;
  }

  /** Goes to another place of the page; what is not named is dropped. */
  readonly go = (params: Readonly<Record<string, string | null>>): void => {
    this.host.navigate.setParams({ ...noParams, ...params });
  };

  #place(): { readonly view: string | null; readonly tab: string } {
    const { run, fill, start, tab } = this.#params;
    const view = fill ? 'fill' : run ? 'run' : start ? 'start' : null;
    const known = tab === 'findings' || tab === 'templates' ? tab : 'checks';
    return { view: view ?? (known === 'checks' ? null : known), tab: known };
  }

  async #open(name: string): Promise<void> {
    this.#shown = { name, element: null };
    this.viewError = null;
    try {
      const elementClass = await inner[name]?.();
      if (this.#shown.name !== name || !elementClass) return;
      const element = createInner(elementClass, `milepost-compliance-${name}`);
      element.addEventListener('checks-changed', () => void this.overview.load());
      this.#shown = { name, element };
    } catch (error) {
      this.#shown = null;
      this.viewError = error;
    }
    this.requestUpdate();
  }

  #renderInner(name: string, overview: OverviewView): unknown {
    if (this.viewError) return this.#renderError(this.viewError, () => void this.#open(name));
    if (this.#shown?.name !== name) void this.#open(name);
    const element = this.#shown?.element;
    if (!element) return html`<mp-state shape="table"></mp-state>`;
    Object.assign(element, { host: this.host, overview, params: this.#params });
    return element;
  }

  #renderError(error: unknown, retry: () => void): unknown {
    const { text, code } = errorText(this.host, error);
    return html`<mp-state
      kind="error"
      .heading=${this.t('error.load')}
      .text=${text}
      .code=${code}
      @mp-retry=${retry}
    ></mp-state>`;
  }

  #renderChecks(overview: OverviewView): unknown {
    const context = { host: this.host, t: this.t.bind(this), locale: this.locale, params: this.#params, go: this.go };
    return html`${renderTrend(context, overview)}${renderRuns(context, overview)}`;
  }

  #renderTabs(overview: OverviewView, tab: string, view: string | null): unknown {
    const tabs = [
      { value: 'checks', label: this.t('tab.checks'), count: overview.figures.checks },
      { value: 'findings', label: this.t('tab.findings'), count: overview.figures.open },
      { value: 'templates', label: this.t('tab.templates') },
    ];
    const choose = (event: Event): void => {
      const { value } = event.target as HTMLElement & { value: string };
      if (event.target === event.currentTarget) this.go({ tab: value === 'checks' ? null : value });
    };
    return html`<mp-tabs .tabs=${tabs} .value=${tab} .label=${this.t('tab.label')} @change=${choose}>
      ${view ? this.#renderInner(view, overview) : this.#renderChecks(overview)}
    </mp-tabs>`;
  }

  #renderActions(view: string | null): unknown {
    if (this.host.session.user.role === 'auditor' || view === 'fill' || view === 'start') return nothing;
    return html`<mp-button slot="actions" variant="primary" icon="plus" @click=${() => this.go({ start: '1' })}
      >${this.t('start.button')}</mp-button
    >`;
  }

  protected override render(): unknown {
    const { view: overview, error } = this.overview;
    if (!overview) {
      const { text, code } = error ? errorText(this.host, error) : { text: '', code: '' };
      return html`<mp-page
        .heading=${this.t('page.title')}
        .state=${error ? 'error' : 'loading'}
        .stateHeading=${this.t('error.load')}
        .stateText=${text}
        .code=${code}
        @mp-retry=${() => void this.overview.load()}
      ></mp-page>`;
    }
    const { view, tab } = this.#place();
    if (!view && this.#shown) this.#shown = null;
    const context = { host: this.host, t: this.t.bind(this), locale: this.locale, params: this.#params, go: this.go };
    const focused = view === 'fill' || view === 'run' || view === 'start';
    if (focused) return html`<div class="focused">${this.#renderInner(view, overview)}</div>`;
    return html`<mp-page .heading=${this.t('page.title')} .summary=${summaryOf(context, overview)}>
      ${this.#renderActions(view)} ${tab === 'templates' ? nothing : renderFigures(context, overview)}
      ${this.#renderTabs(overview, tab, view)}
    </mp-page>`;
  }
}
