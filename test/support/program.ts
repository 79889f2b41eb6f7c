import { execFile, spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { fileURLToPath } from 'node:url';

/** The checkout. */
export const checkout = fileURLToPath(new URL('../../', import.meta.url));

const cli = fileURLToPath(new URL('../../packages/cli/bin/milepost.js', import.meta.url));
const stopWithParent = fileURLToPath(new URL('../../packages/cli/bootstrap/lib/stop-with-parent.mjs', import.meta.url));

/** What a finished command said. */
export interface Finished {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

/** Runs `milepost` to its end. Never rejects for a command that fails. */
export function milepost(args: readonly string[], env: NodeJS.ProcessEnv = {}): Promise<Finished> {
  return new Promise((done) => {
    execFile(
      process.execPath,
      [cli, ...args],
      { cwd: checkout, env: { ...process.env, LANG: 'en', ...env }, maxBuffer: 64e6 },
      (error, out, err) => {
        done({ code: error ? (typeof error.code === 'number' ? error.code : 1) : 0, out, err });
      },
    );
  });
}

/** A `milepost` command that serves until it is told to stop. */
export interface Serving {
  /** The first address it printed. */
  readonly url: string;
  /** Everything it said so far. */
  readonly output: () => string;
  /** From the start of the process until it printed the address. */
  readonly readyMs: number;
  /** Ends it and waits; with a signal it cannot catch, its database ends by itself. */
  end(signal?: 'SIGTERM' | 'SIGKILL'): Promise<void>;
}

/** Starts a `milepost` command and waits for the address it prints. It ends with this process, however that ends. */
export async function serve(args: readonly string[], env: NodeJS.ProcessEnv = {}): Promise<Serving> {
  const begun = performance.now();
  const child = spawn(process.execPath, ['--import', stopWithParent, cli, ...args], {
    cwd: checkout,
    env: { ...process.env, LANG: 'en', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  const url = await new Promise<string>((done, fail) => {
    const listen = (chunk: Buffer): void => {
      output += chunk.toString();
      const found = /^(?!\{).*?(http:\/\/127\.0\.0\.1:\d+)/m.exec(output)?.[1];
      if (found) done(found);
    };
    child.stdout.on('data', listen);
    child.stderr.on('data', (chunk: Buffer) => (output += chunk.toString()));
    child.once('exit', (code) => fail(new Error(`milepost ${args.join(' ')} ended with ${code}:\n${output}`)));
  });
  return {
    url,
    output: () => output,
    readyMs: performance.now() - begun,
    end: async (signal = 'SIGTERM') => {
      child.kill(signal);
      await ended(child);
    },
  };
}

function ended(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve();
  return new Promise((done) => child.once('exit', () => done()));
}
