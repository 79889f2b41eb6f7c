import type { LogEntry } from './log-entry.ts';

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
          action: { enum: ['decompose', 'fit', 'set', 'add', 'percent', 'clear', 'hold', 'release', 'move'] },
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
        fallback: { enum: [null, 'even', 'evenEmpty', 'declared'] },
        reserved: { type: 'integer' },
      },
    },
  },
} as const;
