import { baseUrl, givenKey } from './base-url.ts';
import { amount, fault, faultOfStatus, readAnswer } from './read-answer.ts';
import type { Fields } from './read-answer.ts';
import type { Point } from './point.ts';
import type { HttpAnswer, TableAnswer, TravelFault, TravelProvider } from './provider.ts';

/** Key of a Web service application (Web 服务) of AMap, and how fast it may ask. */
export interface AmapOptions {
  readonly key: string;
  /** `https://restapi.amap.com` when left out. */
  readonly url?: string;
  /** Requests per second the key is allowed; 3 when left out. */
  readonly requestsPerSecond?: number;
}

/** `infocode` of the service; others are refusals. */
const FAULTS: Readonly<Record<string, TravelFault>> = {
  ...{
    10001: 'key',
    10002: 'key',
    10005: 'key',
    10006: 'key',
    10007: 'key',
    10008: 'key',
    10009: 'key',
    10012: 'key',
    10013: 'key',
  },
  ...{ 10003: 'quota', 10044: 'quota', 10045: 'quota', 40000: 'quota', 40002: 'quota', 40003: 'quota' },
  ...{ 10004: 'busy', 10014: 'busy', 10015: 'busy', 10016: 'busy', 10019: 'busy', 10020: 'busy', 10021: 'busy', 10029: 'busy' },
};

/**
 * 距离测量 of AMap (`/v3/distance`, type 1 by car): up to 100 origins and one destination per request, numbers as texts, seconds and
 * metres. A pair without a road carries `code` and `info` in place of its figures.
 */
export function amap(options: AmapOptions): TravelProvider {
  const key = givenKey(options.key, '高德地图');
  const url = baseUrl(options.url ?? 'https://restapi.amap.com');
  const pauseMs = Math.ceil(1_000 / (options.requestsPerSecond ?? 3));
  return {
    ...{ name: 'amap', profile: 'driving', datum: 'gcj02', maxOrigins: 100, maxDestinations: 1, maxPairs: 100, pauseMs },
    async ask(origins, destinations, send) {
      const from = encodeURIComponent(origins.map(write).join('|'));
      const to = encodeURIComponent(destinations.map(write).join('|'));
      const query = `origins=${from}&destination=${to}&type=1&output=JSON&key=${encodeURIComponent(key)}`;
      return readTable(await send({ method: 'GET', url: `${url}/v3/distance?${query}`, headers: {} }), origins.length, key);
    },
  };
}

function write({ lng, lat }: Point): string {
  return `${lng.toFixed(6)},${lat.toFixed(6)}`;
}

function readTable(http: HttpAnswer, rows: number, key: string): TableAnswer {
  const answer = readAnswer(http);
  if ('ok' in answer) return answer;
  const { status, fields } = answer;
  if (fields.status !== '1') {
    const code = String(fields.infocode);
    return fault(FAULTS[code] ?? faultOfStatus(status), `${code} ${String(fields.info)}`, key);
  }
  if (!Array.isArray(fields.results)) return fault('malformed', 'results');
  const seconds = Array.from({ length: rows }, (): number | null => null);
  const metres = [...seconds];
  for (const result of fields.results as Fields[]) {
    const row = (amount(result.origin_id) ?? 0) - 1;
    if (!(row in seconds) || result.code !== undefined) continue;
    seconds[row] = amount(result.duration);
    metres[row] = amount(result.distance);
  }
  return { ok: true, table: { seconds, metres } };
}
