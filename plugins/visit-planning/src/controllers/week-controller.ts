import { createCalendar, addDays } from '@milepost/calendar';
import type { WorkingCalendar } from '@milepost/calendar';
import { ApiError, WriteConflict, newId } from '@milepost/sdk';
import type { PluginHost, ReactiveController, ReactiveControllerHost, RecordOf } from '@milepost/sdk';
import { Outbox } from '../data/outbox.ts';
import { visitOf } from '../data/rows.ts';
import { loadWeek } from '../data/week-source.ts';
import type { WeekData } from '../data/week-source.ts';
import { areaOf } from '../domain/area.ts';
import { nextOrder, purposeFor, routeWith } from '../domain/board.ts';
import type { Proposal } from '../domain/propose.ts';
import type { Settings } from '../domain/settings.ts';
import { moveTo, plannedVisit } from '../domain/transitions.ts';
import type { DayReport, Visit, VisitRecord } from '../domain/types.ts';
import { OutboxSender } from './outbox-sender.ts';
import { deriveWeek } from './week-model.ts';
import type { WeekModel } from './week-model.ts';

/** Whose week, which one, and by which rules. */
export interface WeekRequest {
  readonly ownerId: string;
  readonly monday: string;
  readonly settings: Settings;
}

/** A save that the gateway refused; what was to be saved is here still. */
export interface Refusal {
  readonly visit: VisitRecord;
  readonly value: Visit;
  readonly error: ApiError;
}

/** Loads the week of one person and keeps it true while it is worked on. */
export class WeekController implements ReactiveController {
  status: 'loading' | 'ready' | 'error' = 'loading';
  error: ApiError | null = null;
  /** The last save the gateway said no to. */
  refusal: Refusal | null = null;
  readonly #element: ReactiveControllerHost;
  readonly #host: () => PluginHost;
  #request: WeekRequest | null = null;
  #data: WeekData | null = null;
  #model: WeekModel | null = null;
  #calendar: WorkingCalendar | null = null;
  #outbox: Outbox | null = null;
  #abort: AbortController | null = null;
  #stopOnline: (() => void) | null = null;
  readonly #sender = new OutboxSender(
    () => this.outbox.unsent,
    () => this.sync(false),
  );

  constructor(element: ReactiveControllerHost, host: () => PluginHost) {
    this.#element = element;
    this.#host = host;
    element.addController(this);
  }

  hostConnected(): void {
    this.#stopOnline = this.#host().online.subscribe((online) => {
      if (online) void this.#sender.now();
    });
    document.addEventListener('visibilitychange', this.#handleVisibility);
    this.#sender.start();
  }

  hostDisconnected(): void {
    this.#abort?.abort();
    this.#stopOnline?.();
    document.removeEventListener('visibilitychange', this.#handleVisibility);
    this.#sender.stop();
  }

  readonly #handleVisibility = (): void => {
    if (document.visibilityState === 'visible') void this.#sender.now();
  };

  get outbox(): Outbox {
    if (!this.#outbox) {
      this.#outbox = new Outbox(this.#host());
      this.#outbox.onChange = () => {
        this.#changed();
        this.#sender.watch();
      };
    }
    return this.#outbox;
  }

  get calendar(): WorkingCalendar {
    const { timeZone, fiscalYearStartMonth } = this.#host().session.tenant;
    return (this.#calendar ??= createCalendar({ zone: timeZone, fiscalYearStartMonth, country: 'CN' }));
  }

  /** The week with everything that follows from it; null until it is loaded. */
  get model(): WeekModel | null {
    if (!this.#data || !this.#request) return null;
    return (this.#model ??= deriveWeek(this.#data, this.outbox.items, {
      settings: this.#request.settings,
      calendar: this.calendar,
      today: this.#host().session.today,
    }));
  }

  /** Shows a week; the same one again is not loaded twice, not even after a failure: trying again is the person's. */
  async show(request: WeekRequest): Promise<void> {
    const same = this.#request?.ownerId === request.ownerId && this.#request.monday === request.monday;
    this.#request = request;
    if (same) return;
    await this.load();
  }

  /** Loads the week anew. What is shown stays while the same week is refreshed. */
  async load(): Promise<void> {
    const request = this.#request;
    if (!request) return;
    this.#abort?.abort();
    const abort = (this.#abort = new AbortController());
    if (this.#data?.monday !== request.monday || this.#data.ownerId !== request.ownerId) this.#data = null;
    this.status = this.#data ? 'ready' : 'loading';
    this.#changed();
    try {
      const [data] = await Promise.all([
        loadWeek(this.#host(), request.ownerId, request.monday, abort.signal),
        this.outbox.open(),
      ]);
      if (abort.signal.aborted) return;
      this.#data = data;
      this.status = 'ready';
      this.error = null;
      // The gateway has just answered: what an earlier page left can go now.
      void this.#sender.now();
    } catch (error) {
      if (abort.signal.aborted) return;
      this.error = asApiError(error);
      this.status = 'error';
    }
    this.#changed();
  }

  /** Sends what waits on this device and shows what came of it; what the gateway refused only when a person asks for it. */
  async sync(withRefused = true): Promise<void> {
    if (this.outbox.items.length === 0) return;
    if ((await this.outbox.flush(withRefused)) > 0) await this.load();
  }

  /** Puts an account on a day. Answers the visit, for undoing. */
  async place(
    accountId: string,
    dayOn: string,
    plan: Partial<Pick<Visit, 'purpose' | 'content' | 'time'>> = {},
  ): Promise<VisitRecord | null> {
    const model = this.model;
    const account = model?.accounts.get(accountId);
    if (!model || !account) return null;
    const value = plannedVisit({
      dayOn,
      routeOrder: nextOrder(dayOn, model.visits),
      area: areaOf(account),
      purpose: purposeFor(account, model.overdueMinor.get(accountId) ?? 0),
      ...plan,
    });
    const visit: VisitRecord = { id: newVisitId(), revision: 0, ownerId: model.ownerId, accountId, value };
    return (await this.save(visit, value)) ? visit : null;
  }

  /** Takes a visit that was just placed away again. */
  async unplace(id: string): Promise<void> {
    const visit = this.model?.visits.find((item) => item.id === id);
    if (!visit) return;
    await this.outbox.drop(id);
    if (visit.revision > 0) await this.#host().data.collection('visits').remove(id, visit.revision);
    this.#replace(id, null);
  }

  /** Moves a visit to a day and a position among its cards (0 is first); see `routeWith` for who gives way. */
  async move(visit: VisitRecord, dayOn: string, index: number, reason: string): Promise<boolean> {
    const model = this.model;
    if (!model) return false;
    for (const { visit: item, routeOrder } of routeWith(visit, dayOn, index, model.visits)) {
      const value = item.id === visit.id ? moveTo(item.value, dayOn, routeOrder, reason) : { ...item.value, routeOrder };
      if (!(await this.save(item, value))) return false;
    }
    return true;
  }

  /** Saves one visit. False when the gateway said no; `refusal` says why, and nothing typed is lost. */
  async save(visit: VisitRecord, value: Visit): Promise<boolean> {
    const { id, revision, ownerId, accountId } = visit;
    const before = this.#data;
    this.#replace(id, { ...visit, value });
    try {
      const stored = await this.outbox.save<Visit>({
        collection: 'visits',
        id,
        revision,
        ownerId,
        accountId,
        value,
      });
      if (stored) this.#replace(id, visitOf(stored));
      this.refusal = null;
      return true;
    } catch (error) {
      this.#data = before;
      this.refusal = { visit, value, error: asApiError(error) };
      this.#changed();
      return false;
    }
  }

  /** Mine over theirs: the refused save again, on the revision stored now. */
  async keepMine(): Promise<boolean> {
    const refusal = this.refusal;
    if (!refusal) return false;
    const { visit, value, error } = refusal;
    const current = error instanceof WriteConflict ? (error.current as RecordOf<Visit> | null) : null;
    return this.save({ ...visit, revision: current?.revision ?? visit.revision }, value);
  }

  /** Theirs: shows what is stored. */
  async takeTheirs(): Promise<void> {
    this.refusal = null;
    await this.load();
  }

  /** Saves a proposal: all of its visits or none. */
  async apply(proposal: Proposal): Promise<readonly string[]> {
    const model = this.model;
    if (!model) return [];
    const writes = proposal.days
      .flatMap((day) => day.added)
      .flatMap((item) => {
        const account = model.accounts.get(item.accountId);
        if (!account) return [];
        const purpose = purposeFor(account, model.overdueMinor.get(item.accountId) ?? 0);
        const value = plannedVisit({ ...item, area: areaOf(account), purpose, placedBy: 'proposal' });
        return [
          {
            op: 'put',
            id: newVisitId(),
            revision: 0,
            value,
            ownerId: model.ownerId,
            accountId: item.accountId,
          } as const,
        ];
      });
    const stored = await this.#host().data.collection<Visit>('visits').batch(writes);
    for (const record of stored) this.#replace(record.id, visitOf(record));
    return stored.map(({ id }) => id);
  }

  /** Takes the visits of a proposal away again, where nobody has touched them. */
  async undoApply(ids: readonly string[]): Promise<void> {
    const writes = (this.model?.visits ?? [])
      .filter(({ id, value }) => ids.includes(id) && value.status === 'planned')
      .map(({ id, revision }) => ({ op: 'delete', id, revision }) as const);
    if (writes.length === 0) return;
    await this.#host().data.collection<Visit>('visits').batch(writes);
    for (const { id } of writes) this.#replace(id, null);
  }

  /** Saves what a day report says. @throws ApiError when the gateway says no. */
  async saveReport(value: DayReport): Promise<void> {
    const model = this.model;
    if (!model) return;
    const stored = model.reports.get(value.dayOn);
    const id = stored?.id ?? `${model.ownerId}:${value.dayOn}`;
    const revision = stored?.revision ?? 0;
    await this.outbox.save<DayReport>({
      collection: 'day-reports',
      id,
      revision,
      ownerId: model.ownerId,
      accountId: null,
      value,
    });
    await this.load();
  }

  #replace(id: string, next: VisitRecord | null): void {
    const data = this.#data;
    if (!data) return;
    const swap = (visits: readonly VisitRecord[]): readonly VisitRecord[] => [
      ...visits.filter((item) => item.id !== id),
      ...(next ? [next] : []),
    ];
    const inWeek = next && next.value.dayOn >= data.monday && next.value.dayOn <= addDays(data.monday, 6);
    const history = next?.value.status === 'completed' ? [next, ...data.history.filter((item) => item.id !== id)] : data.history;
    this.#data = {
      ...data,
      visits: inWeek || !next ? swap(data.visits) : data.visits.filter((item) => item.id !== id),
      history,
    };
    this.#changed();
  }

  #changed(): void {
    this.#model = null;
    this.#element.requestUpdate();
  }
}

function newVisitId(): string {
  return `v-${newId()}`;
}

function asApiError(error: unknown): ApiError {
  if (error instanceof ApiError) return error;
  return new ApiError({
    status: 0,
    code: 'unreachable',
    message: error instanceof Error ? error.message : String(error),
  });
}
