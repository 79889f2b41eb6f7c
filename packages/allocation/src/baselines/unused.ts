import type { Unused, UnusedReason } from './facts.ts';

/** Gathers facts that are not used, those with the same reason, axis and id together. */
export class UnusedRows {
  readonly #groups = new Map<string, { -readonly [Key in keyof Unused]: Unused[Key] }>();

  /** Adds row number `row`. */
  add(row: number, amount: number, reason: UnusedReason, axis: string | null, id: string | null): void {
    const key = JSON.stringify([reason, axis, id]);
    const group = this.#groups.get(key);
    if (group === undefined) this.#groups.set(key, { reason, axis, id, rows: 1, amount, path: `rows.${row}` });
    else {
      group.rows += 1;
      group.amount += amount;
    }
  }

  /** The groups in the order of their first row. */
  list(): Unused[] {
    return [...this.#groups.values()].sort((a, b) => Number(a.path.slice(5)) - Number(b.path.slice(5)));
  }
}
