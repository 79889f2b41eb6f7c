import { ApiError, WriteConflict } from '@milepost/sdk';
import type { PluginHost, RecordOf } from '@milepost/sdk';

/** A write that has not reached the gateway. It lives in the person's drafts until it has. */
export interface Pending {
  readonly collection: 'visits' | 'day-reports';
  readonly id: string;
  readonly ownerId: string;
  readonly accountId: string | null;
  /** The revision it was made on; 0 for a new record. */
  readonly revision: number;
  readonly value: unknown;
  /** Set when the gateway was reached and refused: somebody else wrote first, or the value does not fit. */
  readonly refused?: {
    readonly code: string;
    readonly message: string;
    readonly current: RecordOf<unknown> | null;
  };
}

const key = 'outbox';

/** Whether an error means that the gateway could not be reached (as opposed to having said no). */
export function isUnreachable(error: unknown): boolean {
  return error instanceof ApiError ? error.status === 0 || error.status >= 502 : error instanceof TypeError;
}

/** Writes through to the gateway, and keeps on this device what does not get there. */
export class Outbox {
  readonly #host: PluginHost;
  #items: readonly Pending[] = [];
  #opened: Promise<void> | null = null;
  #flushing: Promise<number> | null = null;
  /** Called whenever something entered or left. */
  onChange: () => void = () => undefined;

  constructor(host: PluginHost) {
    this.#host = host;
  }

  get items(): readonly Pending[] {
    return this.#items;
  }

  /** What waits for one record. */
  of(id: string): Pending | undefined {
    return this.#items.find((item) => item.id === id);
  }

  /** Whether something waits that the gateway has not said no to. */
  get unsent(): boolean {
    return this.#items.some((item) => !item.refused);
  }

  /** Reads what an earlier page left, once: from then on this page knows best. */
  open(): Promise<void> {
    this.#opened ??= this.#read().catch((error: unknown) => {
      this.#opened = null;
      throw error;
    });
    return this.#opened;
  }

  async #read(): Promise<void> {
    const left = (await this.#host.drafts.get<readonly Pending[]>(key)) ?? [];
    this.#items = [...left.filter(({ id }) => !this.of(id)), ...this.#items];
    this.onChange();
  }

  /**
   * Saves. Null means it is kept here for later.
   * @throws WriteConflict, ApiError when the gateway says no; nothing is kept then, the caller still has it.
   */
  async save<T>(write: Omit<Pending, 'value' | 'refused'> & { readonly value: T }): Promise<RecordOf<T> | null> {
    const waiting = this.of(write.id);
    if (waiting) {
      // The record it was made on is the one the first write saw.
      await this.#keep([...this.#without(write.id), { ...write, revision: waiting.revision }]);
      await this.flush();
      return null;
    }
    try {
      return (await this.#put(write)) as RecordOf<T>;
    } catch (error) {
      if (!isUnreachable(error)) throw error;
      await this.#keep([...this.#items, write]);
      return null;
    }
  }

  /**
   * Tries everything again, or only what was not refused. Stops at the first failure of the network. Answers how many got
   * through. Called while it runs, it joins the one under way: nothing is sent twice.
   */
  flush(withRefused = true): Promise<number> {
    this.#flushing ??= this.#flush(withRefused).finally(() => (this.#flushing = null));
    return this.#flushing;
  }

  async #flush(withRefused: boolean): Promise<number> {
    let sent = 0;
    const due = new Set(this.#items.filter((item) => withRefused || !item.refused).map(({ id }) => id));
    const next = (): Pending | undefined => this.#items.find(({ id }) => due.has(id));
    for (let item = next(); item; item = next()) {
      due.delete(item.id);
      try {
        const { revision } = await this.#put(item);
        const newer = this.of(item.id);
        if (newer && newer !== item) {
          // Typed on while it was under way: that goes next, on what is stored now.
          await this.#swap(newer, { ...newer, revision });
          due.add(item.id);
        } else await this.#keep(this.#without(item.id));
        sent += 1;
      } catch (error) {
        if (isUnreachable(error)) break;
        const now = this.of(item.id);
        if (now) await this.#swap(now, { ...now, refused: refusalOf(error) });
      }
    }
    return sent;
  }

  #swap(old: Pending, next: Pending): Promise<void> {
    return this.#keep(this.#items.map((other) => (other === old ? next : other)));
  }

  /** Mine: writes over what is stored now. */
  async keepMine(id: string): Promise<void> {
    const item = this.of(id);
    if (!item) return;
    const { refused, ...rest } = item;
    const revision = refused?.current?.revision ?? item.revision;
    await this.#swap(item, { ...rest, revision });
    await this.flush();
  }

  /** Theirs: forgets what was kept here. */
  async drop(id: string): Promise<void> {
    await this.#keep(this.#without(id));
  }

  #without(id: string): readonly Pending[] {
    return this.#items.filter((item) => item.id !== id);
  }

  #put({ collection, id, value, revision, ownerId, accountId }: Pending): Promise<RecordOf<unknown>> {
    return this.#host.data.collection<unknown>(collection).put(id, value, { revision, ownerId, accountId });
  }

  async #keep(items: readonly Pending[]): Promise<void> {
    this.#items = items;
    if (items.length === 0) await this.#host.drafts.remove(key);
    else await this.#host.drafts.set(key, items);
    this.onChange();
  }
}

function refusalOf(error: unknown): NonNullable<Pending['refused']> {
  const known = error instanceof ApiError ? error : new ApiError({ status: 0, code: 'unknown', message: String(error) });
  const current = known instanceof WriteConflict ? (known.current as RecordOf<unknown> | null) : null;
  const problems = known.problems.map((problem) => problem.message).join(' ');
  return { code: known.code, message: problems || known.message, current };
}
