import { batches } from './batches.ts';
import type { Batch } from './batches.ts';
import type { Point } from './point.ts';
import type { Send, TableAnswer, TravelFault, TravelProvider, TravelTable } from './provider.ts';
import type { StoredWay } from './travel-store.ts';

/** What a round of requests brought, by pair (`from * size + to`). */
export interface Finding {
  readonly ways: Map<number, StoredWay>;
  readonly faults: Map<number, { readonly reason: TravelFault; readonly detail: string }>;
  readonly requests: number;
}

interface Asking {
  readonly provider: TravelProvider;
  readonly send: Send;
  readonly wait: (ms: number) => Promise<void>;
  readonly attempts?: number;
}

type Fault = TableAnswer & { readonly ok: false };

const PASSING: readonly TravelFault[] = ['busy', 'timeout', 'unreachable'];
/** Nothing asked later would be answered either. */
const FINAL: readonly TravelFault[] = ['key', 'quota'];
const FIRST_PAUSE_MS = 500;

/**
 * Asks for all open pairs, one request after the other. A passing fault is tried again after a growing pause. After a final one, or
 * when a request fails for good because nobody answers, nothing more is asked and the pairs that are left carry that fault.
 */
export async function askAll(points: readonly Point[], isOpen: (pair: number) => boolean, asking: Asking): Promise<Finding> {
  const size = points.length;
  const open = (from: number, to: number): boolean => from !== to && isOpen(from * size + to);
  const finding = {
    ways: new Map<number, StoredWay>(),
    faults: new Map<number, { reason: TravelFault; detail: string }>(),
    requests: 0,
  };
  let over: Fault | null = null;
  for (const batch of batches(size, open, asking.provider)) {
    let answer: TableAnswer | null = over;
    if (answer === null) {
      if (finding.requests > 0 && asking.provider.pauseMs > 0) await asking.wait(asking.provider.pauseMs);
      const tried = await askOften(points, batch, asking);
      finding.requests += tried.requests;
      answer = tried.answer;
    }
    if (!answer.ok && (FINAL.includes(answer.fault) || PASSING.includes(answer.fault))) over = answer;
    for (const [pair, index] of openPairs(batch, size, open)) {
      if (answer.ok) finding.ways.set(pair, wayAt(answer.table, index));
      else finding.faults.set(pair, { reason: answer.fault, detail: answer.detail });
    }
  }
  return finding;
}

async function askOften(
  points: readonly Point[],
  { origins, destinations }: Batch,
  asking: Asking,
): Promise<{ answer: TableAnswer; requests: number }> {
  const { provider, send, wait, attempts = 3 } = asking;
  const at = (index: number): Point => points[index]!;
  for (let attempt = 1; ; attempt += 1) {
    const answer = await provider.ask(origins.map(at), destinations.map(at), send);
    if (answer.ok || !PASSING.includes(answer.fault) || attempt >= attempts) return { answer, requests: attempt };
    await wait(FIRST_PAUSE_MS * 2 ** (attempt - 1));
  }
}

function* openPairs(
  { origins, destinations }: Batch,
  size: number,
  open: (from: number, to: number) => boolean,
): Generator<[number, number]> {
  for (const [row, from] of origins.entries()) {
    for (const [column, to] of destinations.entries()) {
      if (open(from, to)) yield [from * size + to, row * destinations.length + column];
    }
  }
}

function wayAt({ seconds, metres }: TravelTable, index: number): StoredWay {
  return { seconds: seconds[index] ?? null, metres: metres[index] ?? null };
}
