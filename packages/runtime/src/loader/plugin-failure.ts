import type { FailurePhase } from '../failures/reporter.ts';
import { messageOf } from '../failures/reporter.ts';
import { TimeoutError } from './with-timeout.ts';

/** A version that failed, and what it was doing. */
export class PluginFailure extends Error {
  readonly phase: FailurePhase;

  constructor(phase: FailurePhase, cause: unknown) {
    super(messageOf(cause), { cause });
    this.name = 'PluginFailure';
    this.phase = cause instanceof TimeoutError ? 'timeout' : phase;
  }
}

/** Runs a step of a plugin's life; what it throws becomes a failure of that phase. */
export async function inPhase<T>(phase: FailurePhase, step: () => Promise<T> | T): Promise<T> {
  try {
    return await step();
  } catch (error) {
    throw error instanceof PluginFailure ? error : new PluginFailure(phase, error);
  }
}
