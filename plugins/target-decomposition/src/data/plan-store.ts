import type { Filter } from '@milepost/crm';
import type { Collection, PluginHost, RecordOf, RecordWrite } from '@milepost/sdk';
import { recordId } from '../domain/types.ts';
import type { AllocationValue, PlanNode, PlanValue } from '../domain/types.ts';

/** A stored plan. */
export type PlanRecordOf = RecordOf<PlanValue>;
/** A stored node of a plan. */
export type AllocationRecord = RecordOf<AllocationValue>;

/** Reads and writes the two collections of the plugin. All its I/O on records is here. */
export class PlanStore {
  readonly #plans: Collection<PlanValue>;
  readonly #allocations: Collection<AllocationValue>;

  constructor(host: PluginHost) {
    this.#plans = host.data.collection('plans');
    this.#allocations = host.data.collection('allocations');
  }

  /** The plans of a fiscal year: the published one first, then by name. */
  async plansOf(period: string, signal?: AbortSignal): Promise<PlanRecordOf[]> {
    const plans = await this.#plans.listAll({ where: [{ field: 'period', op: 'eq', value: period }] }, signal);
    return [...plans].sort((a, b) => rank(a) - rank(b) || (a.value.name < b.value.name ? -1 : 1));
  }

  /** The published plan of a year, if there is one. */
  async publishedOf(period: string, signal?: AbortSignal): Promise<PlanRecordOf | null> {
    return (await this.plansOf(period, signal)).find((plan) => plan.value.status === 'published') ?? null;
  }

  /** The nodes of a plan that the person may see. */
  allocationsOf(planId: string, signal?: AbortSignal): Promise<readonly AllocationRecord[]> {
    return this.#allocations.listAll({ where: [{ field: 'planId', op: 'eq', value: planId }] }, signal);
  }

  /** The nodes of one person in a plan. */
  ownAllocations(planId: string, personId: string, signal?: AbortSignal): Promise<readonly AllocationRecord[]> {
    const where = [
      { field: 'planId', op: 'eq', value: planId },
      { field: 'ownerId', op: 'eq', value: personId },
    ] as const;
    return this.#allocations.listAll({ where }, signal);
  }

  /** The node of a unit in a plan; without one the top of what the person sees. */
  async unitAllocations(planId: string, unitId: string | null, signal?: AbortSignal): Promise<readonly AllocationRecord[]> {
    const where: Filter[] = [{ field: 'planId', op: 'eq', value: planId }];
    if (unitId !== null)
      return this.#allocations.listAll({ where: [...where, { field: 'nodeId', op: 'eq', value: unitId }] }, signal);
    return this.#allocations.listAll({ where: [...where, { field: 'parentId', op: 'isNull', value: true }] }, signal);
  }

  /** Saves a plan's own fields. @throws WriteConflict */
  savePlan(id: string, value: PlanValue, revision: number): Promise<PlanRecordOf> {
    return this.#plans.put(id, value, { revision, ownerId: null, unitId: null });
  }

  /** Publishes one plan and takes the others of its year back, all or nothing. @throws WriteConflict */
  async publish(plan: PlanRecordOf, others: readonly PlanRecordOf[], at: string): Promise<void> {
    const put = (record: PlanRecordOf, value: PlanValue): RecordWrite<PlanValue> => ({
      op: 'put',
      id: record.id,
      revision: record.revision,
      value,
    });
    const back = others.filter((other) => other.id !== plan.id && other.value.status === 'published');
    await this.#plans.batch([
      ...back.map((other) => put(other, { ...other.value, status: 'draft' as const })),
      put(plan, { ...plan.value, status: 'published', publishedAt: at }),
    ]);
  }

  /** Writes changed nodes in one transaction, each at the revision that was seen. @throws WriteConflict */
  async saveAllocations(
    planId: string,
    values: readonly AllocationValue[],
    revisions: ReadonlyMap<string, number>,
  ): Promise<void> {
    await this.#allocations.batch(
      values.map((value): RecordWrite<AllocationValue> => {
        return { op: 'put', id: recordId(planId, value.nodeId), revision: revisions.get(value.nodeId) ?? 0, value };
      }),
    );
  }

  /** Adds nodes without numbers to a plan, all or nothing: people who joined after it was made. */
  async addNodes(plan: PlanRecordOf, nodes: readonly PlanNode[], months: readonly string[]): Promise<void> {
    const empty = Object.fromEntries(months.map((month) => [month, null]));
    await this.#allocations.batch(
      nodes.map(({ id: nodeId, parentId, kind, label, from, to, personId, unitId }): RecordWrite<AllocationValue> => ({
        op: 'put',
        id: recordId(plan.id, nodeId),
        revision: 0,
        value: {
          planId: plan.id,
          period: plan.value.period,
          nodeId,
          parentId,
          kind,
          label,
          from,
          to,
          months: empty,
          held: [],
          edits: [],
        },
        ownerId: personId,
        unitId,
      })),
    );
  }

  /** Writes copies of nodes for another plan; they belong to whom the originals belong to. */
  async copyAllocations(
    planId: string,
    values: readonly AllocationValue[],
    originals: readonly AllocationRecord[],
  ): Promise<void> {
    const from = new Map(originals.map((record) => [record.value.nodeId, record]));
    await this.#allocations.batch(
      values.map((value): RecordWrite<AllocationValue> => {
        const { ownerId = null, unitId = null } = from.get(value.nodeId) ?? {};
        return { op: 'put', id: recordId(planId, value.nodeId), revision: 0, value, ownerId, unitId };
      }),
    );
  }

  /** Replaces all nodes of a plan in one transaction. */
  async replaceAllocations(
    planId: string,
    values: readonly AllocationValue[],
    stored: readonly AllocationRecord[],
    nodes: ReadonlyMap<string, PlanNode>,
  ): Promise<void> {
    const kept = new Set(values.map((value) => value.nodeId));
    const revisions = new Map(stored.map((record) => [record.value.nodeId, record.revision]));
    const gone = stored.filter((record) => !kept.has(record.value.nodeId));
    await this.#allocations.batch([
      ...gone.map((record): RecordWrite<AllocationValue> => ({ op: 'delete', id: record.id, revision: record.revision })),
      ...values.map((value): RecordWrite<AllocationValue> => {
        const node = nodes.get(value.nodeId);
        const belonging = node ? { ownerId: node.personId, unitId: node.unitId } : {};
        return { op: 'put', id: recordId(planId, value.nodeId), revision: revisions.get(value.nodeId) ?? 0, value, ...belonging };
      }),
    ]);
  }

  /** Deletes a plan and its nodes. The nodes go first, so that an interruption leaves an empty plan and no orphans. */
  async remove(plan: PlanRecordOf): Promise<void> {
    const records = await this.allocationsOf(plan.id);
    if (records.length > 0) {
      await this.#allocations.batch(records.map(({ id, revision }) => ({ op: 'delete', id, revision })));
    }
    await this.#plans.remove(plan.id, plan.revision);
  }
}

function rank(plan: PlanRecordOf): number {
  return plan.value.status === 'published' ? 0 : 1;
}
