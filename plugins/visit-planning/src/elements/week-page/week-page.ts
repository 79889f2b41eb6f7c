import { addDays, isoWeek } from '@milepost/calendar';
import { ApiError, html, nothing, requireElements, state } from '@milepost/sdk';
import type { TemplateResult } from '@milepost/sdk';
import { VisitForm } from '../../controllers/visit-form.ts';
import { WeekController } from '../../controllers/week-controller.ts';
import type { WeekModel } from '../../controllers/week-model.ts';
import { bandOf, distanceKm, placeOf } from '../../domain/distance.ts';
import { proposeWeek, withVisitShifted, withoutVisit } from '../../domain/propose.ts';
import type { Proposal, ProposalInput } from '../../domain/propose.ts';
import { missingFields, ruleFor } from '../../domain/summary.ts';
import { amend, cancel, complete, start } from '../../domain/transitions.ts';
import type { DayReport, DistanceBand, VisitRecord } from '../../domain/types.ts';
import { shiftWeek, weekStart } from '../../domain/week.ts';
import { VisitElement } from '../plugin-element.ts';
import { sharedStyles } from '../shared.styles.ts';
import { renderBoard } from './board.ts';
import type { BoardActions, DragItem } from './board.ts';
import { renderDueList } from './due-list.ts';
import type { DueFilter } from './due-list.ts';
import { figureLists, renderFigures } from './figures.ts';
import type { FigureList } from './figures.ts';
import { renderAccountReason, renderFigureList } from './list-panel.ts';
import { exportText, renderRefusal, renderSync } from './notices.ts';
import { renderProposal } from './proposal-panel.ts';
import { emptyReport, renderReport } from './report-panel.ts';
import type { TeamView } from './team-view.ts';
import { renderVisitFooter, renderVisitPanel } from './visit-panel.ts';
import { weekPageStyles } from './week-page.styles.ts';

type Panel =
  | { readonly kind: 'list'; readonly list: FigureList }
  | { readonly kind: 'account'; readonly accountId: string }
  | { readonly kind: 'visit'; readonly form: VisitForm }
  | { readonly kind: 'proposal'; readonly input: ProposalInput; readonly proposal: Proposal }
  | { readonly kind: 'report'; readonly report: DayReport; readonly restored: boolean };

/**
 * @summary The week of a representative: who is due, on which day, what came of it; for managers the week of the team.
 * @fires mp-dirty-change - Something typed is not saved yet (it is kept as a draft).
 */
export class WeekPage extends VisitElement {
  static override styles = [sharedStyles, weekPageStyles];

  readonly week = new WeekController(this, () => this.host);
  @state() private panel: Panel | null = null;
  @state() private filter: DueFilter = { area: '', tier: '', type: '', all: false };
  @state() private pane: 'board' | 'waiting' = 'board';
  @state() private chosenDay = '';
  @state() private busy = false;
  @state() private team: TeamView | null = null;
  #wasDirty = false;

  override connectedCallback(): void {
    super.connectedCallback();
    void requireElements('mp-page', 'mp-figures', 'mp-figure', 'mp-button', 'mp-badge', 'mp-menu', 'mp-panel', 'mp-tabs', 'mp-select', 'mp-switch', 'mp-date', 'mp-input', 'mp-textarea', 'mp-number', 'mp-field', 'mp-radio-group', 'mp-state');
  }

  get dirty(): boolean {
    return (this.panel?.kind === 'visit' && this.panel.form.dirty) || this.week.outbox.items.length > 0;
  }

  protected override willUpdate(): void {
    this.refresh();
  }

  protected override updated(): void {
    this.#openFromParams();
    if (this.dirty === this.#wasDirty) return;
    this.#wasDirty = this.dirty;
    this.dispatchEvent(new CustomEvent('mp-dirty-change', { bubbles: true, composed: true }));
  }

  /** Shows what the address says: whose week, which one, the team's or a person's. */
  protected refresh(): void {
    if (this.#tab === 'team') {
      if (!this.team) void this.#loadTeam();
      this.team?.show({ monday: this.#monday, settings: this.settings });
      return;
    }
    const ownerId = this.#ownerId;
    void this.week.show({ ownerId, monday: this.#monday, settings: this.settings });
  }

  get #params(): Readonly<Record<string, string>> {
    return this.host.navigate.location.current.params;
  }

  get #leads(): boolean {
    return this.host.session.user.role !== 'rep';
  }

  get #tab(): 'mine' | 'team' {
    return this.#leads && !this.#rep ? 'team' : 'mine';
  }

  get #rep(): string | null {
    return this.#params['rep'] ?? this.host.scope.current.personId;
  }

  get #ownerId(): string {
    return (this.#leads ? this.#rep : null) ?? this.host.session.user.personId;
  }

  get #readOnly(): boolean {
    return this.#ownerId !== this.host.session.user.personId;
  }

  get #monday(): string {
    return weekStart(this.#params['week'], this.host.session.today);
  }

  async #loadTeam(): Promise<void> {
    const { TeamView } = await import('./team-view.ts');
    this.team ??= new TeamView(this, this.host);
  }

  #openFromParams(): void {
    const { model } = this.week;
    const { visit, plan, list } = this.#params;
    if (!model || (!visit && !plan && !list)) return;
    this.host.navigate.setParams({ visit: null, plan: null, list: null });
    if (visit) this.#openVisit(visit);
    else if (plan) this.panel = { kind: 'account', accountId: plan };
    else if (figureLists.some((item) => item === list)) this.panel = { kind: 'list', list: list as FigureList };
  }

  #openVisit = (id: string): void => {
    const visit = this.week.model?.visits.find((item) => item.id === id);
    if (!visit) return;
    const form = new VisitForm(visit, this.host, this);
    this.panel = { kind: 'visit', form };
    void form.open();
  };

  #openAccount = (accountId: string): void => {
    this.panel = { kind: 'account', accountId };
  };

  #close = (): void => {
    this.panel = null;
  };

  /** Runs a save; a failure nobody expected is told, and nothing is lost. */
  async #run(work: () => Promise<unknown>): Promise<void> {
    if (this.busy) return;
    this.busy = true;
    try {
      await work();
    } catch (error) {
      const text = error instanceof ApiError ? [error.message, ...error.problems.map((problem) => problem.message)].join(' ') : String(error);
      this.host.notify({ tone: 'critical', text: this.words.t('save.failed', { text }) });
    } finally {
      this.busy = false;
    }
  }

  #place = (accountId: string, dayOn: string, index?: number): void => {
    const name = this.week.model?.accounts.get(accountId)?.name ?? '';
    void this.#run(async () => {
      const crm = this.week.model?.crm.find((row) => row.accountId === accountId && row.dayOn === dayOn && row.status === 'planned');
      const visit = await this.week.place(accountId, dayOn, crm ? { time: crm.startAt ? this.words.clock(crm.startAt) : null, ...(crm.purpose && { purpose: crm.purpose }) } : {});
      if (!visit) return;
      const placed = this.week.model?.visits.find((item) => item.id === visit.id);
      if (index !== undefined && placed) await this.week.move(placed, dayOn, index, '');
      if (this.panel?.kind === 'account') this.panel = null;
      this.host.notify({
        tone: 'positive',
        text: this.words.t('visit.placed', { name, day: this.words.day(dayOn) }),
        action: { label: this.words.t('undo'), run: () => void this.#run(() => this.week.unplace(visit.id)) },
      });
    });
  };

  #move(visit: VisitRecord, dayOn: string, index: number): void {
    const promised = visit.value.dayOn <= this.host.session.today && visit.value.dayOn !== dayOn;
    if (!promised) return void this.#run(() => this.week.move(visit, dayOn, index, ''));
    const form = new VisitForm(visit, this.host, this);
    form.step = 'move';
    form.moveTo = dayOn;
    this.panel = { kind: 'visit', form };
    void form.open();
  }

  #drop = (what: DragItem, dayOn: string, index: number): void => {
    const model = this.week.model;
    if (!model || this.#readOnly || dayOn < model.today) return;
    if (what.kind === 'account') return this.#place(what.id, dayOn, index);
    const visit = model.visits.find(({ id }) => id === what.id);
    if (!visit || visit.value.status !== 'planned') return;
    const own = model.visits.filter(({ value }) => value.dayOn === dayOn && value.status !== 'cancelled').sort((a, b) => a.value.routeOrder - b.value.routeOrder);
    const at = own.findIndex(({ id }) => id === visit.id);
    this.#move(visit, dayOn, at >= 0 && at < index ? index - 1 : index);
  };

  #act = (visit: VisitRecord, action: string): void => {
    const model = this.week.model;
    if (!model) return;
    if (action.startsWith('day:')) return this.#move(visit, action.slice(4), 99);
    if (action === 'up' || action === 'down') {
      const own = model.visits.filter(({ value }) => value.dayOn === visit.value.dayOn && value.status !== 'cancelled').sort((a, b) => a.value.routeOrder - b.value.routeOrder);
      const at = own.findIndex(({ id }) => id === visit.id) + (action === 'up' ? -1 : 1);
      if (at >= 0 && at < own.length) void this.#run(() => this.week.move(visit, visit.value.dayOn, at, ''));
      return;
    }
    this.#openVisit(visit.id);
    if (this.panel?.kind !== 'visit') return;
    if (action === 'cancel') this.panel.form.step = 'cancel';
    if (action === 'start') void this.#start(false);
  };

  #openForm(): { readonly form: VisitForm; readonly visit: VisitRecord } | null {
    if (this.panel?.kind !== 'visit') return null;
    const { form } = this.panel;
    const visit = this.week.model?.visits.find(({ id }) => id === form.visit.id);
    return visit ? { form, visit } : null;
  }

  async #start(withLocation: boolean): Promise<void> {
    const open = this.#openForm();
    if (!open) return;
    const account = this.week.model?.accounts.get(open.visit.accountId);
    const distance = withLocation && account ? await this.#measure(placeOf(account)) : null;
    await this.#run(async () => {
      if (!(await this.week.save(open.visit, start(open.form.withPlan(open.visit.value), new Date().toISOString(), this.host.session.today, distance)))) return;
      await open.form.clear();
      this.#openVisit(open.visit.id);
    });
  }

  /** How far the phone is from the customer, as a band; null where it will not say. The place itself goes nowhere. */
  async #measure(place: ReturnType<typeof placeOf>): Promise<DistanceBand | null> {
    if (!place) return null;
    const found = await new Promise<GeolocationPosition | null>((done) =>
      navigator.geolocation.getCurrentPosition(done, () => done(null), { enableHighAccuracy: true, timeout: 8000, maximumAge: 60_000 }),
    );
    if (!found) {
      this.host.notify({ tone: 'info', text: this.words.t('visit.noLocation') });
      return null;
    }
    return bandOf(distanceKm({ lat: found.coords.latitude, lon: found.coords.longitude }, place));
  }

  async #complete(): Promise<void> {
    const open = this.#openForm();
    if (!open) return;
    const { form, visit } = open;
    const done = complete(visit.value, form.summary, new Date().toISOString(), this.settings);
    const missing = missingFields(form.summary, ruleFor(visit.value.purpose, this.settings).required);
    const reasons = done.effective?.reasons ?? [];
    if (reasons.length > 0) {
      const fields = missing.map((field) => this.words.t(`summary.${field}`)).join('、');
      const text = [reasons.includes('stayTooShort') ? this.words.t('effective.stayTooShort.long', { min: this.settings.minStayMinutes }) : '', fields ? this.words.t('summary.missing', { fields }) : ''].filter(Boolean).join(' ');
      const go = await this.host.confirm({ title: this.words.t('visit.completeAnyway'), text, confirmLabel: this.words.t('visit.completeAnywayLabel') });
      if (!go) return;
    }
    await this.#run(async () => {
      if (!(await this.week.save(visit, done))) return;
      await form.clear();
      this.host.events.emit('visit-planning/visit-completed', { accountId: visit.accountId, visitId: visit.id, dayOn: visit.value.dayOn });
      this.#openVisit(visit.id);
    });
  }

  async #confirmStep(): Promise<void> {
    const open = this.#openForm();
    if (!open) return;
    const { form, visit } = open;
    const reason = form.reason.trim();
    const promised = visit.value.dayOn <= this.host.session.today;
    if (reason === '' && (form.step !== 'move' || promised)) {
      this.host.notify({ tone: 'warning', text: this.words.t('step.reasonMissing') });
      return;
    }
    await this.#run(async () => {
      if (form.step === 'move') {
        if (!form.moveTo || !(await this.week.move(visit, form.moveTo, 99, reason))) return;
      } else {
        const by = this.host.session.user.personId;
        const value = form.step === 'cancel' ? cancel(visit.value, reason) : amend(visit.value, form.summary, { at: new Date().toISOString(), by, reason });
        if (!(await this.week.save(visit, value))) return;
      }
      await form.clear();
      form.step = 'none';
      this.panel = null;
    });
  }

  #propose = (): void => {
    const model = this.week.model;
    if (!model) return;
    const { accounts, dues, visits, spokenFor, start: from, openDays } = model;
    const input: ProposalInput = { days: openDays, accounts, dues, existing: visits, spokenFor, start: from, settings: this.settings };
    this.panel = { kind: 'proposal', input, proposal: proposeWeek(input) };
  };

  async #applyProposal(proposal: Proposal): Promise<void> {
    await this.#run(async () => {
      const ids = await this.week.apply(proposal);
      this.panel = null;
      this.host.notify({
        tone: 'positive',
        text: this.words.t('proposal.applied', { n: ids.length }),
        action: { label: this.words.t('undo'), run: () => void this.#run(() => this.week.undoApply(ids)) },
      });
    });
  }

  async #openReport(dayOn: string): Promise<void> {
    const draft = await this.host.drafts.get<DayReport>(`report:${dayOn}`);
    const stored = this.week.model?.reports.get(dayOn)?.value;
    this.panel = { kind: 'report', report: (this.#readOnly ? null : draft) ?? stored ?? emptyReport(dayOn), restored: draft !== null };
  }

  #editReport(report: DayReport, change: Partial<DayReport>): void {
    const next = { ...report, ...change };
    this.panel = { kind: 'report', report: next, restored: false };
    void this.host.drafts.set(`report:${next.dayOn}`, next);
  }

  async #saveReport(report: DayReport): Promise<void> {
    await this.#run(async () => {
      await this.week.saveReport(report);
      await this.host.drafts.remove(`report:${report.dayOn}`);
      this.panel = null;
    });
  }

  #boardActions: BoardActions = {
    open: this.#openVisit,
    openAccount: this.#openAccount,
    drop: this.#drop,
    adopt: (accountId, dayOn) => this.#place(accountId, dayOn),
    act: this.#act,
    report: (dayOn) => void this.#openReport(dayOn),
  };

  #goToWeek(monday: string): void {
    this.chosenDay = '';
    this.panel = null;
    this.host.navigate.setParams({ week: monday === weekStart(undefined, this.host.session.today) ? null : monday });
  }

  #renderWeekPicker(): TemplateResult {
    const monday = this.#monday;
    const { words } = this;
    return html`<div slot="actions" class="week">
      <mp-button variant="quiet" icon="chevron-left" .label=${words.t('week.previous')} @click=${() => this.#goToWeek(shiftWeek(monday, -1))}></mp-button>
      <mp-date label-hidden .label=${words.t('week.pick')} .value=${monday} @change=${(event: Event) => this.#goToWeek(weekStart((event.currentTarget as HTMLInputElement).value, this.host.session.today))}></mp-date>
      <mp-button variant="quiet" icon="chevron-right" .label=${words.t('week.next')} @click=${() => this.#goToWeek(shiftWeek(monday, 1))}></mp-button>
    </div>`;
  }

  #heading(): string {
    const { week } = isoWeek(this.#monday);
    return this.words.t('week.title', { week, from: this.words.date(this.#monday), to: this.words.date(addDays(this.#monday, 6)) });
  }

  #summary(model: WeekModel | null): string {
    if (!model) return '';
    const { planned, completed, dueUnplanned } = model.figures;
    const dueA = dueUnplanned.filter((due) => model.accounts.get(due.accountId)?.tier === 'A').length;
    if (planned.length === 0) return this.words.t('week.nothing', { due: dueUnplanned.length, dueA });
    return this.words.t('week.state', { planned: planned.length, completed: completed.length, dueA, due: dueUnplanned.length });
  }

  protected override render(): unknown {
    if (this.#tab === 'team') return this.#renderTeam();
    const { words, week } = this;
    const model = week.model;
    return html`<mp-page
      .heading=${this.#heading()}
      .summary=${this.#summary(model)}
      .state=${week.status === 'error' ? 'error' : model ? 'ready' : 'loading'}
      .stateHeading=${words.t('load.failed')}
      .stateText=${words.t('load.failedText')}
      .code=${week.error?.code ?? ''}
      @mp-retry=${() => void week.load()}
    >
      ${this.#renderWeekPicker()}
      ${this.#leads ? html`<mp-button slot="actions" variant="quiet" icon="team" @click=${() => this.#showTeam()}>${words.t('team.back')}</mp-button>` : nothing}
      ${model ? this.#renderReady(model) : nothing}
      ${model ? this.#renderPanel(model) : nothing}
    </mp-page>`;
  }

  #showTeam(): void {
    this.panel = null;
    this.host.setScope({ personId: null });
    this.host.navigate.setParams({ rep: null });
  }

  #renderReady(model: WeekModel): TemplateResult {
    const { words } = this;
    const readOnly = this.#readOnly;
    const day = this.#shownDay(model);
    const list = this.panel?.kind === 'list' ? this.panel.list : '';
    const canPropose = !readOnly && model.openDays.length > 0 && model.figures.dueUnplanned.length > 0;
    return html`
      ${!readOnly && model.openDays.length === 0 && model.monday <= model.today ? html`<mp-button slot="actions" variant="primary" @click=${() => this.#goToWeek(shiftWeek(model.monday, 1))}>${words.t('week.planNext')}</mp-button>` : nothing}
      ${canPropose ? html`<mp-button slot="actions" variant="primary" icon="route" @click=${this.#propose}>${words.t('proposal.fill')}</mp-button>` : nothing}
      ${renderFigures(words, model.figures, list, (chosen) => (this.panel = { kind: 'list', list: chosen }))}
      <div class="stack">
        ${renderSync(words, this.week.outbox.items, {
          retry: () => void this.week.sync(),
          copy: () => void this.#copyPending(model),
          mine: (id) => void this.week.outbox.keepMine(id).then(() => this.week.load()),
          theirs: (id) => void this.week.outbox.drop(id).then(() => this.week.load()),
        })}
        ${renderRefusal(words, model, this.week.refusal, { mine: () => void this.week.keepMine(), theirs: () => void this.week.takeTheirs() })}
        ${readOnly ? html`<p class="note">${words.t('team.readOnly')}</p>` : nothing}
        <div class="panes"><mp-radio-group label-hidden .label=${words.t('pane.label')} .value=${this.pane} .options=${[{ value: 'board', label: words.t('pane.board') }, { value: 'waiting', label: words.t('pane.waiting', { n: model.figures.dueUnplanned.length }) }]} @change=${(event: Event) => (this.pane = (event.currentTarget as HTMLInputElement).value as 'board')}></mp-radio-group></div>
        <div class="work" data-pane=${this.pane}>
          <div class="stack">
            <div class="days" role="group" aria-label=${words.t('board.days')}>
              ${model.columns.map((column) => html`<button type="button" aria-pressed=${column.dayOn === day ? 'true' : 'false'} @click=${() => (this.chosenDay = column.dayOn)}>
                  <span class="small">${words.day(column.dayOn).split(/\s/u).at(this.words.locale === 'en' ? 0 : -1)}</span><br /><span class="number">${Number(column.dayOn.slice(8))}</span>${column.count > 0 ? html`<span class="small muted"> · ${column.count}</span>` : nothing}
                </button>`)}
            </div>
            ${renderBoard(words, model, day, readOnly, this.#boardActions)}
          </div>
          ${renderDueList(words, model, this.filter, day < model.today ? model.today : day, readOnly, {
            filter: (change) => (this.filter = { ...this.filter, ...change }),
            open: this.#openAccount,
            place: (accountId, dayOn) => this.#place(accountId, dayOn),
          })}
        </div>
      </div>`;
  }

  #shownDay(model: WeekModel): string {
    const days = model.columns.map((column) => column.dayOn);
    if (days.includes(this.chosenDay)) return this.chosenDay;
    return days.includes(model.today) ? model.today : (model.openDays[0] ?? days[0] ?? model.monday);
  }

  async #copyPending(model: WeekModel): Promise<void> {
    const text = exportText(this.words, this.week.outbox.items, (id) => model.accounts.get(id)?.name ?? id);
    await navigator.clipboard.writeText(text);
    this.host.notify({ tone: 'positive', text: this.words.t('sync.copied') });
  }

  #renderPanel(model: WeekModel): TemplateResult {
    const { panel, words } = this;
    const content = panel ? this.#panelContent(panel, model) : { heading: '', body: nothing, footer: nothing };
    return html`<mp-panel slot="panel" .heading=${content.heading} .open=${panel !== null} @mp-close=${this.#close} aria-label=${words.t('panel')}>
      ${content.body}
      ${content.footer === nothing ? nothing : html`<div slot="footer"><div class="footer">${content.footer}</div></div>`}
    </mp-panel>`;
  }

  #panelContent(panel: Panel, model: WeekModel): { heading: string; body: unknown; footer: unknown } {
    const { words } = this;
    const readOnly = this.#readOnly;
    const nameOf = (id: string): string => model.accounts.get(id)?.name ?? words.t('account.gone');
    const hrefOf = (accountId: string): string => this.host.navigate.href({ account: accountId });
    switch (panel.kind) {
      case 'list':
        return { heading: words.t(`figure.${panel.list}`), body: renderFigureList(words, model, panel.list, { visit: this.#openVisit, account: this.#openAccount }), footer: nothing };
      case 'account': {
        const place = readOnly ? null : (dayOn: string): void => this.#place(panel.accountId, dayOn);
        return { heading: nameOf(panel.accountId), body: renderAccountReason(words, model, panel.accountId, place, hrefOf(panel.accountId)), footer: nothing };
      }
      case 'visit': {
        const visit = model.visits.find(({ id }) => id === panel.form.visit.id) ?? panel.form.visit;
        const actions = {
          start: (withLocation: boolean): void => void this.#start(withLocation),
          complete: (): void => void this.#complete(),
          savePlan: (): void => void this.#run(async () => (await this.week.save(visit, panel.form.withPlan(visit.value))) && panel.form.clear()),
          confirmStep: (): void => void this.#confirmStep(),
          discard: (): void => void panel.form.clear(),
          again: (): void => this.#openAccount(visit.accountId),
        };
        const footer = readOnly ? nothing : renderVisitFooter(words, visit, panel.form, actions, () => this.requestUpdate());
        return { heading: nameOf(visit.accountId), body: renderVisitPanel(words, model, visit, panel.form, readOnly, hrefOf), footer };
      }
      case 'proposal': {
        const { input, proposal } = panel;
        const change = (next: Proposal): void => void (this.panel = { kind: 'proposal', input, proposal: next });
        const body = renderProposal(words, model, proposal, {
          remove: (accountId) => change(withoutVisit(proposal, input, accountId)),
          shift: (accountId, step) => change(withVisitShifted(proposal, input, accountId, step)),
        });
        const total = proposal.days.reduce((sum, day) => sum + day.added.length, 0);
        return { heading: words.t('proposal.title'), body, footer: total > 0 ? html`<mp-button variant="primary" icon="check" ?loading=${this.busy} @click=${() => void this.#applyProposal(proposal)}>${words.t('proposal.apply', { n: total })}</mp-button>` : nothing };
      }
      case 'report':
        return {
          heading: words.t('report.of', { day: words.day(panel.report.dayOn) }),
          body: html`${panel.restored && !readOnly ? html`<p class="note small" role="status">${words.t('draft.restored')}</p>` : nothing}${renderReport(words, panel.report, readOnly, (change) => this.#editReport(panel.report, change))}`,
          footer: readOnly ? nothing : html`<mp-button variant="primary" ?loading=${this.busy} @click=${() => void this.#saveReport(panel.report)}>${words.t('report.save')}</mp-button>`,
        };
    }
  }

  #renderTeam(): TemplateResult {
    const { words, team } = this;
    return html`<mp-page
      .heading=${this.#heading()}
      .summary=${team?.summary(words) ?? ''}
      .state=${team?.error ? 'error' : team?.data ? 'ready' : 'loading'}
      .stateHeading=${words.t('load.failed')}
      .stateText=${words.t('load.failedText')}
      .code=${team?.error?.code ?? ''}
      @mp-retry=${() => team?.reload()}
    >
      ${this.#renderWeekPicker()}
      ${team?.data ? team.render(words, (rep) => this.host.navigate.setParams({ rep })) : nothing}
    </mp-page>`;
  }
}
