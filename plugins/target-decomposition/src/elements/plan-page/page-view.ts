import { childIds, leafIds, parentId } from '@milepost/allocation';
import { organisationOf, timeOf } from '@milepost/allocation/records';
import type { NodePeriod } from '@milepost/allocation/records';
import type { WorkingCalendar } from '@milepost/calendar';
import { monthsOf, parentPeriod, periodOfDate, samePeriodLastYear } from '@milepost/calendar';
import { html, nothing } from '@milepost/sdk';
import type { PluginHost, TemplateResult } from '@milepost/sdk';
import type { TreeGridRow } from '@milepost/ui';
import type { Facts } from '../../controllers/plan-controller.ts';
import { mayEdit, planNow } from '../../controllers/plan-model.ts';
import type { PlanModel } from '../../controllers/plan-model.ts';
import { asThisYear } from '../../domain/actuals.ts';
import { amountAt } from '../../domain/amount-at.ts';
import type { SpreadWeights } from '../../domain/plan-edit.ts';
import { currentMonth, paceOf } from '../../domain/pace.ts';
import type { MonthSeries, Pace } from '../../domain/pace.ts';
import { proofOf, virtualRoot } from '../../domain/stored.ts';
import { isActive } from '../../domain/tree.ts';
import { adoptJoined, copyPlan, publishPlan, removePlan, renamePlan, withdrawPlan } from './plan-actions.ts';
import type { PlanPage } from './plan-page.ts';
import { editPlace } from './edit-place.ts';
import type { EditPlace } from './edit-place.ts';
import type { Ask } from './render-ask.ts';
import { renderChanges } from './render-changes.ts';
import { renderComposition, renderFigures } from './render-figures.ts';
import type { FigureView, Part } from './render-figures.ts';
import { gridRows } from './render-grid.ts';
import { renderTrend } from './render-trend.ts';

/** What one rendering of the page needs to know about the plan in view: who is on top, the series, names, and the parts drawn from them. */
export class PageView {
  readonly #page: PlanPage;
  readonly #model: PlanModel;
  readonly #facts: Facts;
  readonly #calendar: WorkingCalendar;

  constructor(page: PlanPage, model: PlanModel, facts: Facts, calendar: WorkingCalendar) {
    this.#page = page;
    this.#model = model;
    this.#facts = facts;
    this.#calendar = calendar;
  }

  /** The fiscal year that the scope's period lies in. */
  static yearOf(host: PluginHost): string {
    const start = host.session.tenant.fiscalYearStartMonth;
    const { period } = host.scope.current;
    if (/^\d{4}-Q/.test(period)) return period.slice(0, 4);
    return period.length === 4
      ? period
      : (periodOfDate(`${period}-01`, 'year', start) ?? parentPeriod(period, start) ?? period.slice(0, 4));
  }

  get #plan() {
    return planNow(this.#model);
  }

  get #organisation() {
    return organisationOf(this.#plan);
  }

  get #months(): string[] {
    return leafIds(timeOf(this.#plan));
  }

  #has(node: string): boolean {
    return this.#organisation.numberOf.has(node);
  }

  /** Direct parts of a node, none for one that the plan has not. */
  #childrenOf(node: string): string[] {
    return this.#has(node) ? childIds(this.#organisation, node) : [];
  }

  /** The node the scope names; else a manager's own unit, whatever else is in view, or the top of what the person sees. */
  get top(): string {
    const { unitId, personId } = this.#page.host.scope.current;
    if (personId !== null) {
      const own = [...this.#model.values.values()].find((value) => value.nodeId.endsWith(`~${personId}`));
      if (own) return own.nodeId;
    }
    if (unitId !== null && this.#has(unitId)) return unitId;
    const { user } = this.#page.host.session;
    const [root = ''] = this.#organisation.ids;
    return user.role === 'manager' && user.unitId !== null && this.#has(user.unitId) ? user.unitId : root;
  }

  /** Whether there is nothing to compare below: one person's months, read only. */
  get single(): boolean {
    return this.#model.reach === 'none' && this.#childrenOf(this.top).length === 0;
  }

  isLeaf(node: string, period: string): boolean {
    return this.#childrenOf(node).length === 0 && this.#months.includes(period);
  }

  nodeName(node: string): string {
    if (node === virtualRoot) return this.#page.words.t('node.visible');
    return (
      this.#model.values.get(node)?.label ??
      this.#facts.nodes.find((item) => item.id === node)?.label ??
      this.#page.words.t('node.above')
    );
  }

  cellName(cell: NodePeriod): string {
    return `${this.nodeName(cell.node)} ${this.#page.words.short(cell.period)}`;
  }

  personName(id: string): string {
    if (id === this.#page.host.session.user.personId) return this.#page.words.t('person.you');
    return this.#facts.nodes.find((node) => node.personId === id)?.label ?? this.#facts.people.get(id) ?? id;
  }

  /** Target, actual and last year of a node by month. */
  series(node: string): MonthSeries {
    const plan = this.#plan;
    const months = this.#months;
    const children = node === virtualRoot ? this.#childrenOf(node) : [node];
    const sumOf = (source: Facts['actual'], month: string): number =>
      children.reduce((sum, id) => sum + (source[id]?.[month] ?? 0), 0);
    return {
      target: Object.fromEntries(months.map((month) => [month, amountAt(plan, node, month)])),
      actual: Object.fromEntries(months.map((month) => [month, sumOf(this.#facts.actual, month)])),
      lastYear: Object.fromEntries(
        months.flatMap((month) => [[samePeriodLastYear(month), sumOf(this.#facts.lastYear, samePeriodLastYear(month))]]),
      ),
    };
  }

  pace(period: string, node = this.top): Pace {
    const series = this.series(node);
    const lastYear = Object.fromEntries(this.#months.map((month) => [month, series.lastYear[samePeriodLastYear(month)] ?? 0]));
    return paceOf({ ...series, lastYear }, period, this.#page.host.session.today, this.#calendar);
  }

  /** The period in view: the scope's own, or this month when the scope is the year that is under way. */
  get period(): string {
    const { scope, session } = this.#page.host;
    if (scope.current.period !== this.#page.year) return scope.current.period;
    return currentMonth(this.#page.year, session.today, session.tenant.fiscalYearStartMonth) ?? this.#page.year;
  }

  /** 本月完成 62%，按工作日应为 68%. */
  sentence(): string {
    const { words, year } = this.#page;
    const now = this.pace(this.period);
    const whole = this.pace(year);
    if (now.target === null) return words.t('sentence.none', { name: this.nodeName(this.top) });
    const key = now.state === 'before' ? 'sentence.before' : now.state === 'over' ? 'sentence.over' : 'sentence.running';
    return words.t(key, {
      name: this.nodeName(this.top),
      period: this.#periodName(now.period),
      attainment: words.percent(now.attainment),
      expected: words.percent(now.expectedRatio),
      year: words.percent(whole.attainment),
      yearExpected: words.percent(whole.expectedRatio),
      target: words.money(now.target),
    });
  }

  #periodName(period: string): string {
    const { words, year, host } = this.#page;
    if (period === year) return words.t('period.year');
    return period === host.session.today.slice(0, 7) ? words.t('period.now') : words.short(period);
  }

  #figures(): FigureView {
    const page = this.#page;
    const open = page.panel === 'cell' || page.panel === 'proof' ? null : page.panel;
    return {
      year: this.pace(page.year),
      period: this.pace(this.period),
      name: this.#periodName(this.period),
      estimated: this.#facts.estimate !== null,
      open,
      choose: (figure) => (page.panel = page.panel === figure ? null : figure),
    };
  }

  renderFigures(): TemplateResult {
    return renderFigures(this.#figures(), this.#page.words);
  }

  renderTrend(): TemplateResult {
    const page = this.#page;
    return renderTrend(this.series(this.top), this.#months, page.host.session.today, page.words);
  }

  /** Cells that differ from what is stored, as `period|node`. */
  editedCells(): Set<string> {
    const edited = new Set<string>();
    const plan = this.#plan;
    const months = this.#months;
    for (const value of this.#model.values.values()) {
      for (const month of months) {
        if (amountAt(plan, value.nodeId, month) !== (value.months[month] ?? null)) edited.add(`${month}|${value.nodeId}`);
      }
    }
    return edited;
  }

  /** Quarters and years are marked too where their sum changed. */
  #editedAtEveryLevel(): Set<string> {
    const edited = this.editedCells();
    const plan = this.#plan;
    const time = timeOf(plan);
    const above = time.ids.filter((_, member) => time.next[member] !== member + 1);
    const nodes = new Set([...edited].map((key) => key.slice(key.indexOf('|') + 1)));
    for (const node of nodes) {
      const months = this.#model.values.get(node)?.months ?? {};
      for (const period of above) {
        const before = leafIds(time, time.numberOf.get(period)).reduce((sum, month) => sum + (months[month] ?? 0), 0);
        if ((amountAt(plan, node, period) ?? 0) !== before) edited.add(`${period}|${node}`);
      }
    }
    return edited;
  }

  rows(): TreeGridRow[] {
    const page = this.#page;
    const refusal = page.refused?.result;
    const conflicts = new Set(refusal && !refusal.ok ? refusal.conflicts.map((cell) => `${cell.period}|${cell.node}`) : []);
    return gridRows({
      plan: this.#plan,
      values: this.#model.values,
      edited: this.#editedAtEveryLevel(),
      conflicts,
      hidden: this.#model.hiddenHolds,
      top: this.top,
      mayEdit: (node) => mayEdit(this.#model, node),
      note: (node) => this.#note(node),
      label: (node) => this.nodeName(node),
    });
  }

  #note(node: string): string {
    const { t, short } = { t: this.#page.words.t, short: (period: string) => this.#page.words.short(period) };
    const change = this.#facts.changes.find((item) => item.nodeId === node && item.kind === 'left');
    if (change) return t('change.leftNote', { month: short(change.month ?? '') });
    const value = this.#model.values.get(node);
    if (value?.from) return t('node.from', { month: short(value.from) });
    return value?.to ? t('node.to', { month: short(value.to) }) : '';
  }

  /** Weights for spreads: last year's months, and who is there. */
  weights(): { readonly lastYear: SpreadWeights; readonly present: SpreadWeights } {
    const months = this.#months;
    const present = Object.fromEntries(
      leafIds(this.#organisation).map((node) => {
        const value = this.#model.values.get(node);
        return [node, Object.fromEntries(months.map((month) => [month, value === undefined || isActive(value, month) ? 1 : 0]))];
      }),
    );
    return { lastYear: asThisYear(this.#facts.lastYear, months), present };
  }

  /** Where an edit stands, for its preview. */
  editPlace(edit: NodePeriod | undefined): EditPlace {
    return editPlace(this.#plan, this.top, edit, (cell) => this.cellName(cell));
  }

  #parentOf(node: string): string | null {
    return this.#has(node) ? parentId(this.#organisation, node) : null;
  }

  refusalActions(close: () => void) {
    const page = this.#page;
    const goTo = (node: string, period: string): void => {
      close();
      const open = new Set(page.expanded);
      for (let id = this.#parentOf(node); id !== null; id = this.#parentOf(id)) open.add(id);
      page.expanded = open;
      page.cell = { node, period };
      page.panel = 'cell';
    };
    return {
      nodeName: (node: string) => this.nodeName(node),
      goTo,
      release: (node: string, period: string) => {
        close();
        page.toggleHold({ node, period });
      },
    };
  }

  /** What the organisation did since: shown, and opened to the people behind it. */
  renderChanges(): TemplateResult | typeof nothing {
    const adopt = this.#model.reach === 'all' ? () => void this.#adopt() : null;
    return renderChanges(this.#facts.changes, { nodeName: (node) => this.nodeName(node), adopt }, this.#page.words);
  }

  async #adopt(): Promise<void> {
    const ids = new Set(this.#facts.changes.filter((change) => change.kind === 'joined').map((change) => change.nodeId));
    await adoptJoined(
      this.#page,
      this.#model,
      this.#facts.nodes.filter((node) => ids.has(node.id)),
      this.#months,
    );
    await this.#page.plan.load(this.#page.year, this.#model.record.id);
  }

  /** 逐级核对：876 个单元格，全部相等. */
  renderProof(): TemplateResult {
    const { t } = this.#page.words;
    const { cells, wrong } = proofOf(this.#plan);
    const organisation = this.#organisation;
    const parents = organisation.ids.length - organisation.leaves.length;
    return html`<details>
      <summary>${wrong === 0 ? t('proof.ok', { cells }) : t('proof.wrong', { cells, wrong })}</summary>
      <div class="small muted">
        <p>${t('proof.how')}</p>
        <p>${t('proof.parts', { nodes: organisation.ids.length, parents, periods: timeOf(this.#plan).ids.length })}</p>
      </div>
    </details>`;
  }

  renderPanel(): TemplateResult | typeof nothing {
    const page = this.#page;
    if (page.panel === null) return nothing;
    const content =
      page.panel === 'cell'
        ? this.#renderCell()
        : page.panel === 'proof'
          ? nothing
          : renderComposition(page.panel, this.#figures(), this.#parts(), page.words);
    const heading = page.panel === 'cell' && page.cell ? this.cellName(page.cell) : page.words.t(`made.${page.panel}.title`);
    return html`<mp-panel slot="panel" open .heading=${heading} @mp-close=${() => (page.panel = null)}>${content}</mp-panel>`;
  }

  #renderCell(): TemplateResult {
    const page = this.#page;
    const { cell } = page;
    if (!cell || !this.#has(cell.node)) return html`<p>${page.words.t('cell.choose')}</p>`;
    const months = monthsOf(cell.period, this.#calendar.fiscalYearStartMonth);
    const sum = (source: Facts['actual'], list: readonly string[]): number =>
      list.reduce((total, month) => total + (source[cell.node]?.[month] ?? 0), 0);
    const source = {
      plan: this.#plan,
      cell,
      lastYear: sum(this.#facts.lastYear, months.map(samePeriodLastYear)),
      actual: sum(this.#facts.actual, months),
      since: this.#model.since,
      log: this.#model.log,
      nodeName: (node: string) => this.nodeName(node),
      personName: (id: string) => this.personName(id),
    };
    return page.explanation.render(source, page.host, page.words);
  }

  #parts(): { nodes: Part[]; months: Part[] } {
    const page = this.#page;
    const period = page.panel === 'target' ? page.year : this.period;
    const part = (label: string, pace: Pace, open?: () => void): Part => ({
      label,
      target: pace.target,
      actual: pace.actual,
      attainment: pace.attainment,
      ...(open ? { open } : {}),
    });
    const children = this.#childrenOf(this.top);
    return {
      nodes: children.map((node) => {
        const value = this.#model.values.get(node);
        return part(
          this.nodeName(node),
          this.pace(period, node),
          value?.kind === 'unit' ? () => page.host.setScope({ unitId: node, personId: null }) : undefined,
        );
      }),
      months: monthsOf(period, this.#calendar.fiscalYearStartMonth).map((month) =>
        part(page.words.short(month), this.pace(month)),
      ),
    };
  }

  publish(done: () => void): Promise<void> {
    return publishPlan(this.#page, this.#model).then(done);
  }

  withdraw(done: () => void): Promise<void> {
    return withdrawPlan(this.#page, this.#model).then(done);
  }

  async remove(done: () => void): Promise<void> {
    if (await removePlan(this.#page, this.#model)) done();
  }

  async manage(ask: Ask, choose: (id: string) => void): Promise<void> {
    const id =
      ask.kind === 'copy'
        ? await copyPlan(this.#page, this.#model, ask.text)
        : await renamePlan(this.#page, this.#model, ask.text);
    if (id) choose(id);
  }
}
