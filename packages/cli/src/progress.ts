import { count } from './context.ts';
import type { CommandContext } from './context.ts';
import { Failure } from './failure.ts';

const EVERY_ROWS = 5_000;
const EVERY_MS = 200;

/** Shows how far a load is and passes rows on; a cancelled command ends it at the next row. */
export class Progress {
  private readonly context: CommandContext;
  private readonly quiet: boolean;
  private shownAt = 0;
  /** Rows passed on, over everything. */
  total = 0;

  constructor(context: CommandContext, quiet: boolean) {
    this.context = context;
    this.quiet = quiet;
  }

  /** The same rows, counted under `label`. */
  *count<T>(label: string, rows: Iterable<T>): Generator<T> {
    let passed = 0;
    for (const row of rows) {
      if (this.context.signal.aborted) throw new Failure('cli.cancelled');
      passed += 1;
      this.total += 1;
      if (passed % EVERY_ROWS === 0) this.show(`${label} ${count(passed)}`);
      yield row;
    }
  }

  private show(text: string): void {
    if (this.quiet || !this.context.interactive) return;
    const now = performance.now();
    if (now - this.shownAt < EVERY_MS) return;
    this.shownAt = now;
    this.context.err(`\r\u001b[K${text}`);
  }

  /** A finished step, on a line of its own. */
  done(text: string): void {
    if (this.quiet) return;
    this.context.err(`${this.context.interactive ? '\r\u001b[K' : ''}${text}\n`);
  }
}
