import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';

const cycles = Number(process.env['MILEPOST_KILL_CYCLES'] ?? 10);
const writers = 6;
const program = fileURLToPath(new URL('gateway-process.ts', import.meta.url));
const entries = '/api/plugins/notes/records/entries';

interface Running {
  readonly process: ChildProcess;
  readonly url: string;
  readonly readyMs: number;
}

interface Stored {
  readonly revision: number;
  readonly value: { readonly text: string };
}

/** What a writer was told, and the one write it may not have been told about. */
interface Known {
  readonly id: string;
  revision: number;
  text: string;
  pending: { readonly revision: number; readonly text: string } | null;
}

async function start(dataDir: string): Promise<Running> {
  const begun = performance.now();
  const child = spawn(process.execPath, [program, dataDir], { stdio: ['ignore', 'pipe', 'inherit'] });
  const url = await new Promise<string>((done, fail) => {
    createInterface({ input: child.stdout }).once('line', done);
    child.once('exit', (code) => fail(new Error(`the gateway ended with ${code}`)));
  });
  return { process: child, url, readyMs: performance.now() - begun };
}

const ended = (child: ChildProcess): Promise<void> =>
  new Promise((done) => (child.exitCode === null && child.signalCode === null ? child.once('exit', () => done()) : done()));

async function signIn(url: string, userId: string): Promise<Record<string, string>> {
  const headers = { origin: url, 'x-milepost': '1', 'content-type': 'application/json' };
  const answer = await fetch(`${url}/api/demo/session`, {
    method: 'POST',
    headers,
    body: JSON.stringify({ userId }),
  });
  if (!answer.ok) throw new Error(await answer.text());
  return { ...headers, cookie: (answer.headers.get('set-cookie') ?? '').split(';')[0] ?? '' };
}

/** Writes one revision after the other until the gateway is gone; a write that was cut off is sent again with its key. */
async function write(url: string, headers: Record<string, string>, known: Known): Promise<number> {
  let acknowledged = 0;
  for (;;) {
    known.pending ??= { revision: known.revision, text: `${known.id} ${known.revision + 1}` };
    const { revision, text } = known.pending;
    try {
      const answer = await fetch(`${url}${entries}/${known.id}`, {
        method: 'PUT',
        headers: { ...headers, 'idempotency-key': `${known.id}/${revision}` },
        body: JSON.stringify({ revision, value: { text } }),
      });
      const stored = (await answer.json()) as Stored;
      if (!answer.ok) throw new Error(`${answer.status} ${JSON.stringify(stored)}`);
      expect(stored).toMatchObject({ revision: revision + 1, value: { text } });
      known.revision = stored.revision;
      known.text = text;
      known.pending = null;
      acknowledged += 1;
    } catch (error) {
      // Only the kill ends a writer: an answer that is an error is a finding.
      if (error instanceof TypeError) return acknowledged;
      throw error;
    }
  }
}

async function check(url: string, headers: Record<string, string>, all: readonly Known[]): Promise<void> {
  for (const known of all) {
    const answer = await fetch(`${url}${entries}/${known.id}`, { headers });
    if (known.revision === 0 && answer.status === 404) continue;
    const stored = (await answer.json()) as Stored;
    const told = { revision: known.revision, text: known.text };
    const cutOff = known.pending && { revision: known.pending.revision + 1, text: known.pending.text };
    expect([told, cutOff]).toContainEqual({ revision: stored.revision, text: stored.value.text });
    const history = (await (await fetch(`${url}${entries}/${known.id}/history`, { headers })).json()) as {
      items: Stored[];
    };
    // Every revision once, each with its own text: nothing lost, doubled or torn.
    expect(history.items.map((item) => `${item.revision} ${item.value.text}`)).toEqual(
      Array.from({ length: stored.revision }, (_, index) => `${stored.revision - index} ${known.id} ${stored.revision - index}`),
    );
  }
}

it(
  `keeps every acknowledged write through ${cycles} kills in the middle of writing`,
  { timeout: 60_000 + cycles * 10_000 },
  async () => {
    const dataDir = await mkdtemp(join(tmpdir(), 'milepost-kill-'));
    // As root the database runs as another user, who has to get in.
    await chmod(dataDir, 0o711);
    const all = Array.from({ length: writers }, (_, n): Known => ({
      id: `w${n}`,
      revision: 0,
      text: '',
      pending: null,
    }));
    let running = await start(dataDir);
    let acknowledged = 0;
    const restarts: number[] = [];
    try {
      for (let cycle = 0; cycle < cycles; cycle += 1) {
        const headers = await signIn(running.url, 'qm:amy');
        const { url } = running;
        const writing = all.map((known) => write(url, headers, known));
        // Different places of the write each time, the same ones in every run.
        await new Promise((done) => setTimeout(done, 300 + ((cycle * 137) % 400)));
        running.process.kill('SIGKILL');
        for (const count of await Promise.all(writing)) acknowledged += count;
        await ended(running.process);
        running = await start(dataDir);
        restarts.push(running.readyMs);
        await check(running.url, await signIn(running.url, 'qm:amy'), all);
        const audit = await fetch(`${running.url}/api/audit/verify`, {
          headers: await signIn(running.url, 'qm:audi'),
        });
        expect(await audit.json()).toMatchObject({ intact: true });
      }
      expect(acknowledged).toBeGreaterThan(cycles * writers);
      process.stdout.write(`  ${acknowledged} acknowledged writes, slowest restart ${Math.round(Math.max(...restarts))} ms\n`);
    } finally {
      running.process.kill('SIGTERM');
      await ended(running.process);
      await rm(dataDir, { recursive: true, force: true });
    }
  },
);
