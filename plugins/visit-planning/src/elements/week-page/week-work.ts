import { ApiError } from '@milepost/sdk';
import type { PluginHost, ReactiveControllerHost } from '@milepost/sdk';
import { VisitForm } from '../../controllers/visit-form.ts';
import type { WeekController } from '../../controllers/week-controller.ts';
import { bandOf, distanceKm, placeOf } from '../../domain/distance.ts';
import { proposeWeek } from '../../domain/propose.ts';
import type { Proposal, ProposalInput } from '../../domain/propose.ts';
import { missingFields, ruleFor } from '../../domain/summary.ts';
import { amend, cancel, complete, start } from '../../domain/transitions.ts';
import type { DayReport, DistanceBand, VisitRecord } from '../../domain/types.ts';
import type { Words } from '../words.ts';
import type { BoardActions, DragItem } from './board.ts';
import { emptyReport } from './report-panel.ts';
import type { Panel, WorkSurroundings } from './work-types.ts';

/** What a person does with a week: placing, moving, visiting, summing up, reporting. Holds the panel that is open. */
export class WeekWork {
  busy = false;
  readonly #element: ReactiveControllerHost;
  readonly #around: () => WorkSurroundings;
  #panel: Panel | null = null;

  constructor(element: ReactiveControllerHost, around: () => WorkSurroundings) {
    this.#element = element;
    this.#around = around;
  }

  get panel(): Panel | null {
    return this.#panel;
  }

  set panel(panel: Panel | null) {
    this.#panel = panel;
    this.#element.requestUpdate();
  }

  /** The visit that is open in the panel. */
  get openVisitId(): string | undefined {
    return this.#panel?.kind === 'visit' ? this.#panel.form.visit.id : undefined;
  }

  get #host(): PluginHost {
    return this.#around().host;
  }

  get #words(): Words {
    return this.#around().words;
  }

  get #week(): WeekController {
    return this.#around().week;
  }

  /** Opens a visit of the week. */
  openVisit = (id: string): void => {
    const visit = this.#week.model?.visits.find((item) => item.id === id);
    if (!visit) return;
    const form = new VisitForm(visit, this.#host, this.#element);
    this.panel = { kind: 'visit', form };
    void form.open();
  };

  /** Opens why an account stands where it stands. */
  openAccount = (accountId: string): void => {
    this.panel = { kind: 'account', accountId };
  };

  /** Closes the panel. */
  close = (): void => {
    this.panel = null;
  };

  /** Runs a save; a failure nobody expected is told, and nothing is lost. */
  async run(work: () => Promise<unknown>): Promise<void> {
    if (this.busy) return;
    this.busy = true;
    this.#element.requestUpdate();
    try {
      await work();
    } catch (error) {
      const text =
        error instanceof ApiError
          ? [error.message, ...error.problems.map((problem) => problem.message)].join(' ')
          : String(error);
      this.#host.notify({ tone: 'critical', text: this.#words.t('save.failed', { text }) });
    } finally {
      this.busy = false;
      this.#element.requestUpdate();
    }
  }

  /** Puts an account on a day, at a position; can be undone. */
  place = (accountId: string, dayOn: string, index?: number): void => {
    const name = this.#week.model?.accounts.get(accountId)?.name ?? '';
    void this.run(async () => {
      const crm = this.#week.model?.crm.find(
        (row) => row.accountId === accountId && row.dayOn === dayOn && row.status === 'planned',
      );
      const visit = await this.#week.place(
        accountId,
        dayOn,
        crm
          ? {
              time: crm.startAt ? this.#words.clock(crm.startAt) : null,
              ...(crm.purpose && { purpose: crm.purpose }),
            }
          : {},
      );
      if (!visit) return;
      const placed = this.#week.model?.visits.find((item) => item.id === visit.id);
      if (index !== undefined && placed) await this.#week.move(placed, dayOn, index, '');
      if (this.panel?.kind === 'account') this.panel = null;
      this.#host.notify({
        tone: 'positive',
        text: this.#words.t('visit.placed', { name, day: this.#words.day(dayOn) }),
        action: {
          label: this.#words.t('undo'),
          run: () => void this.run(() => this.#week.unplace(visit.id)),
        },
      });
    });
  };

  #move(visit: VisitRecord, dayOn: string, index: number): void {
    const promised = visit.value.dayOn <= this.#host.session.today && visit.value.dayOn !== dayOn;
    if (!promised) return void this.run(() => this.#week.move(visit, dayOn, index, ''));
    const form = new VisitForm(visit, this.#host, this.#element);
    form.step = 'move';
    form.moveTo = dayOn;
    this.panel = { kind: 'visit', form };
    void form.open();
  }

  #drop = (what: DragItem, dayOn: string, index: number): void => {
    const model = this.#week.model;
    if (!model || this.#around().readOnly || dayOn < model.today) return;
    if (what.kind === 'account') return this.place(what.id, dayOn, index);
    const visit = model.visits.find(({ id }) => id === what.id);
    if (!visit || visit.value.status !== 'planned') return;
    const own = model.visits
      .filter(({ value }) => value.dayOn === dayOn && value.status !== 'cancelled')
      .sort((a, b) => a.value.routeOrder - b.value.routeOrder);
    const at = own.findIndex(({ id }) => id === visit.id);
    this.#move(visit, dayOn, at >= 0 && at < index ? index - 1 : index);
  };

  #act = (visit: VisitRecord, action: string): void => {
    const model = this.#week.model;
    if (!model) return;
    if (action.startsWith('day:')) return this.#move(visit, action.slice(4), 99);
    if (action === 'up' || action === 'down') {
      const own = model.visits
        .filter(({ value }) => value.dayOn === visit.value.dayOn && value.status !== 'cancelled')
        .sort((a, b) => a.value.routeOrder - b.value.routeOrder);
      const at = own.findIndex(({ id }) => id === visit.id) + (action === 'up' ? -1 : 1);
      if (at >= 0 && at < own.length) void this.run(() => this.#week.move(visit, visit.value.dayOn, at, ''));
      return;
    }
    this.openVisit(visit.id);
    if (this.panel?.kind !== 'visit') return;
    if (action === 'cancel') this.panel.form.step = 'cancel';
    if (action === 'start') void this.start(false);
  };

  #openForm(): { readonly form: VisitForm; readonly visit: VisitRecord } | null {
    if (this.panel?.kind !== 'visit') return null;
    const { form } = this.panel;
    const visit = this.#week.model?.visits.find(({ id }) => id === form.visit.id);
    return visit ? { form, visit } : null;
  }

  /** Begins the visit in the panel. */
  async start(withLocation: boolean): Promise<void> {
    const open = this.#openForm();
    if (!open) return;
    const account = this.#week.model?.accounts.get(open.visit.accountId);
    const distance = withLocation && account ? await this.#measure(placeOf(account)) : null;
    await this.run(async () => {
      if (
        !(await this.#week.save(
          open.visit,
          start(open.form.withPlan(open.visit.value), new Date().toISOString(), this.#host.session.today, distance),
        ))
      )
        return;
      // The summary is there to be typed since the save began: the form stays the same.
      open.form.planSaved(this.#week.model?.visits.find(({ id }) => id === open.visit.id) ?? open.visit);
    });
  }

  /** How far the phone is from the customer, as a band; null where it will not say. The place itself goes nowhere. */
  async #measure(place: ReturnType<typeof placeOf>): Promise<DistanceBand | null> {
    if (!place) return null;
    const found = await new Promise<GeolocationPosition | null>((done) =>
      navigator.geolocation.getCurrentPosition(done, () => done(null), {
        enableHighAccuracy: true,
        timeout: 8000,
        maximumAge: 60_000,
      }),
    );
    if (!found) {
      this.#host.notify({ tone: 'info', text: this.#words.t('visit.noLocation') });
      return null;
    }
    return bandOf(distanceKm({ lat: found.coords.latitude, lon: found.coords.longitude }, place));
  }

  /** Sums up the visit in the panel; asks first when it would not count. */
  async complete(): Promise<void> {
    const open = this.#openForm();
    if (!open) return;
    const { form, visit } = open;
    const done = complete(visit.value, form.summary, new Date().toISOString(), this.#around().settings);
    const missing = missingFields(form.summary, ruleFor(visit.value.purpose, this.#around().settings).required);
    const reasons = done.effective?.reasons ?? [];
    if (reasons.length > 0) {
      const fields = this.#words.list(missing.map((field) => this.#words.t(`summary.${field}`)));
      const text = [
        reasons.includes('stayTooShort')
          ? this.#words.t('effective.stayTooShort.long', { min: this.#around().settings.minStayMinutes })
          : '',
        fields ? this.#words.t('summary.missing', { fields }) : '',
      ]
        .filter(Boolean)
        .join(' ');
      const go = await this.#host.confirm({
        title: this.#words.t('visit.completeAnyway'),
        text,
        confirmLabel: this.#words.t('visit.completeAnywayLabel'),
      });
      if (!go) return;
    }
    await this.run(async () => {
      if (!(await this.#week.save(visit, done))) return;
      await form.clear();
      this.#host.events.emit('visit-planning/visit-completed', {
        accountId: visit.accountId,
        visitId: visit.id,
        dayOn: visit.value.dayOn,
      });
      this.openVisit(visit.id);
    });
  }

  /** Carries out cancelling, moving or correcting, with its reason. */
  async confirmStep(): Promise<void> {
    const open = this.#openForm();
    if (!open) return;
    const { form, visit } = open;
    const reason = form.reason.trim();
    const promised = visit.value.dayOn <= this.#host.session.today;
    if (reason === '' && (form.step !== 'move' || promised)) {
      this.#host.notify({ tone: 'warning', text: this.#words.t('step.reasonMissing') });
      return;
    }
    await this.run(async () => {
      if (form.step === 'move') {
        if (!form.moveTo || !(await this.#week.move(visit, form.moveTo, 99, reason))) return;
      } else {
        const by = this.#host.session.user.personId;
        const value =
          form.step === 'cancel'
            ? cancel(visit.value, reason)
            : amend(visit.value, form.summary, { at: new Date().toISOString(), by, reason });
        if (!(await this.#week.save(visit, value))) return;
      }
      await form.clear();
      form.step = 'none';
      this.panel = null;
    });
  }

  /** Proposes a plan for the days that are left, to look at first. */
  propose = (): void => {
    const model = this.#week.model;
    if (!model) return;
    const { accounts, dues, visits, spokenFor, start: from, openDays } = model;
    const input: ProposalInput = {
      days: openDays,
      accounts,
      dues,
      existing: visits,
      spokenFor,
      start: from,
      settings: this.#around().settings,
    };
    this.panel = { kind: 'proposal', input, proposal: proposeWeek(input) };
  };

  /** Saves a proposal; can be undone. */
  async applyProposal(proposal: Proposal): Promise<void> {
    await this.run(async () => {
      const ids = await this.#week.apply(proposal);
      this.panel = null;
      this.#host.notify({
        tone: 'positive',
        text: this.#words.t('proposal.applied', { n: ids.length }),
        action: { label: this.#words.t('undo'), run: () => void this.run(() => this.#week.undoApply(ids)) },
      });
    });
  }

  async #openReport(dayOn: string): Promise<void> {
    const draft = await this.#host.drafts.get<DayReport>(`report:${dayOn}`);
    const stored = this.#week.model?.reports.get(dayOn)?.value;
    this.panel = {
      kind: 'report',
      report: (this.#around().readOnly ? null : draft) ?? stored ?? emptyReport(dayOn),
      restored: draft !== null,
    };
  }

  /** Keeps what is typed into a day report. */
  editReport(report: DayReport, change: Partial<DayReport>): void {
    const next = { ...report, ...change };
    this.panel = { kind: 'report', report: next, restored: false };
    void this.#host.drafts.set(`report:${next.dayOn}`, next);
  }

  /** Saves a day report. */
  async saveReport(report: DayReport): Promise<void> {
    await this.run(async () => {
      await this.#week.saveReport(report);
      await this.#host.drafts.remove(`report:${report.dayOn}`);
      this.panel = null;
    });
  }

  /** What the board may ask for. */
  readonly boardActions: BoardActions = {
    open: this.openVisit,
    openAccount: this.openAccount,
    drop: this.#drop,
    adopt: (accountId, dayOn) => this.place(accountId, dayOn),
    act: this.#act,
    report: (dayOn) => void this.#openReport(dayOn),
  };
}
