import type { TravelFault } from './provider.ts';

/** Where the figures of a pair come from. */
export type WaySource = 'same' | 'estimate' | 'stored' | 'provider' | 'stated';

/** Why a pair is estimated although a provider was asked: a fault of the provider, or it knows no way, or none that can be. */
export type EstimateReason = TravelFault | 'no-way' | 'implausible';

/** Travel between all pairs of points, row by row: `minutes[from * size + to]`. */
export interface TravelMatrix {
  readonly size: number;
  readonly minutes: Float64Array;
  readonly metres: Float64Array;
  /** Number of pairs per source; the diagonal is `same`. */
  readonly sources: Readonly<Record<WaySource, number>>;
  /** Pairs a provider was asked for and which are estimated all the same, as `from * size + to`, by reason. */
  readonly estimated: readonly { readonly reason: EstimateReason; readonly detail: string; readonly pairs: readonly number[] }[];
  readonly requests: number;
}
