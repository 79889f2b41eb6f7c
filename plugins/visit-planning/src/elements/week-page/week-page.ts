import { addDays, isoWeek } from '@milepost/calendar';
import { html, nothing, requireElements, state } from '@milepost/sdk';
import type { TemplateResult } from '@milepost/sdk';
import { WeekController } from '../../controllers/week-controller.ts';
import type { WeekModel } from '../../controllers/week-model.ts';
import { shiftWeek, weekStart } from '../../domain/week.ts';
import { VisitElement } from '../plugin-element.ts';
import { sharedStyles } from '../shared.styles.ts';
import { renderBoard } from './board.ts';
import { renderDayStrip } from './day-strip.ts';
import { renderDueList } from './due-list.ts';
import type { DueFilter } from './due-list.ts';
import { figureLists, renderBrief, renderFigures } from './figures.ts';
import type { FigureList } from './figures.ts';
import { exportText, renderRefusal, renderSync } from './notices.ts';
import { panelContent } from './panel-content.ts';
import type { TeamView } from './team-view.ts';
import { weekPageStyles } from './week-page.styles.ts';
import { WeekWork } from './week-work.ts';
import type { WorkSurroundings } from './work-types.ts';

/**
 * @summary The week of a representative: who is due, on which day, what came of it; for managers the week of the team.
 * @fires mp-dirty-change - Something typed is not saved yet (it is kept as a draft).
 */
export class WeekPage extends VisitElement {
  static override styles = [sharedStyles, weekPageStyles];

  readonly week = new WeekController(this, () => this.host);
  @state() private filter: DueFilter = { area: '', tier: '', type: '', all: false };
  @state() private pane: 'board' | 'waiting' = 'board';
  @state() private chosenDay = '';
  @state() private team: TeamView | null = null;
  readonly work = new WeekWork(this, () => this.#surroundings);
  #wasDirty = false;
  /** The visit that the address named last. */
  #visitParam: string | undefined;

  override connectedCallback(): void {
    super.connectedCallback();
    void requireElements(
      'mp-page',
      'mp-figures',
      'mp-figure',
      'mp-button',
      'mp-badge',
      'mp-menu',
      'mp-panel',
      'mp-tabs',
      'mp-select',
      'mp-switch',
      'mp-date',
      'mp-input',
      'mp-textarea',
      'mp-number',
      'mp-field',
      'mp-radio-group',
      'mp-state',
    );
  }

  get #surroundings(): WorkSurroundings {
    return {
      host: this.host,
      words: this.words,
      settings: this.settings,
      week: this.week,
      readOnly: this.#readOnly,
    };
  }

  get dirty(): boolean {
    return (this.work.panel?.kind === 'visit' && this.work.panel.form.dirty) || this.week.outbox.items.length > 0;
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
    const { plan, list } = this.#params;
    if (!model) return;
    this.#followVisit();
    if (!plan && !list) return;
    this.host.navigate.setParams({ plan: null, list: null });
    if (plan) this.work.panel = { kind: 'account', accountId: plan };
    else if (figureLists.some((item) => item === list)) this.work.panel = { kind: 'list', list: list as FigureList };
  }

  /** The address names the visit that is open, so that a reload brings it back; an address that changes opens and closes it. */
  #followVisit(): void {
    const asked = this.#params['visit'];
    if (asked !== this.#visitParam) {
      this.#visitParam = asked;
      if (asked && asked !== this.work.openVisitId) this.work.openVisit(asked);
      else if (!asked && this.work.openVisitId) this.work.panel = null;
    }
    const { openVisitId } = this.work;
    if (openVisitId === asked) return;
    this.#visitParam = openVisitId;
    this.host.navigate.setParams({ visit: openVisitId ?? null });
  }

  #goToWeek(monday: string): void {
    this.chosenDay = '';
    this.work.panel = null;
    this.host.navigate.setParams({
      week: monday === weekStart(undefined, this.host.session.today) ? null : monday,
    });
  }

  #renderWeekPicker(): TemplateResult {
    const monday = this.#monday;
    const { words } = this;
    return html`<div slot="actions" class="week">
      <mp-button
        variant="quiet"
        icon="chevron-left"
        .label=${words.t('week.previous')}
        @click=${() => this.#goToWeek(shiftWeek(monday, -1))}
      ></mp-button>
      <mp-date
        label-hidden
        .label=${words.t('week.pick')}
        .value=${monday}
        @change=${(event: Event) => this.#goToWeek(weekStart((event.currentTarget as HTMLInputElement).value, this.host.session.today))}
      ></mp-date>
      <mp-button
        variant="quiet"
        icon="chevron-right"
        .label=${words.t('week.next')}
        @click=${() => this.#goToWeek(shiftWeek(monday, 1))}
      ></mp-button>
    </div>`;
  }

  #heading(): string {
    const { week } = isoWeek(this.#monday);
    return this.words.t('week.title', {
      week,
      from: this.words.date(this.#monday),
      to: this.words.date(addDays(this.#monday, 6)),
    });
  }

  #summary(model: WeekModel | null): string {
    if (!model) return '';
    const { planned, completed, dueUnplanned } = model.figures;
    const dueA = dueUnplanned.filter((due) => model.accounts.get(due.accountId)?.tier === 'A').length;
    if (planned.length === 0) return this.words.t('week.nothing', { due: dueUnplanned.length, dueA });
    return this.words.t('week.state', {
      planned: planned.length,
      completed: completed.length,
      dueA,
      due: dueUnplanned.length,
    });
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
      ${model ? this.#renderReady(model) : nothing} ${model ? this.#renderPanel(model) : nothing}
    </mp-page>`;
  }

  #showTeam(): void {
    this.work.panel = null;
    this.host.setScope({ personId: null });
    this.host.navigate.setParams({ rep: null });
  }

  #renderReady(model: WeekModel): TemplateResult {
    const { words } = this;
    const readOnly = this.#readOnly;
    const day = this.#shownDay(model);
    const list = this.work.panel?.kind === 'list' ? this.work.panel.list : '';
    const left = model.columns.filter(
      ({ dayOn, count }) => model.openDays.includes(dayOn) && count < model.settings.dailyCapacity,
    );
    const canPropose = !readOnly && left.length > 0 && model.figures.dueUnplanned.length > 0;
    // With today alone left to fill, what stands on today's list is what matters.
    const proposeFirst = left.some(({ dayOn }) => dayOn > model.today);
    const choose = (chosen: FigureList): void => void (this.work.panel = { kind: 'list', list: chosen });
    return html` ${!readOnly && model.openDays.length === 0 && model.monday <= model.today ? html`<mp-button slot="actions" variant="primary" @click=${() => this.#goToWeek(shiftWeek(model.monday, 1))}>${words.t('week.planNext')}</mp-button>` : nothing}
      ${canPropose ? html`<mp-button slot="actions" variant=${proposeFirst ? 'primary' : 'secondary'} icon="route" @click=${this.work.propose}>${words.t('proposal.fill')}</mp-button>` : nothing}
      ${renderFigures(words, model.figures, list, choose)}
      <div class="area">
        <div class="stack">
          ${renderSync(words, this.week.outbox.items, {
            retry: () => void this.week.sync(),
            copy: () => void this.#copyPending(model),
            mine: (id) => void this.week.outbox.keepMine(id).then(() => this.week.load()),
            theirs: (id) => void this.week.outbox.drop(id).then(() => this.week.load()),
          })}
          ${renderRefusal(words, model, this.week.refusal, { mine: () => void this.week.keepMine(), theirs: () => void this.week.takeTheirs() })}
          ${readOnly ? html`<p class="note">${words.t('team.readOnly', { name: model.ownerName })}</p>` : nothing}
          <div class="panes">
            <mp-radio-group
              label-hidden
              .label=${words.t('pane.label')}
              .value=${this.pane}
              .options=${[
                { value: 'board', label: words.t('pane.board') },
                {
                  value: 'waiting',
                  label: words.t('pane.waiting', { n: model.figures.dueUnplanned.length }),
                },
              ]}
              @change=${(event: Event) => (this.pane = (event.currentTarget as HTMLInputElement).value as 'board')}
            ></mp-radio-group>
          </div>
          <div class="work" data-pane=${this.pane}>
            <div class="stack">
              ${renderDayStrip(words, model, day, (chosen) => (this.chosenDay = chosen))}
              ${renderBoard(words, model, day, readOnly, this.work.boardActions)}
            </div>
            ${renderDueList(words, model, this.filter, day < model.today ? model.today : day, readOnly, {
              filter: (change) => (this.filter = { ...this.filter, ...change }),
              open: this.work.openAccount,
              place: (accountId, dayOn) => this.work.place(accountId, dayOn),
            })}
          </div>
          ${renderBrief(words, model.figures, choose)}
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
    const { words } = this;
    const { panel } = this.work;
    const content = panel
      ? panelContent(panel, model, this.work, this.#surroundings, () => this.requestUpdate())
      : { heading: '', body: nothing, footer: nothing };
    return html`<mp-panel
      slot="panel"
      .heading=${content.heading}
      .open=${panel !== null}
      @mp-close=${this.work.close}
      aria-label=${words.t('panel')}
    >
      ${content.body}
      ${content.footer === nothing ? nothing : html`<div slot="footer"><div class="footer">${content.footer}</div></div>`}
    </mp-panel>`;
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
      ${this.#renderWeekPicker()} ${team?.data ? team.render(words, (rep) => this.host.navigate.setParams({ rep })) : nothing}
    </mp-page>`;
  }
}
