import { baseUrl, givenKey } from './base-url.ts';
import { amount, fault, faultOfStatus, readAnswer } from './read-answer.ts';
import type { Fields } from './read-answer.ts';
import type { Point } from './point.ts';
import type { HttpAnswer, TableAnswer, TravelFault, TravelProvider } from './provider.ts';

/** Key (ak) of a server application of Baidu Maps, and how fast it may ask. */
export interface BaiduOptions {
  readonly key: string;
  /** `https://api.map.baidu.com` when left out. */
  readonly url?: string;
  readonly mode?: 'driving' | 'riding' | 'walking';
  /** The quota counts pairs, not requests: pairs per second the key is allowed; 30 when left out. */
  readonly pairsPerSecond?: number;
}

const PAIRS = 50;

/** `status` of the service; others are refusals. */
const FAULTS: Readonly<Record<string, TravelFault>> = {
  ...{
    3: 'key',
    5: 'key',
    9: 'key',
    101: 'key',
    200: 'key',
    201: 'key',
    202: 'key',
    203: 'key',
    210: 'key',
    211: 'key',
    240: 'key',
  },
  ...{ 4: 'quota', 301: 'quota', 302: 'quota' },
  ...{ 1: 'busy', 401: 'busy', 402: 'busy' },
};

/**
 * 批量算路 of Baidu Maps (`/routematrix/v2`): origins × destinations of at most 50, latitude first, one entry per pair row by row with
 * `distance.value` in metres and `duration.value` in seconds.
 */
export function baidu(options: BaiduOptions): TravelProvider {
  const key = givenKey(options.key, '百度地图');
  const url = baseUrl(options.url ?? 'https://api.map.baidu.com');
  const { mode = 'driving', pairsPerSecond = 30 } = options;
  const pauseMs = Math.ceil((PAIRS * 1_000) / pairsPerSecond);
  return {
    ...{ name: 'baidu', profile: mode, datum: 'bd09', maxOrigins: PAIRS, maxDestinations: 7, maxPairs: PAIRS, pauseMs },
    async ask(origins, destinations, send) {
      const from = encodeURIComponent(origins.map(write).join('|'));
      const to = encodeURIComponent(destinations.map(write).join('|'));
      const query = `output=json&coord_type=bd09ll&origins=${from}&destinations=${to}&ak=${encodeURIComponent(key)}`;
      const answer = await send({ method: 'GET', url: `${url}/routematrix/v2/${mode}?${query}`, headers: {} });
      return readTable(answer, origins.length * destinations.length, key);
    },
  };
}

function write({ lng, lat }: Point): string {
  return `${lat.toFixed(6)},${lng.toFixed(6)}`;
}

function readTable(http: HttpAnswer, pairs: number, key: string): TableAnswer {
  const answer = readAnswer(http);
  if ('ok' in answer) return answer;
  const { status, fields } = answer;
  if (fields.status !== 0) {
    const code = String(fields.status);
    return fault(FAULTS[code] ?? faultOfStatus(status), `${code} ${String(fields.message)}`, key);
  }
  if (!Array.isArray(fields.result) || fields.result.length !== pairs) return fault('malformed', 'result');
  const cells = fields.result as Fields[];
  const values = (name: string): (number | null)[] => cells.map((cell) => amount((cell[name] as Fields | undefined)?.value));
  return { ok: true, table: { seconds: values('duration'), metres: values('distance') } };
}
