/** Collects the parameters and joins of one statement. Values only ever travel as parameters. */
export class SqlBuilder {
  readonly params: unknown[] = [];
  readonly #joins = new Map<string, { alias: string; sql: string }>();

  /** Adds a parameter; returns its placeholder. */
  param(value: unknown): string {
    this.params.push(value);
    return `$${this.params.length}`;
  }

  /** Adds a join once per `key`; returns its alias. */
  join(key: string, make: (alias: string) => string): string {
    const known = this.#joins.get(key);
    if (known) return known.alias;
    const alias = `j${this.#joins.size + 1}`;
    this.#joins.set(key, { alias, sql: make(alias) });
    return alias;
  }

  /** All joins, in the order they were added. */
  get joins(): string {
    return [...this.#joins.values()].map(({ sql }) => sql).join(' ');
  }
}

/** Escapes what LIKE would take as a pattern. */
export function likePattern(text: string): string {
  return `%${text.replace(/[\\%_]/g, '\\$&')}%`;
}
