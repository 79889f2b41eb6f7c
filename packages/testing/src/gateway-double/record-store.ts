/** A status and the JSON that goes with it. */
export interface Answer {
  readonly status: number;
  readonly value: unknown;
  /** The first answer to the same idempotency key, given again. */
  readonly replayed?: boolean;
}

interface Stored {
  readonly id: string;
  readonly revision: number;
  readonly value: unknown;
  readonly deleted: boolean;
}

const problem = (status: number, code: string, extras: object = {}): Answer => ({
  status,
  value: { type: 'about:blank', title: code, status, code, detail: code, remedy: '', problems: [], ...extras },
});

/** Records in memory with the revisions and idempotency keys of the gateway. */
export class RecordStore {
  readonly #records = new Map<string, Map<string, Stored>>();
  readonly #answers = new Map<string, { readonly bytes: string; readonly answer: Answer }>();

  constructor(collections: readonly string[]) {
    for (const name of collections) this.#records.set(name, new Map());
  }

  /** Does a write once for each key: the same bytes get the first answer again, others are refused. */
  once(key: string | null, bytes: string, work: () => Answer): Answer {
    if (key === null) return work();
    const known = this.#answers.get(key);
    if (known) return known.bytes === bytes ? { ...known.answer, replayed: true } : problem(409, 'idempotency.mismatch');
    const answer = work();
    if (answer.status < 400) this.#answers.set(key, { bytes, answer });
    return answer;
  }

  list(name: string): Answer {
    const records = this.#records.get(name);
    if (!records) return this.#unknown(name);
    const items = [...records.values()].filter(({ deleted }) => !deleted).map(shown);
    return { status: 200, value: { items, next: null } };
  }

  get(name: string, id: string): Answer {
    const records = this.#records.get(name);
    if (!records) return this.#unknown(name);
    const found = records.get(id);
    return found && !found.deleted ? { status: 200, value: shown(found) } : problem(404, 'record.not-found');
  }

  put(name: string, id: string, body: string): Answer {
    const records = this.#records.get(name);
    if (!records) return this.#unknown(name);
    const { revision, value } = JSON.parse(body) as { readonly revision: number; readonly value: unknown };
    const found = records.get(id);
    const current = found?.revision ?? 0;
    if (revision !== current) return problem(409, 'record.conflict', { current: found ? shown(found) : null });
    const next: Stored = { id, revision: current + 1, value, deleted: false };
    records.set(id, next);
    return { status: current === 0 ? 201 : 200, value: shown(next) };
  }

  remove(name: string, id: string, revision: number): Answer {
    const records = this.#records.get(name);
    if (!records) return this.#unknown(name);
    const found = records.get(id);
    if (!found || found.deleted) return problem(404, 'record.not-found');
    if (revision !== found.revision) return problem(409, 'record.conflict', { current: shown(found) });
    records.set(id, { ...found, revision: revision + 1, deleted: true });
    return { status: 204, value: null };
  }

  #unknown(name: string): Answer {
    const plugin = `${name.split('/')[0] ?? ''}/`;
    const known = [...this.#records.keys()].some((other) => other.startsWith(plugin));
    return problem(404, known ? 'collection.unknown' : 'plugin.unknown');
  }
}

function shown({ id, revision, value }: Stored): object {
  return { id, revision, value };
}
