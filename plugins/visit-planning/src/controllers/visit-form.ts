import type { PluginHost, ReactiveControllerHost } from '@milepost/sdk';
import { loadFacts } from '../data/account-facts.ts';
import type { AccountFacts } from '../data/account-facts.ts';
import { emptySummary, goalOf } from '../domain/summary.ts';
import type { GoalKind, Visit, VisitPurpose, VisitRecord, VisitSummary } from '../domain/types.ts';

/** Fields of 拜访计划表 a person edits. */
export interface PlanEdit {
  readonly area: string;
  readonly time: string;
  readonly purpose: VisitPurpose;
  readonly content: string;
}

interface Draft {
  readonly plan: PlanEdit | null;
  readonly summary: VisitSummary | null;
  readonly reason: string;
}

/** What is typed about one visit, kept as a draft until it is saved, and the facts beside it. */
export class VisitForm {
  /** As it was when the form was opened, or as it was last saved from it. */
  visit: VisitRecord;
  facts: AccountFacts | 'loading' | 'error' = 'loading';
  /** Something typed was found on this device. */
  restored = false;
  /** A step that needs a reason. */
  step: 'none' | 'cancel' | 'move' | 'amend' = 'none';
  moveTo = '';
  #draft: Draft = { plan: null, summary: null, reason: '' };
  readonly #host: PluginHost;
  readonly #element: ReactiveControllerHost;
  #write: Promise<void> = Promise.resolve();

  constructor(visit: VisitRecord, host: PluginHost, element: ReactiveControllerHost) {
    this.visit = visit;
    this.#host = host;
    this.#element = element;
  }

  get #key(): string {
    return `visit:${this.visit.id}`;
  }

  /** Reads the draft and the facts. */
  async open(): Promise<void> {
    const facts = this.loadFacts();
    const draft = await this.#host.drafts.get<Draft>(this.#key);
    if (draft) {
      this.#draft = draft;
      this.restored = true;
      this.#element.requestUpdate();
    }
    await facts;
  }

  async loadFacts(): Promise<void> {
    this.facts = 'loading';
    try {
      this.facts = await loadFacts(this.#host, this.visit.accountId);
    } catch {
      this.facts = 'error';
    }
    this.#element.requestUpdate();
  }

  get dirty(): boolean {
    return this.#draft.plan !== null || this.#draft.summary !== null;
  }

  get reason(): string {
    return this.#draft.reason;
  }

  get plan(): PlanEdit {
    const { area, time, purpose, content } = this.visit.value;
    return this.#draft.plan ?? { area, time: time ?? '', purpose, content };
  }

  get summary(): VisitSummary {
    return this.#draft.summary ?? this.visit.value.summary ?? emptySummary(this.visit.value.purpose);
  }

  /** The visit with the plan as it is typed. */
  withPlan(value: Visit = this.visit.value): Visit {
    const { area, time, purpose, content } = this.plan;
    return { ...value, area: area.trim(), time: time || null, purpose, content: content.trim() };
  }

  editPlan(change: Partial<PlanEdit>): void {
    this.#set({ ...this.#draft, plan: { ...this.plan, ...change } });
  }

  editSummary(change: Partial<VisitSummary>): void {
    this.#set({ ...this.#draft, summary: { ...this.summary, ...change } });
  }

  /** Changes the goal; the ratio follows. A kind of null takes the goal away. */
  editGoal(change: {
    readonly kind?: GoalKind | null;
    readonly targetMinor?: number | null;
    readonly actualMinor?: number | null;
  }): void {
    const { goal } = this.summary;
    const kind = change.kind === undefined ? (goal?.kind ?? null) : change.kind;
    if (kind === null) return this.editSummary({ goal: null });
    const targetMinor = change.targetMinor === undefined ? (goal?.targetMinor ?? null) : change.targetMinor;
    const actualMinor = change.actualMinor === undefined ? (goal?.actualMinor ?? null) : change.actualMinor;
    this.editSummary({ goal: goalOf(kind, targetMinor, actualMinor) });
  }

  editReason(reason: string): void {
    this.#set({ ...this.#draft, reason });
  }

  /** The plan was saved with the visit; a summary that is being typed already stays. */
  planSaved(visit: VisitRecord): void {
    this.visit = visit;
    this.#set({ ...this.#draft, plan: null });
  }

  /** Forgets what was typed. */
  async clear(): Promise<void> {
    this.#draft = { plan: null, summary: null, reason: '' };
    this.restored = false;
    await this.#write;
    await this.#host.drafts.remove(this.#key);
    this.#element.requestUpdate();
  }

  // One after the other: the last thing typed must be the last thing written.
  #set(draft: Draft): void {
    this.#draft = draft;
    this.#write = this.#write.then(() => this.#host.drafts.set(this.#key, draft)).catch(() => undefined);
    this.#element.requestUpdate();
  }
}
