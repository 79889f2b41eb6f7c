/**
 * The independent check of a stored plan. It imports nothing of the engine and knows only what a sum is, so that a fault of
 * the engine cannot hide itself. A server runs it before it accepts a write.
 */

/** What the check reads of a record. */
export interface SumRecord {
  readonly nodeId: string;
  readonly parentId: string | null;
  readonly months: Readonly<Record<string, number | null>>;
}

/** A cell that is not what its children add up to, or that cannot be checked. */
export interface SumError {
  readonly node: string;
  readonly period: string;
  /**
   * `sum`: differs from the children. `integer`: no safe integer. `duplicate`: the node occurs twice. `parent`: the parent
   * is missing. `cycle`: the node is above itself.
   */
  readonly code: 'sum' | 'integer' | 'duplicate' | 'parent' | 'cycle';
  readonly value: number | null;
  /** Sum of the children, null when all of them are null. */
  readonly expected: number | null;
  /** Where the value stands: `records.0.months.2026-01`. */
  readonly path: string;
}

/** Lists every parent cell that differs from the sum of its children, in integers; an empty list is a pass. */
export function verifySums(records: readonly SumRecord[]): SumError[] {
  const positions = new Map(records.map((record, index) => [record.nodeId, index]));
  const children = new Map<string, SumRecord[]>();
  for (const record of records) {
    if (record.parentId === null) continue;
    const siblings = children.get(record.parentId);
    if (siblings === undefined) children.set(record.parentId, [record]);
    else siblings.push(record);
  }
  return records.flatMap((record, index) => [
    ...checkPlace(records, record, index, positions),
    ...checkIntegers(record, index),
    ...checkChildren(record, index, children.get(record.nodeId)),
  ]);
}

function checkPlace(
  records: readonly SumRecord[],
  record: SumRecord,
  index: number,
  positions: ReadonlyMap<string, number>,
): SumError[] {
  const error = (code: SumError['code'], field: string): SumError[] => [
    { node: record.nodeId, period: '', code, value: null, expected: null, path: `records.${index}.${field}` },
  ];
  if (positions.get(record.nodeId) !== index) return error('duplicate', 'nodeId');
  let above = record.parentId;
  for (let height = 0; above !== null; height += 1) {
    const position = positions.get(above);
    if (position === undefined) return height === 0 ? error('parent', 'parentId') : [];
    if (above === record.nodeId || height > records.length) return error('cycle', 'parentId');
    above = records[position]?.parentId ?? null;
  }
  return [];
}

function checkIntegers(record: SumRecord, index: number): SumError[] {
  return Object.entries(record.months).flatMap(([period, value]) =>
    value === null || Number.isSafeInteger(value)
      ? []
      : [
          {
            node: record.nodeId,
            period,
            code: 'integer',
            value,
            expected: null,
            path: pathOf(index, period),
          },
        ],
  );
}

function checkChildren(record: SumRecord, index: number, children: readonly SumRecord[] | undefined): SumError[] {
  if (children === undefined) return [];
  const periods = new Set([record, ...children].flatMap(({ months }) => Object.keys(months)));
  return [...periods].sort().flatMap((period): SumError[] => {
    const value = record.months[period] ?? null;
    const expected = sumUp(children.map(({ months }) => months[period] ?? null));
    if (value === expected) return [];
    return [{ node: record.nodeId, period, code: 'sum', value, expected, path: pathOf(index, period) }];
  });
}

/** Null when nobody said anything. A non-integer is reported by itself and must not stop the sum. */
function sumUp(values: readonly (number | null)[]): number | null {
  let sum: bigint | null = null;
  for (const value of values) {
    if (value !== null && Number.isSafeInteger(value)) sum = (sum ?? 0n) + BigInt(value);
  }
  return sum === null ? null : Number(sum);
}

function pathOf(index: number, period: string): string {
  return `records.${index}.months.${period}`;
}
