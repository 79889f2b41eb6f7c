import { newId } from '@milepost/sdk';
import { createCalendar } from '@milepost/calendar';
import type { PluginHost, ReactiveController, ReactiveControllerHost } from '@milepost/sdk';
import type { ApiError } from '@milepost/sdk';
import { readBaseYear } from '../data/actuals.ts';
import { nodesOn, readOrganisation } from '../data/organisation.ts';
import { PlanStore } from '../data/plan-store.ts';
import type { PlanRecordOf } from '../data/plan-store.ts';
import { actualsByNode } from '../domain/actuals.ts';
import type { YearEstimate } from '../domain/complete-year.ts';
import { yearsOf } from '../domain/years.ts';
import type { Decomposition } from '../domain/decomposition.ts';
import { keepEdits, newValues } from '../domain/stored.ts';
import type { NodeMonths, OrganisationMethod, PlanNode, PlanValue, TimeMethod } from '../domain/types.ts';
import { personNodeId } from '../domain/types.ts';
import { toApiError } from './plan-controller.ts';

/** What a person enters before a decomposition; kept as a draft until the plan is saved. */
export interface SetupForm {
  readonly name: string;
  readonly totalMinor: number | null;
  readonly time: TimeMethod;
  readonly organisation: OrganisationMethod;
}

/** Facts of last year that a decomposition rests on. */
export interface SetupFacts {
  readonly nodes: readonly PlanNode[];
  /** By node and month of last year: what each looks after now. */
  readonly lastYear: NodeMonths;
  readonly days: Readonly<Record<string, number>>;
  readonly lastYearMinor: number;
  /** Months of last year that are not over and were estimated; null when it is over. */
  readonly estimate: YearEstimate | null;
}

const emptyForm: SetupForm = { name: '', totalMinor: null, time: 'springFestival', organisation: 'lastYear' };

/** A first decomposition, or a new one of a plan: the form, its preview, and saving it. */
export class SetupController implements ReactiveController {
  form: SetupForm = emptyForm;
  facts: SetupFacts | null = null;
  preview: Decomposition | null = null;
  status: 'closed' | 'loading' | 'ready' | 'error' = 'closed';
  error: ApiError | null = null;
  saving = false;
  /** The plan that is decomposed again; null for a new one. */
  target: PlanRecordOf | null = null;
  year = '';
  readonly #element: ReactiveControllerHost;
  readonly #host: () => PluginHost;
  /** An answer that comes after the form was closed, or opened for something else, is not shown. */
  #run = 0;

  constructor(element: ReactiveControllerHost, host: () => PluginHost) {
    this.#element = element;
    this.#host = host;
    element.addController(this);
  }

  hostConnected(): void {}

  /** Opens the form for a year, with what was typed before. */
  async open(year: string, target: PlanRecordOf | null, name: string): Promise<void> {
    const run = ++this.#run;
    this.year = year;
    this.target = target;
    this.preview = null;
    this.status = 'loading';
    this.error = null;
    this.#element.requestUpdate();
    try {
      const kept = await this.#host().drafts.get<SetupForm>(this.#key);
      const facts = await this.#readFacts();
      if (run !== this.#run) return;
      this.form = { ...emptyForm, name: target?.value.name ?? name, ...kept };
      this.facts = facts;
      this.status = 'ready';
    } catch (error) {
      if (run !== this.#run) return;
      this.status = 'error';
      this.error = toApiError(error);
    }
    this.#element.requestUpdate();
  }

  close(): void {
    this.#run += 1;
    this.status = 'closed';
    this.preview = null;
    this.#element.requestUpdate();
  }

  get #key(): string {
    return `setup/${this.year}/${this.target?.id ?? 'new'}`;
  }

  async #readFacts(): Promise<SetupFacts> {
    const host = this.#host();
    const { fiscalYearStartMonth, timeZone } = host.session.tenant;
    const header = { period: this.year, fiscalYearStartMonth };
    const { thisYear } = yearsOf(header);
    const calendar = createCalendar({ zone: timeZone, fiscalYearStartMonth, country: 'CN' });
    const [rows, { orders, days, estimate }] = await Promise.all([
      readOrganisation(host.crm),
      readBaseYear(host.crm, this.year, 'now', { today: host.session.today, calendar }),
    ]);
    const asOf = host.session.today < thisYear.start ? thisYear.start : host.session.today;
    const nodes = nodesOn(rows, header, asOf);
    const groups = orders.map((order) => ({ ...order, unitId: unitOf(nodes, order.ownerId) }));
    const lastYearMinor = orders.reduce((sum, order) => sum + order.amountMinor, 0);
    return { nodes, lastYear: actualsByNode(nodes, groups), days, lastYearMinor, estimate };
  }

  /** Takes what was typed or chosen; a preview that no longer fits is taken away. */
  change(change: Partial<SetupForm>): void {
    this.form = { ...this.form, ...change };
    this.preview = null;
    void this.#host().drafts.set(this.#key, this.form);
    this.#element.requestUpdate();
  }

  /** Decomposes without saving. */
  async run(): Promise<void> {
    const { facts, form } = this;
    if (!facts || form.totalMinor === null) return;
    const run = this.#run;
    const { decomposeYear } = await import('./changing.ts');
    // What was typed or closed in the meantime is not answered.
    if (run !== this.#run || form !== this.form) return;
    const { session } = this.#host();
    const { fiscalYearStartMonth, timeZone, currency } = session.tenant;
    this.preview = decomposeYear({
      plan: { period: this.year, fiscalYearStartMonth, currency },
      nodes: facts.nodes,
      totalMinor: form.totalMinor,
      time: form.time,
      organisation: form.organisation,
      lastYear: facts.lastYear,
      lastYearDays: facts.days,
      calendar: createCalendar({ zone: timeZone, fiscalYearStartMonth, country: 'CN' }),
      by: session.user.personId,
      at: new Date().toISOString(),
    });
    this.#element.requestUpdate();
  }

  /** Saves the previewed decomposition; answers the plan's id. A failure keeps the form. */
  async save(): Promise<string | null> {
    const result = this.preview?.result;
    const { facts } = this;
    if (!result?.ok || !facts || this.saving) return null;
    this.saving = true;
    this.error = null;
    this.#element.requestUpdate();
    try {
      const id = await this.#write(result.plan, facts);
      await this.#host().drafts.remove(this.#key);
      this.close();
      return id;
    } catch (error) {
      this.error = toApiError(error);
      return null;
    } finally {
      this.saving = false;
      this.#element.requestUpdate();
    }
  }

  async #write(plan: Parameters<typeof newValues>[0], facts: SetupFacts): Promise<string> {
    const host = this.#host();
    const store = new PlanStore(host);
    const at = new Date().toISOString();
    const id = this.target?.id ?? `plan-${this.year}-${newId().slice(0, 8)}`;
    const saved = await store.savePlan(id, this.#planValue(), this.target?.revision ?? 0);
    this.target = saved;
    const stored = await store.allocationsOf(id);
    const before = new Map(stored.map((record) => [record.value.nodeId, record.value.edits]));
    // What a node went through stays with it when the plan is decomposed again.
    const values = newValues(plan, facts.nodes, id, { by: host.session.user.personId, at }).map((value) => ({
      ...value,
      edits: keepEdits([...(before.get(value.nodeId) ?? []), ...value.edits]),
    }));
    await store.replaceAllocations(id, values, stored, new Map(facts.nodes.map((node) => [node.id, node])));
    host.events.emit('target-decomposition/plan-changed', { planId: id, period: this.year });
    return id;
  }

  #planValue(): PlanValue {
    const { session } = this.#host();
    const { time, organisation, name } = this.form;
    const before = this.target?.value;
    return {
      name: name.trim() || this.year,
      period: this.year,
      fiscalYearStartMonth: session.tenant.fiscalYearStartMonth,
      currency: session.tenant.currency,
      status: before?.status ?? 'draft',
      basis: { time, organisation },
      organisationAsOf: session.today,
      copiedFrom: before?.copiedFrom ?? null,
      publishedAt: before?.publishedAt ?? null,
    };
  }
}

/** The unit in which a person stands at the end of the year: where what they look after counts. */
function unitOf(nodes: readonly PlanNode[], personId: string | null): string | null {
  const own = nodes.filter((node) => node.personId !== null && node.personId === personId);
  const last = own.find((node) => node.to === null) ?? own.at(-1);
  return last && last.personId !== null && last.id === personNodeId(last.unitId, last.personId) ? last.unitId : null;
}
