import { Unreadable } from '../unreadable.ts';
import type { UnreadableCode } from '../unreadable.ts';

/** Reads fields of JSON with the place of what is wrong, in an instance or in a plan. */
export class Fields {
  readonly path: string;
  private readonly code: UnreadableCode;
  private readonly fields: Readonly<Record<string, unknown>>;

  constructor(value: unknown, path: string, code: UnreadableCode) {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) throw new Unreadable(code, path, '{…}');
    this.fields = value as Readonly<Record<string, unknown>>;
    this.path = path;
    this.code = code;
  }

  has(name: string): boolean {
    return this.fields[name] !== undefined && this.fields[name] !== null;
  }

  raw(name: string): unknown {
    return this.fields[name];
  }

  text(name: string): string {
    const value = this.fields[name];
    if (typeof value !== 'string') throw this.expected(name, '"…"');
    return value;
  }

  number(name: string): number {
    const value = this.fields[name];
    if (typeof value !== 'number' || !Number.isFinite(value)) throw this.expected(name, '1.5');
    return value;
  }

  /** A calendar day. */
  date(name: string): string {
    const value = this.text(name);
    if (!/^\d{4}-\d\d-\d\d$/.test(value) || Number.isNaN(Date.parse(value))) throw this.expected(name, '"2026-03-02"');
    return value;
  }

  /** Minutes after midnight; plans may go beyond the day on either side. */
  clock(name: string): number {
    const parts = /^(-?)(\d{1,3}):([0-5]\d)$/.exec(this.text(name));
    if (parts === null) throw this.expected(name, '"09:30"');
    return (parts[1] === '-' ? -1 : 1) * (Number(parts[2]) * 60 + Number(parts[3]));
  }

  object(name: string): Fields {
    return new Fields(this.fields[name], this.below(name), this.code);
  }

  /** Every entry as an object; none when it is missing. */
  objects(name: string): Fields[] {
    return this.list(name).map((value, index) => new Fields(value, `${this.below(name)}.${index}`, this.code));
  }

  texts(name: string): string[] {
    return this.list(name).map((value) => {
      if (typeof value !== 'string') throw this.expected(name, '["…"]');
      return value;
    });
  }

  list(name: string): readonly unknown[] {
    const value = this.fields[name] ?? [];
    if (!Array.isArray(value)) throw this.expected(name, '[…]');
    return value;
  }

  private below(name: string): string {
    return this.path === '' ? name : `${this.path}.${name}`;
  }

  private expected(name: string, what: string): Unreadable {
    return new Unreadable(this.code, this.below(name), what);
  }
}
