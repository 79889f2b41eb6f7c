/** The stored form of a plan: one record per node, parents included, so that a server can check the sums by itself. */
import { AllocationError } from '../error.ts';
import { boxOf, boxValue, cellKey, createPlan, withLeaves } from './plan.ts';
import { verifySums } from '../records/verify-sums.ts';
import type { LogEntry } from './log.ts';
import type { CellRef, LeafValue, Plan, PlanHeader } from './plan.ts';

/** One node of a plan as stored. */
export interface PlanRecord {
  readonly nodeId: string;
  readonly parentId: string | null;
  /** Value of every month of the plan; null where nobody has said anything. A parent has the sums of its children. */
  readonly months: Readonly<Record<string, number | null>>;
  /** Held periods of this node: months, quarters or the year. */
  readonly held: readonly string[];
  /** Changes entered at this node, with the divisions that explain the cells they moved. */
  readonly edits: readonly LogEntry[];
}

/** JSON Schema (2020-12) of a PlanRecord. */
export const planRecordSchema = {
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  title: 'Plan record',
  type: 'object',
  required: ['nodeId', 'parentId', 'months', 'held', 'edits'],
  additionalProperties: false,
  properties: {
    nodeId: { type: 'string', minLength: 1 },
    parentId: { type: ['string', 'null'] },
    months: {
      type: 'object',
      propertyNames: { pattern: '^\\d{4}-(0[1-9]|1[0-2])$' },
      additionalProperties: {
        type: ['integer', 'null'],
        minimum: Number.MIN_SAFE_INTEGER,
        maximum: Number.MAX_SAFE_INTEGER,
      },
    },
    held: {
      type: 'array',
      uniqueItems: true,
      items: { type: 'string', pattern: '^\\d{4}(-(Q[1-4]|0[1-9]|1[0-2]))?$' },
    },
    edits: {
      type: 'array',
      items: {
        type: 'object',
        required: ['seq', 'action', 'target', 'before', 'after', 'splits'],
        additionalProperties: false,
        properties: {
          seq: { type: 'integer', minimum: 1 },
          action: { enum: ['decompose', 'set', 'add', 'percent', 'clear', 'hold', 'release'] },
          target: { $ref: '#/$defs/cell' },
          before: { type: ['integer', 'null'] },
          after: { type: ['integer', 'null'] },
          by: { type: 'string' },
          at: { type: 'string', format: 'date-time' },
          reason: { type: 'string' },
          splits: { type: 'array', items: { $ref: '#/$defs/split' } },
        },
      },
    },
  },
  $defs: {
    cell: {
      type: 'object',
      required: ['node', 'period'],
      additionalProperties: false,
      properties: { node: { type: 'string' }, period: { type: 'string' } },
    },
    split: {
      type: 'object',
      required: ['node', 'period', 'before', 'after', 'method', 'pool', 'weight', 'of', 'fallback'],
      additionalProperties: false,
      properties: {
        node: { type: 'string' },
        period: { type: 'string' },
        before: { type: ['integer', 'null'] },
        after: { type: ['integer', 'null'] },
        method: { type: 'string' },
        pool: { type: 'integer' },
        weight: { type: 'number', minimum: 0 },
        of: { type: 'number', minimum: 0 },
        fallback: { enum: [null, 'even', 'evenEmpty'] },
        reserved: { type: 'integer' },
      },
    },
  },
} as const;

/** The records of a plan, parents before children. Equal plans give equal JSON. */
export function toRecords(plan: Plan): PlanRecord[] {
  const holds = [...plan.holds.values()];
  return [...plan.organisation.members.values()].map(({ id, parentId }) => ({
    nodeId: id,
    parentId,
    months: Object.fromEntries(
      plan.time.leaves.map((month) => [month, boxValue(plan, boxOf(plan, { node: id, period: month }))]),
    ),
    held: holds
      .filter((hold) => hold.node === id)
      .map((hold) => hold.period)
      .sort(),
    edits: plan.log.filter((entry) => entry.target.node === id),
  }));
}

/**
 * The plan of stored records. Throws an AllocationError for a broken tree, an unknown period, an amount that is no safe
 * integer, and `allocation.records.parent` when a parent is not the sum of its children.
 */
export function fromRecords(header: PlanHeader, records: readonly PlanRecord[]): Plan {
  const nodes = records.map(({ nodeId, parentId }) => ({ id: nodeId, parentId }));
  const empty = createPlan(header, nodes);
  const [wrong] = verifySums(records);
  if (wrong !== undefined) {
    throw new AllocationError('allocation.records.parent', `${wrong.node} × ${wrong.period}`, wrong.path);
  }
  const changes: LeafValue[] = [];
  const holds = new Map<string, CellRef>();
  for (const record of records) {
    for (const period of record.held) {
      const { ref } = boxOf(empty, { node: record.nodeId, period });
      holds.set(cellKey(ref), ref);
    }
    for (const [period, value] of Object.entries(record.months)) {
      const box = boxOf(empty, { node: record.nodeId, period });
      const leaf = box.node.children.length === 0 && box.period.children.length === 0;
      if (leaf && value !== null) changes.push({ row: box.node.from, month: box.period.from, value });
    }
  }
  const log = records.flatMap((record) => record.edits).sort((a, b) => a.seq - b.seq);
  return { ...withLeaves(empty, changes), holds, log };
}
