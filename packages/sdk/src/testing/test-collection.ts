import type { Collection, RecordOf, RecordWrite } from '../host/types.ts';
import { ApiError, WriteConflict } from '../host/errors.ts';
import { allOf, pageOf } from './rows.ts';

/** A record to start with. Revision 1 and the session's person unless said otherwise. */
export type TestRecord = { readonly id: string; readonly value: unknown } & Partial<Omit<RecordOf<unknown>, 'id' | 'value'>>;

/** The storage of one collection, with what a test wants to see and to cause. */
export interface TestCollection {
  /** What is stored now, without deleted records. */
  all(): readonly RecordOf<unknown>[];
  /** Somebody else saves: the next write that names the old revision meets a conflict. */
  writeByOther(id: string, value: unknown): RecordOf<unknown>;
}

interface Writer {
  readonly personId: string;
  readonly unitId: string | null;
  /** Instants of writes: a fixed start, one second per write, so that tests repeat. */
  now(): string;
  written(id: string): void;
  before(call: string): Promise<void>;
}

/** A collection in memory with revisions, history, conflicts and all-or-nothing batches. */
export class MemoryCollection implements Collection<unknown>, TestCollection {
  readonly #history = new Map<string, RecordOf<unknown>[]>();
  readonly #writer: Writer;

  constructor(records: readonly TestRecord[], writer: Writer) {
    this.#writer = writer;
    for (const record of records)
      this.#history.set(record.id, [{ ...this.#fresh(record.id, structuredClone(record.value)), ...record }]);
  }

  all(): readonly RecordOf<unknown>[] {
    return [...this.#history.values()].flatMap((versions) => versions.slice(-1)).filter((record) => !record.deleted);
  }

  writeByOther(id: string, value: unknown): RecordOf<unknown> {
    const revision = this.#current(id)?.revision ?? 0;
    return this.#apply({ op: 'put', id, revision, value }, 'p-other');
  }

  async list(
    query: Parameters<Collection<unknown>['list']>[0] = {},
    signal?: AbortSignal,
  ): ReturnType<Collection<unknown>['list']> {
    await this.#writer.before('data.list');
    signal?.throwIfAborted();
    return structuredClone(pageOf(this.all(), query, readRecord));
  }

  async listAll(
    query: Parameters<Collection<unknown>['listAll']>[0] = {},
    signal?: AbortSignal,
  ): Promise<readonly RecordOf<unknown>[]> {
    await this.#writer.before('data.listAll');
    signal?.throwIfAborted();
    return structuredClone(allOf(this.all(), query, readRecord));
  }

  async get(id: string, signal?: AbortSignal): Promise<RecordOf<unknown> | null> {
    await this.#writer.before('data.get');
    signal?.throwIfAborted();
    return structuredClone(this.#current(id) ?? null);
  }

  async put(id: string, value: unknown, options: Parameters<Collection<unknown>['put']>[2]): Promise<RecordOf<unknown>> {
    await this.#writer.before('data.put');
    return structuredClone(this.#apply({ op: 'put', id, value, ...options }));
  }

  async remove(id: string, revision: number): Promise<void> {
    await this.#writer.before('data.remove');
    this.#apply({ op: 'delete', id, revision });
  }

  async history(id: string, signal?: AbortSignal): Promise<readonly RecordOf<unknown>[]> {
    await this.#writer.before('data.history');
    signal?.throwIfAborted();
    return structuredClone([...(this.#history.get(id) ?? [])].reverse());
  }

  async batch(writes: readonly RecordWrite[]): Promise<readonly RecordOf<unknown>[]> {
    await this.#writer.before('data.batch');
    for (const write of writes) this.#check(write);
    return structuredClone(writes.map((write) => this.#apply(write)));
  }

  #current(id: string): RecordOf<unknown> | undefined {
    const last = this.#history.get(id)?.at(-1);
    return last?.deleted ? undefined : last;
  }

  #check(write: RecordWrite): void {
    const current = this.#current(write.id);
    if ((current?.revision ?? 0) === write.revision) return;
    if (!current && write.op === 'delete') {
      throw new ApiError({ status: 404, code: 'record.not-found', message: `There is no record ${write.id}.` });
    }
    throw new WriteConflict({
      status: 409,
      code: 'record.conflict',
      message: 'Somebody else wrote first.',
      current: structuredClone(current ?? null),
    });
  }

  #apply(write: RecordWrite, by = this.#writer.personId): RecordOf<unknown> {
    this.#check(write);
    const before = this.#history.get(write.id) ?? [];
    const last = before.at(-1);
    const base = last ?? this.#fresh(write.id, null);
    const record: RecordOf<unknown> = {
      ...base,
      ...(write.op === 'put' ? owners(write, base) : { deleted: true }),
      value: write.op === 'put' ? structuredClone(write.value) : base.value,
      revision: (last?.revision ?? 0) + 1,
      updatedAt: this.#writer.now(),
      updatedBy: by,
    };
    if (write.op === 'put') delete (record as { deleted?: boolean }).deleted;
    this.#history.set(write.id, [...before, record]);
    this.#writer.written(write.id);
    return record;
  }

  #fresh(id: string, value: unknown): RecordOf<unknown> {
    const { personId, unitId } = this.#writer;
    const at = this.#writer.now();
    return {
      id,
      revision: 1,
      ownerId: personId,
      unitId,
      accountId: null,
      value,
      createdAt: at,
      updatedAt: at,
      updatedBy: personId,
    };
  }
}

function owners(
  write: Extract<RecordWrite, { op: 'put' }>,
  base: RecordOf<unknown>,
): Pick<RecordOf<unknown>, 'ownerId' | 'unitId' | 'accountId'> {
  const pick = (given: string | null | undefined, stored: string | null): string | null => (given === undefined ? stored : given);
  return {
    ownerId: pick(write.ownerId, base.ownerId),
    unitId: pick(write.unitId, base.unitId),
    accountId: pick(write.accountId, base.accountId),
  };
}

const ownFields = ['id', 'ownerId', 'unitId', 'accountId', 'updatedAt', 'createdAt', 'revision'];

function readRecord(row: object, key: string): unknown {
  const record = row as RecordOf<unknown>;
  if (ownFields.includes(key)) return (record as unknown as Record<string, unknown>)[key] ?? null;
  return (record.value as Record<string, unknown> | null)?.[key] ?? null;
}
