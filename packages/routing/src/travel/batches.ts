import type { TravelProvider } from './provider.ts';

/** One request: numbers of points. */
export interface Batch {
  readonly origins: readonly number[];
  readonly destinations: readonly number[];
}

type Limits = Pick<TravelProvider, 'maxOrigins' | 'maxDestinations' | 'maxPairs'>;

/** Requests that cover every pair that is open, within the limits of the provider. Origins without an open pair are not asked for. */
export function batches(size: number, isOpen: (from: number, to: number) => boolean, limits: Limits): Batch[] {
  const { maxOrigins, maxDestinations, maxPairs } = limits;
  const columns = Math.max(1, Math.min(maxDestinations, maxPairs));
  const all = Array.from({ length: size }, (_, index) => index);
  return chunks(all, columns).flatMap((chunk) => {
    const destinations = chunk.filter((to) => all.some((from) => isOpen(from, to)));
    if (destinations.length === 0) return [];
    const rows = Math.max(1, Math.min(maxOrigins, Math.floor(maxPairs / destinations.length)));
    const origins = all.filter((from) => destinations.some((to) => isOpen(from, to)));
    return chunks(origins, rows).map((some) => ({ origins: some, destinations }));
  });
}

function chunks(list: readonly number[], length: number): number[][] {
  return Array.from({ length: Math.ceil(list.length / length) }, (_, index) => list.slice(index * length, (index + 1) * length));
}
