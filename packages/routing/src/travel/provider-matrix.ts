import { askAll } from './ask-all.ts';
import { convertPoint } from './convert-point.ts';
import { estimateMatrix } from './estimate-matrix.ts';
import { wayKey } from './travel-store.ts';
import type { Finding } from './ask-all.ts';
import type { Point } from './point.ts';
import type { Send, TravelProvider } from './provider.ts';
import type { SpeedProfile } from './speed-profile.ts';
import type { EstimateReason, TravelMatrix } from './travel-matrix.ts';
import type { StoredWay, TravelStore } from './travel-store.ts';

/** What `providerMatrix` works with. */
export interface ProviderMatrixOptions {
  readonly provider: TravelProvider;
  readonly send: Send;
  /** Waits; `(ms) => new Promise((go) => setTimeout(go, ms))` outside of tests. */
  readonly wait: (ms: number) => Promise<void>;
  readonly store?: TravelStore;
  /** For the pairs the provider gives no answer for. */
  readonly profile?: SpeedProfile;
  /** Attempts per request where another try may help; 3 when left out. */
  readonly attempts?: number;
}

/** Two places nearer than this may be without travel time. */
const NEAR_METRES = 100;
/** Faster than any train: the figures of a pair cannot be. */
const FASTEST_METRES_PER_MINUTE = 7_000;

/**
 * Travel as a provider knows it: from the store first, then in as few requests as the provider allows, what is left estimated by great
 * circle and listed with the reason. Throws for points and profiles that are none; never because of the provider.
 */
export async function providerMatrix(points: readonly Point[], options: ProviderMatrixOptions): Promise<TravelMatrix> {
  const { provider, store } = options;
  const matrix = estimateMatrix(points, options.profile);
  const places = points.map((point) => convertPoint(point, provider.datum));
  const { size } = matrix;
  const pairs = Array.from({ length: size * size }, (_, pair) => pair).filter((pair) => Math.floor(pair / size) !== pair % size);
  const key = (pair: number): string => wayKey(provider, places[Math.floor(pair / size)]!, places[pair % size]!);

  const ways = new Map<number, StoredWay>();
  const known = store === undefined ? [] : await store.read(pairs.map(key));
  pairs.forEach((pair, index) => known[index] !== undefined && ways.set(pair, known[index]));
  const stored = new Set(ways.keys());

  const found = await askAll(places, (pair) => !ways.has(pair), options);
  for (const [pair, way] of found.ways) ways.set(pair, way);
  if (store !== undefined && found.ways.size > 0) await store.write([...found.ways].map(([pair, way]) => [key(pair), way]));
  return merge(matrix, pairs, ways, stored, found);
}

function merge(
  matrix: TravelMatrix,
  pairs: readonly number[],
  ways: ReadonlyMap<number, StoredWay>,
  stored: ReadonlySet<number>,
  found: Finding,
): TravelMatrix {
  const { minutes, metres } = matrix;
  const sources = { ...matrix.sources, estimate: 0 };
  const reasons = new Map<string, { reason: EstimateReason; detail: string; pairs: number[] }>();
  for (const pair of pairs) {
    const way = ways.get(pair);
    const why = way === undefined ? found.faults.get(pair) : whyNot(way, metres[pair]!);
    if (way !== undefined && why === undefined) {
      minutes[pair] = way.seconds! / 60;
      metres[pair] = way.metres!;
      sources[stored.has(pair) ? 'stored' : 'provider'] += 1;
      continue;
    }
    sources.estimate += 1;
    const { reason, detail } = why ?? { reason: 'malformed', detail: '' };
    const group = reasons.get(`${reason} ${detail}`) ?? { reason, detail, pairs: [] };
    group.pairs.push(pair);
    reasons.set(`${reason} ${detail}`, group);
  }
  return { ...matrix, sources, estimated: [...reasons.values()], requests: found.requests };
}

/** Why the figures of a way are not taken. */
function whyNot({ seconds, metres }: StoredWay, estimateMetres: number): { reason: EstimateReason; detail: string } | undefined {
  if (seconds === null || metres === null) return { reason: 'no-way', detail: '' };
  const still = seconds === 0 && estimateMetres > NEAR_METRES;
  const flying = metres > FASTEST_METRES_PER_MINUTE * Math.max(1, seconds / 60);
  return still || flying ? { reason: 'implausible', detail: '' } : undefined;
}
