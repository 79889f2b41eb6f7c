import { setTimeout as sleep } from 'node:timers/promises';
import { removeSocketFolder } from './data-dir.ts';
import { runPostmaster } from './postmaster.ts';
import type { Postmaster, PostmasterOptions } from './postmaster.ts';
import { stopPostmaster } from './stop-postmaster.ts';
import { watchOver } from './watchdog.ts';

/** Steps worth a line on the screen, in the order they happen; `durationMs` comes with the end of a step. */
export type PostgresProgress =
  | { step: 'create'; state: 'begin' }
  | { step: 'create'; state: 'end'; durationMs: number }
  | { step: 'stop-leftover'; state: 'end'; pid: number }
  | { step: 'start'; state: 'end'; durationMs: number; pid: number }
  | { step: 'crashed'; state: 'end'; restarted: boolean };

/** A server that dies is restarted at once, but not for ever: a broken disk must become visible. */
const RESTARTS_PER_MINUTE = 5;

/** Keeps one server running from start to stop, through crashes of the server. */
export class Keeper {
  private readonly options: PostmasterOptions;
  private readonly unlock: () => Promise<void>;
  private readonly report: (progress: PostgresProgress) => void;
  private current: Postmaster | undefined;
  private unwatch: () => void = () => undefined;
  private stopping: Promise<void> | undefined;
  private restarting: Promise<void> = Promise.resolve();
  private crashes: number[] = [];

  constructor(options: PostmasterOptions, unlock: () => Promise<void>, report: (progress: PostgresProgress) => void) {
    this.options = options;
    this.unlock = unlock;
    this.report = report;
  }

  get pid(): number {
    return this.current?.pid ?? 0;
  }

  async start(): Promise<void> {
    const begun = performance.now();
    const postmaster = await runPostmaster(this.options);
    this.current = postmaster;
    this.unwatch = watchOver(postmaster.pid, this.options.user);
    void postmaster.exited.then(() => this.handleExit(postmaster));
    this.report({ step: 'start', state: 'end', durationMs: performance.now() - begun, pid: postmaster.pid });
  }

  stop(): Promise<void> {
    this.stopping ??= this.shutDown();
    return this.stopping;
  }

  private async shutDown(): Promise<void> {
    await this.restarting;
    const { layout, binaries } = this.options;
    if (this.current) await stopPostmaster(this.current.pid, layout, binaries);
    this.unwatch();
    await removeSocketFolder(layout);
    await this.unlock();
  }

  private handleExit(postmaster: Postmaster): void {
    if (this.stopping || postmaster !== this.current) return;
    this.unwatch();
    this.current = undefined;
    this.restarting = this.restart();
  }

  private async restart(): Promise<void> {
    const now = Date.now();
    this.crashes = [...this.crashes.filter((at) => now - at < 60_000), now];
    if (this.crashes.length > RESTARTS_PER_MINUTE) {
      this.report({ step: 'crashed', state: 'end', restarted: false });
      return;
    }
    try {
      await sleep(this.crashes.length > 1 ? 200 : 0);
      await this.start();
      this.report({ step: 'crashed', state: 'end', restarted: true });
    } catch {
      this.report({ step: 'crashed', state: 'end', restarted: false });
    }
  }
}
