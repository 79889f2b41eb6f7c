import { createCalendar } from '@milepost/calendar';
import type { WorkingCalendar } from '@milepost/calendar';
import { leafIds } from '@milepost/allocation';
import { timeOf } from '@milepost/allocation/records';
import { ApiError, WriteConflict } from '@milepost/sdk';
import type { PluginHost, ReactiveController, ReactiveControllerHost } from '@milepost/sdk';
import { readBaseYear, readOrders } from '../data/actuals.ts';
import { nodesOn, readOrganisation } from '../data/organisation.ts';
import { PlanStore } from '../data/plan-store.ts';
import type { PlanRecordOf } from '../data/plan-store.ts';
import { actualsByNode } from '../domain/actuals.ts';
import type { YearEstimate } from '../domain/complete-year.ts';
import { organisationChanges } from '../domain/changes.ts';
import type { OrganisationChange } from '../domain/changes.ts';
import type { PlanEdit, Preview, Refused } from '../domain/plan-edit.ts';
import { yearsOf } from '../domain/years.ts';
import { changedValues } from '../domain/stored.ts';
import type { NodeMonths, PlanNode } from '../domain/types.ts';
import { isDirty, keepEdit, openModel, planNow, redoEdit, undoEdit } from './plan-model.ts';
import type { PlanModel } from './plan-model.ts';
import type * as Changing from './changing.ts';
import type { SaveConflict } from './save-conflict.ts';

/** The year's facts beside the plan. */
export interface Facts {
  /** 分 by node and month of this year, as they counted. */
  readonly actual: NodeMonths;
  readonly lastYear: NodeMonths;
  /** Months of last year that are not over and were estimated; null when it is over. */
  readonly estimate: YearEstimate | null;
  readonly nodes: readonly PlanNode[];
  /** Names by person id. */
  readonly people: ReadonlyMap<string, string>;
  readonly changes: readonly OrganisationChange[];
}

interface Draft {
  readonly edits: readonly PlanEdit[];
}

/** Loads, edits and saves the plans of a year for an element. The element reads its fields when it renders. */
export class PlanController implements ReactiveController {
  status: 'loading' | 'error' | 'ready' = 'loading';
  error: ApiError | null = null;
  year = '';
  plans: readonly PlanRecordOf[] = [];
  model: PlanModel | null = null;
  facts: Facts | null = null;
  saving = false;
  saveError: ApiError | null = null;
  conflict: SaveConflict | null = null;
  /** The merge asked for would change a total that is not the person's to change. */
  totalBroken = false;
  /** What a restored draft brought back, until it is acknowledged. */
  restored: { readonly edits: number; readonly failed: number } | null = null;
  calendar: WorkingCalendar | null = null;
  readonly #element: ReactiveControllerHost;
  readonly #host: () => PluginHost;
  #loading: AbortController | null = null;
  /** Why the published plan is changed: the same for the merge that a conflict asks for. */
  #reason: string | undefined;

  constructor(element: ReactiveControllerHost, host: () => PluginHost) {
    this.#element = element;
    this.#host = host;
    element.addController(this);
  }

  hostDisconnected(): void {
    this.#loading?.abort();
  }

  get store(): PlanStore {
    return new PlanStore(this.#host());
  }

  get dirty(): boolean {
    return this.model !== null && isDirty(this.model);
  }

  get reach(): PlanModel['reach'] {
    const role = this.#host().session.user.role;
    return role === 'ops' || role === 'admin' ? 'all' : role === 'manager' ? 'branch' : 'none';
  }

  /** Reads a fiscal year: its plans, the chosen or published one, the organisation and the orders of two years. */
  async load(year: string, planId?: string): Promise<void> {
    this.#loading?.abort();
    const loading = new AbortController();
    this.#loading = loading;
    if (year !== this.year) this.#clear(year);
    this.status = this.model ? 'ready' : 'loading';
    this.#element.requestUpdate();
    try {
      await this.#read(year, planId, loading.signal);
      this.status = 'ready';
      this.error = null;
    } catch (error) {
      if (loading.signal.aborted) return;
      this.status = 'error';
      this.error = toApiError(error);
    }
    this.#element.requestUpdate();
  }

  #clear(year: string): void {
    this.year = year;
    this.plans = [];
    this.model = null;
    this.facts = null;
    this.restored = null;
  }

  async #read(year: string, planId: string | undefined, signal: AbortSignal): Promise<void> {
    const host = this.#host();
    const { timeZone, fiscalYearStartMonth } = host.session.tenant;
    this.calendar ??= createCalendar({ zone: timeZone, fiscalYearStartMonth, country: 'CN' });
    const { thisYear } = yearsOf({ period: year, fiscalYearStartMonth });
    const [plans, rows, now, then] = await Promise.all([
      this.store.plansOf(year, signal),
      readOrganisation(host.crm, signal),
      readOrders(host.crm, thisYear, 'then', signal),
      readBaseYear(host.crm, year, 'then', { today: host.session.today, calendar: this.calendar }, signal),
    ]);
    const visible = this.reach === 'all' ? plans : plans.filter((plan) => plan.value.status === 'published');
    const chosen = visible.find((plan) => plan.id === planId) ?? visible[0];
    const stored = chosen ? await this.store.allocationsOf(chosen.id, signal) : [];
    signal.throwIfAborted();
    this.plans = visible;
    const header = { period: year, fiscalYearStartMonth };
    const nodes = nodesOn(rows, header, host.session.today);
    const planned = stored.map(({ value }) => ({ id: value.nodeId, parentId: value.parentId }));
    const tree = [...planned, ...nodes.filter((node) => !planned.some(({ id }) => id === node.id))];
    this.model = chosen && stored.length > 0 ? openModel(chosen, stored, host.session.user.role) : null;
    const months = this.model ? leafIds(timeOf(planNow(this.model))) : [];
    const seen = new Set(stored.map(({ value }) => value.nodeId));
    // Who joined is only told to those who see the unit; a representative sees their own nodes and no unit.
    const known = nodes.filter((node) => seen.has(node.unitId) || seen.has(node.id));
    const changes = organisationChanges(
      stored.map(({ value }) => value),
      known,
      months,
    );
    const people = new Map(rows.people.map((person) => [person.id, person.name]));
    this.facts = {
      actual: actualsByNode(tree, now),
      lastYear: actualsByNode(tree, then.orders),
      estimate: then.estimate,
      nodes,
      people,
      changes,
    };
    if (this.model) await this.#restoreDraft(this.model);
  }

  async #restoreDraft(model: PlanModel): Promise<void> {
    const draft = await this.#host().drafts.get<Draft>(draftKey(model));
    if (!draft || draft.edits.length === 0 || model.reach === 'none') return;
    const { replay } = await changing();
    const replayed = replay(model, draft.edits);
    this.model = replayed.model;
    this.restored = { edits: draft.edits.length - replayed.failed.length, failed: replayed.failed.length };
  }

  /** Loads what edits need, so that the first one does not wait for it. */
  prepare(): void {
    if (this.reach !== 'none') void changing().catch(() => undefined);
  }

  /** What an edit would do. */
  async preview(edit: PlanEdit): Promise<Preview | null> {
    const module = await this.#changing();
    return module && this.model ? module.previewEdit(this.model, edit) : null;
  }

  /** Applies an edit and keeps it in the draft; a refusal is answered and nothing changes. */
  async apply(edit: PlanEdit): Promise<{ readonly ok: true } | Refused | null> {
    const module = await this.#changing();
    if (!module || !this.model) return null;
    const result = module.tryEdit(this.model, edit);
    if (result.ok) this.#set(keepEdit(this.model, edit, result));
    return result;
  }

  /** Null when it could not be loaded, as without a connection; the person is told. */
  async #changing(): Promise<typeof Changing | null> {
    try {
      return await changing();
    } catch (error) {
      const { message, code } = toApiError(error);
      const host = this.#host();
      host.notify({ tone: 'critical', text: host.i18n.t('plan.action.failed', { message, code }) });
      return null;
    }
  }

  undo(): void {
    if (this.model) this.#set(undoEdit(this.model));
  }

  redo(): void {
    if (this.model) this.#set(redoEdit(this.model));
  }

  /** Forgets everything unsaved. */
  async discard(): Promise<void> {
    if (!this.model) return;
    await this.#host().drafts.remove(draftKey(this.model));
    const { record, stored } = this.model;
    this.restored = null;
    this.saveError = null;
    this.model = openModel(record, stored, this.#host().session.user.role);
    this.#element.requestUpdate();
  }

  #set(model: PlanModel): void {
    this.model = model;
    this.saveError = null;
    void this.#host().drafts.set(draftKey(model), { edits: model.edits } satisfies Draft);
    this.#element.requestUpdate();
  }

  /** Saves the changed nodes in one transaction. A failure keeps every edit. */
  async save(reason?: string): Promise<boolean> {
    const { model } = this;
    if (!model || this.saving) return false;
    this.#reason = reason;
    this.saving = true;
    this.#element.requestUpdate();
    try {
      const values = this.#changed(model, reason);
      const revisions = new Map(model.stored.map((record) => [record.value.nodeId, record.revision]));
      if (values.length > 0) await this.store.saveAllocations(model.record.id, values, revisions);
      await this.#saved(model);
      return true;
    } catch (error) {
      await this.#failed(model, error, reason);
      return false;
    } finally {
      this.saving = false;
      this.#element.requestUpdate();
    }
  }

  #changed(model: PlanModel, reason: string | undefined): ReturnType<typeof changedValues> {
    const plan = planNow(model);
    const journal = plan.journal.map((entry) => (entry.seq > model.since && reason ? { ...entry, reason } : entry));
    const stored = model.stored.map((record) => record.value);
    const { since, hiddenHolds } = model;
    return changedValues({ ...plan, journal }, stored, {
      since,
      hiddenHolds,
      by: this.#host().session.user.personId,
      at: new Date().toISOString(),
    });
  }

  async #saved(model: PlanModel): Promise<void> {
    const host = this.#host();
    await host.drafts.remove(draftKey(model));
    this.restored = null;
    this.saveError = null;
    this.conflict = null;
    const stored = await this.store.allocationsOf(model.record.id);
    this.model = openModel(model.record, stored, host.session.user.role);
    host.events.emit('target-decomposition/plan-changed', { planId: model.record.id, period: model.record.value.period });
  }

  async #failed(model: PlanModel, error: unknown, reason: string | undefined): Promise<void> {
    this.saveError = toApiError(error);
    if (!(error instanceof WriteConflict)) return;
    const stored = await this.store.allocationsOf(model.record.id);
    const { SaveConflict } = await changing();
    const conflict = new SaveConflict(model, stored, this.#host().session.user);
    if (conflict.clean && (await this.#saveMerged(conflict, {}, reason))) return;
    this.conflict = conflict;
  }

  async #saveMerged(
    conflict: SaveConflict,
    choices: Readonly<Record<string, 'mine' | 'theirs'>>,
    reason: string | undefined,
  ): Promise<boolean> {
    const merged = conflict.resolve(choices);
    this.totalBroken = merged === null;
    if (!merged) return false;
    try {
      const values = this.#changed(merged, reason);
      const revisions = new Map(merged.stored.map((record) => [record.value.nodeId, record.revision]));
      if (values.length > 0) await this.store.saveAllocations(merged.record.id, values, revisions);
      await this.#saved(merged);
      this.#host().notify({ tone: 'info', text: this.#host().i18n.t('conflict.merged', { count: conflict.theirs.length }) });
      return true;
    } catch (error) {
      this.saveError = toApiError(error);
      return false;
    }
  }

  /** Saves a merge with the person's choices for the nodes that both changed. */
  async resolve(choices: Readonly<Record<string, 'mine' | 'theirs'>>): Promise<boolean> {
    if (!this.conflict) return false;
    this.saving = true;
    this.#element.requestUpdate();
    const saved = await this.#saveMerged(this.conflict, choices, this.#reason);
    this.saving = false;
    this.#element.requestUpdate();
    return saved;
  }

  /** Leaves the conflict open: the edits stay where they are, unsaved. */
  dismissConflict(): void {
    this.conflict = null;
    this.#element.requestUpdate();
  }
}

/** A page that is only read does without what changes a plan. */
const changing = (): Promise<typeof Changing> => import('./changing.ts');

function draftKey(model: PlanModel): string {
  return `plan/${model.record.id}`;
}

/** Whatever was thrown, as an error a person can be told about. */
export function toApiError(error: unknown): ApiError {
  if (error instanceof ApiError) return error;
  const code = (error as { code?: unknown }).code;
  return new ApiError({
    status: 0,
    code: typeof code === 'string' ? code : 'plan.failed',
    message: error instanceof Error ? error.message : String(error),
  });
}
