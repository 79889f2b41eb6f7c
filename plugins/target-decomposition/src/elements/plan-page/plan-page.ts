import { isHeld, parentId } from '@milepost/allocation';
import { cellAt, organisationOf, timeOf } from '@milepost/allocation/records';
import type { NodePeriod } from '@milepost/allocation/records';
import { HostController, LitElement, html, nothing, property, requireElements, state } from '@milepost/sdk';
import type { ElementContext, PluginHost, PropertyValues, TemplateResult } from '@milepost/sdk';
import type { CellEdit, MenuItem } from '@milepost/ui';
import { PlanController } from '../../controllers/plan-controller.ts';
import { planNow } from '../../controllers/plan-model.ts';
import { SetupController } from '../../controllers/setup-controller.ts';
import { amountAt } from '../../domain/amount-at.ts';
import type { Choice } from '../../domain/merge.ts';
import type { PlanEdit } from '../../domain/plan-edit.ts';
import { showActiveCell, startAtColumn } from './grid-scroll.ts';
import { LazyExplanation } from './lazy-explanation.ts';
import { PageView } from './page-view.ts';
import { planPageStyles } from './plan-page.styles.ts';
import { renderConflict } from './render-conflict.ts';
import { renderPending, spreadOf } from './render-edit.ts';
import type { PendingEdit, SpreadChoice } from './render-edit.ts';
import type { FigureId } from './render-figures.ts';
import { gridColumns } from './render-grid.ts';
import { renderGridSection } from './render-grid-section.ts';
import { renderMonths } from './render-months.ts';
import { renderNotices } from './render-notices.ts';
import { renderAsk } from './render-ask.ts';
import type { Ask } from './render-ask.ts';
import { renderSetup } from './render-setup.ts';
import { Words } from '../shared/words.ts';

/** The elements of the design system that the first view needs; dialogs and the editor's parts come with it. */
const firstElements = [
  'mp-page',
  'mp-state',
  'mp-button',
  'mp-figures',
  'mp-figure',
  'mp-chart',
  'mp-tree-grid',
  'mp-select',
  'mp-menu',
  'mp-badge',
  'mp-radio-group',
];
const laterElements = ['mp-panel', 'mp-dialog', 'mp-input', 'mp-number', 'mp-textarea', 'mp-table'];

/**
 * @summary A year's target: figures, trend, and the tree grid in which it is spread and edited.
 * @fires mp-dirty-change - There are edits to save, or none any more.
 */
export class PlanPage extends LitElement {
  static override styles = planPageStyles;

  @property({ attribute: false }) host!: PluginHost;
  @property({ attribute: false }) config: Readonly<Record<string, unknown>> = {};
  @property({ attribute: false }) context: ElementContext = { place: 'plan' };

  @state() unit: 'yuan' | 'wan' = 'wan';
  @state() cell: NodePeriod | null = null;
  @state() panel: FigureId | 'cell' | 'proof' | null = null;
  @state() expanded: ReadonlySet<string> = new Set();
  @state() refused: PendingEdit | null = null;
  @state() ask: Ask | null = null;
  @state() private pending: PendingEdit | null = null;
  @state() private choices: Readonly<Record<string, Choice>> = {};

  readonly plan = new PlanController(this, () => this.host);
  readonly explanation = new LazyExplanation(() => this.requestUpdate());
  readonly setup = new SetupController(this, () => this.host);
  readonly watch = new HostController(this, () => this.host, { onScope: () => this.#load() });
  #words: Words | null = null;
  #wasDirty = false;
  #expandedFor = '';

  get words(): Words {
    return (this.#words ??= new Words(this.host));
  }

  /** Whether there are edits to save. */
  get dirty(): boolean {
    return this.plan.dirty;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    void requireElements(...firstElements);
    document.addEventListener('keydown', this.#handleLooseKey);
    this.#load();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    document.removeEventListener('keydown', this.#handleLooseKey);
  }

  /** Keys while nothing on the page has the focus count for the page. */
  #handleLooseKey = (event: KeyboardEvent): void => {
    if (event.target === document.body && this.pending === null && this.ask === null && !this.plan.conflict)
      this.handleKey(event);
  };

  /** The fiscal year of the period that everyone works in. */
  get year(): string {
    return PageView.yearOf(this.host);
  }

  #load(planId = this.host.navigate.location.current.params['plan']): void {
    void this.plan.load(this.year, planId);
  }

  protected override updated(changed: PropertyValues): void {
    if (changed.has('panel') && this.panel === 'cell') void showActiveCell(this.shadowRoot);
    if (this.dirty !== this.#wasDirty) {
      this.#wasDirty = this.dirty;
      this.dispatchEvent(new CustomEvent('mp-dirty-change', { bubbles: true, composed: true }));
    }
    const { model } = this.plan;
    if (model && model.record.id !== this.#expandedFor) {
      this.#expandedFor = model.record.id;
      const organisation = organisationOf(planNow(model));
      this.expanded = new Set(organisation.ids.filter((_, member) => (organisation.depth[member] ?? 0) < 2));
      void requireElements(...laterElements);
      void this.updateComplete.then(() => this.#startAtNow());
    }
    if (!model && this.plan.status === 'ready' && this.plan.reach === 'all' && this.setup.status === 'closed') {
      void requireElements(...laterElements);
      void this.setup.open(this.year, null, this.words.t('setup.name.default', { year: this.words.period(this.year) }));
    }
  }

  /** A year that is under way starts at the quarter of today: what is over is a scroll to the left. */
  #startAtNow(): Promise<void> {
    const { model } = this.plan;
    const month = this.host.session.today.slice(0, 7);
    const time = model && timeOf(planNow(model));
    const quarter = time?.numberOf.has(month) ? parentId(time, month) : null;
    const index = model ? gridColumns(planNow(model), this.unit, false, this.words).findIndex(({ key }) => key === quarter) : -1;
    return index > 1 ? startAtColumn(this.shadowRoot, index) : Promise.resolve();
  }

  #author(): { by: string; at: string } {
    return { by: this.host.session.user.personId, at: new Date().toISOString() };
  }

  /** A single month of a single person is entered at once; anything above shows first what it does. */
  handleCellEdit(event: CustomEvent<CellEdit>): void {
    const { rowId: node, columnKey: period, value } = event.detail;
    const at = { node, period, ...this.#author() };
    const view = this.view;
    if (!view) return;
    if (value === null) {
      void this.#enter({ kind: 'clear', ...at });
    } else if (typeof value === 'number') {
      const edit = { kind: 'set', value, ...at } as const;
      if (view.isLeaf(node, period)) void this.#enter(edit);
      else void this.#tryPending(edit, 'proportional');
    }
  }

  async #enter(edit: PlanEdit): Promise<void> {
    const result = await this.plan.apply(edit);
    const held = result && !result.ok && edit.kind !== 'release';
    this.refused = held ? { edit: edit as PendingEdit['edit'], choice: 'proportional', result } : null;
  }

  async #tryPending(edit: PendingEdit['edit'], choice: SpreadChoice): Promise<void> {
    const view = this.view;
    if (!view) return;
    const spread = spreadOf(choice, view.weights());
    const full = { ...edit, spread };
    const result = await this.plan.preview(full);
    const opens = this.pending === null;
    this.pending = result ? { edit: full, choice, result } : null;
    // Enter confirms what was typed: without this the close button would have the focus and drop it.
    if (opens && result?.ok) void this.#focusOn('mp-dialog mp-button[variant=primary]');
  }

  #applyPending(): void {
    if (this.pending) void this.plan.apply(this.pending.edit);
    this.refused = null;
    this.#closePending();
  }

  /** Back to the cell in the grid, so that the keys work on from there. */
  #closePending(): void {
    this.pending = null;
    void this.#focusOn('mp-tree-grid');
  }

  async #focusOn(selector: string): Promise<void> {
    await this.updateComplete;
    const element = this.shadowRoot?.querySelector<LitElement>(selector);
    await element?.updateComplete;
    element?.focus({ preventScroll: true });
  }

  /** Locks the cell in focus, or releases it. */
  toggleHold(cell: NodePeriod | null = this.cell): void {
    const { model } = this.plan;
    if (!cell || !model || model.reach === 'none') return;
    const key = `${cell.period}|${cell.node}`;
    if (model.hiddenHolds.has(key)) {
      this.host.notify({ tone: 'info', text: this.words.t('hold.given') });
      return;
    }
    const kind = isHeld(planNow(model), cellAt(cell.node, cell.period)) ? 'release' : 'hold';
    void this.#enter({ kind, ...cell, ...this.#author() });
    this.host.notify({
      tone: 'info',
      text: this.words.t(kind === 'hold' ? 'hold.set' : 'hold.released', { cell: this.view?.cellName(cell) ?? '' }),
    });
  }

  /** Undo and redo, hold and explain, from the keyboard. */
  handleKey = (event: KeyboardEvent): void => {
    const command = event.ctrlKey || event.metaKey;
    const typing = event.composedPath().some((node) => node instanceof HTMLInputElement || node instanceof HTMLTextAreaElement);
    if (typing) return;
    if (command && event.code === 'KeyZ' && !event.shiftKey) this.plan.undo();
    else if (command && (event.code === 'KeyY' || (event.code === 'KeyZ' && event.shiftKey))) this.plan.redo();
    else if (event.altKey && event.code === 'KeyL') this.toggleHold();
    else if (event.altKey && event.code === 'KeyI' && this.cell) this.panel = 'cell';
    else return;
    event.preventDefault();
    event.stopPropagation();
  };

  /** Saves; a published plan asks for a reason first. */
  async save(): Promise<void> {
    if (this.plan.model?.record.value.status === 'published') this.ask = { kind: 'reason', text: '' };
    else if (await this.plan.save()) this.host.notify({ tone: 'positive', text: this.words.t('save.done') });
  }

  async handleAsked(ask: Ask): Promise<void> {
    this.ask = null;
    if (ask.kind === 'reason') {
      if (await this.plan.save(ask.text)) this.host.notify({ tone: 'positive', text: this.words.t('save.done') });
      else this.ask = this.plan.conflict || !this.plan.saveError ? null : { ...ask };
      return;
    }
    await this.view?.manage(ask, (id) => this.#choosePlan(id));
  }

  #choosePlan(id: string): void {
    this.setup.close();
    this.host.navigate.setParams({ plan: id });
    this.#load(id);
  }

  /** Entries of the plan menu. */
  handleMenu(value: string): void {
    const { model } = this.plan;
    const name = model?.record.value.name ?? '';
    if (value === 'new')
      void this.setup.open(this.year, null, this.words.t('setup.name.default', { year: this.words.period(this.year) }));
    else if (value === 'again' && model) void this.setup.open(this.year, model.record, name);
    else if (value === 'publish') void this.view?.publish(() => this.#load(model?.record.id));
    else if (value === 'withdraw') void this.view?.withdraw(() => this.#load(model?.record.id));
    else if (value === 'delete') void this.view?.remove(() => this.#choosePlan(''));
    else if (value === 'copy') this.ask = { kind: 'copy', text: this.words.t('plan.copyName', { name }) };
    else if (value === 'rename') this.ask = { kind: 'rename', text: name };
  }

  get view(): PageView | null {
    const { model, facts, calendar } = this.plan;
    return model && facts && calendar ? new PageView(this, model, facts, calendar) : null;
  }

  #menuItems(): MenuItem[] {
    const { t } = this.words;
    const status = this.plan.model?.record.value.status;
    return [
      { value: 'new', label: t('plan.new'), icon: 'plus' },
      { value: 'copy', label: t('plan.copy'), icon: 'copy' },
      { value: 'rename', label: t('plan.rename'), icon: 'edit' },
      { value: 'again', label: t('plan.again'), icon: 'refresh', disabled: status === 'published' },
      ...(status === 'published' ? [{ value: 'withdraw', label: t('plan.withdraw'), divided: true }] : []),
      { value: 'delete', label: t('plan.delete'), icon: 'trash', danger: true, divided: true, disabled: status === 'published' },
    ];
  }

  #renderActions(): TemplateResult {
    const { t } = this.words;
    const { plans, model, reach } = this.plan;
    const options = plans.map(({ id, value }) => ({ value: id, label: `${value.name}（${t(`status.${value.status}`)}）` }));
    return html`${
      plans.length > 1
        ? html`<mp-select
            slot="actions"
            label-hidden
            .label=${t('plan.choose')}
            .options=${options}
            .value=${model?.record.id ?? ''}
            @change=${(event: Event) => this.#choosePlan((event.currentTarget as unknown as { value: string }).value)}
          ></mp-select>`
        : nothing
    }
    ${model ? html`<mp-badge slot="actions" tone=${model.record.value.status === 'published' ? 'positive' : 'neutral'}>${t(`status.${model.record.value.status}`)}</mp-badge>` : nothing}
    ${
      reach === 'all' && model?.record.value.status === 'draft' && this.setup.status === 'closed'
        ? html`<mp-button slot="actions" variant="primary" icon="check-circle" @click=${() => this.handleMenu('publish')}
            >${t('plan.publish')}</mp-button
          >`
        : nothing
    }
    ${
      reach === 'all' && model
        ? html`<mp-menu
            slot="actions"
            .label=${t('plan.menu')}
            .items=${this.#menuItems()}
            @mp-select=${(event: CustomEvent<{ value: string }>) => this.handleMenu(event.detail.value)}
          ></mp-menu>`
        : nothing
    }`;
  }

  #renderReady(): TemplateResult {
    const view = this.view;
    const { words } = this;
    if (this.setup.status !== 'closed' && this.plan.reach === 'all') {
      const cancel = this.plan.model ? { cancel: () => this.setup.close() } : {};
      return html`${renderSetup(this.setup, words, { save: () => void this.#saveSetup(), ...cancel })}`;
    }
    if (!view) return html``;
    return html`${view.renderFigures()}${view.renderTrend()}${renderNotices(this)}${view.single ? renderMonths(this, view) : renderGridSection(this, view)}${view.renderPanel()}`;
  }

  async #saveSetup(): Promise<void> {
    const id = await this.setup.save();
    if (id) this.#choosePlan(id);
  }

  #renderDialogs(): TemplateResult {
    const { words, pending, plan } = this;
    const view = this.view;
    if (!view) return html``;
    const actions = {
      choose: (choice: SpreadChoice) => void (pending && this.#tryPending(pending.edit, choice)),
      apply: () => this.#applyPending(),
      cancel: () => this.pending && this.#closePending(),
      ...view.editPlace(pending?.edit),
      ...view.refusalActions(() => this.#closePending()),
    };
    return html`${pending ? renderPending(pending, actions, words) : nothing}
    ${this.ask ? renderAsk(this.ask, { change: (ask) => (this.ask = ask), done: (ask) => void this.handleAsked(ask), cancel: () => (this.ask = null) }, words) : nothing}
    ${
      plan.conflict
        ? renderConflict(
            plan.conflict,
            {
              choices: this.choices,
              choose: (nodes, choice) =>
                (this.choices = { ...this.choices, ...Object.fromEntries(nodes.map((node) => [node, choice])) }),
              nodeName: (node) => view.nodeName(node),
              save: () => void plan.resolve(this.choices),
              cancel: () => plan.dismissConflict(),
              personName: (id) => view.personName(id),
              saving: plan.saving,
              totalBroken: plan.totalBroken,
            },
            this.host,
            words,
          )
        : nothing
    }`;
  }

  protected override render(): TemplateResult {
    const { t } = this.words;
    const { status, error, model, reach } = this.plan;
    const empty = status === 'ready' && !model && reach !== 'all';
    const total = model ? amountAt(planNow(model), organisationOf(planNow(model)).ids[0] as string, this.year) : null;
    return html`<mp-page
        .heading=${model ? model.record.value.name : t('page.title', { year: this.words.period(this.year) })}
        .summary=${status === 'ready' ? (this.view?.sentence() ?? (empty ? '' : t('page.empty.summary'))) : ''}
        .state=${status === 'ready' ? (empty ? 'empty' : 'ready') : status}
        .stateHeading=${empty ? t('page.empty') : t('page.failed')}
        .stateText=${empty ? t(`page.empty.${reach}`) : (error?.message ?? '')}
        .code=${error?.code ?? ''}
        data-total=${total ?? nothing}
        @mp-retry=${() => this.#load()}
        @keydown=${this.handleKey}
        >${status === 'ready' ? html`${this.#renderActions()}${this.#renderReady()}` : nothing}</mp-page
      >${status === 'ready' ? this.#renderDialogs() : nothing}`;
  }
}
