import type { Datum, Point } from './point.ts';

/** A request as it goes out. */
export interface HttpRequest {
  readonly method: 'GET' | 'POST';
  /** Holds the key of some providers: never to be logged. */
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
}

/** What came back: a status with its text, or why nothing did. */
export type HttpAnswer =
  { readonly status: number; readonly text: string } | { readonly status: null; readonly why: 'timeout' | 'unreachable' };

/** Sends a request; never rejects. */
export type Send = (request: HttpRequest) => Promise<HttpAnswer>;

/**
 * Why a provider gave no table.
 * - `key`: missing, wrong, or not allowed to ask
 * - `quota`: used up for today
 * - `busy`: too many requests at a time, or the service is overloaded; worth another try
 * - `timeout`, `unreachable`: no answer; worth another try
 * - `refused`: the request is not accepted; `detail` holds the words of the provider
 * - `malformed`: the answer is not what the documentation says
 */
export type TravelFault = 'key' | 'quota' | 'busy' | 'timeout' | 'unreachable' | 'refused' | 'malformed';

/** Row by row, one entry per origin and destination. Null: the provider knows no way between the two. */
export interface TravelTable {
  readonly seconds: readonly (number | null)[];
  readonly metres: readonly (number | null)[];
}

/** A table, or why there is none. */
export type TableAnswer =
  | { readonly ok: true; readonly table: TravelTable }
  | { readonly ok: false; readonly fault: TravelFault; readonly detail: string };

/** A service that knows travel times. */
export interface TravelProvider {
  /** Part of the cache key. */
  readonly name: string;
  /** Mode of travel, part of the cache key. */
  readonly profile: string;
  /** The datum the service counts in; points are converted before they are sent. */
  readonly datum: Datum;
  /** The most one request may ask for. */
  readonly maxOrigins: number;
  readonly maxDestinations: number;
  readonly maxPairs: number;
  /** Requests are at least this many milliseconds apart. */
  readonly pauseMs: number;
  /** Asks for one table. Points are in `datum`. Never rejects. */
  ask(origins: readonly Point[], destinations: readonly Point[], send: Send): Promise<TableAnswer>;
}
