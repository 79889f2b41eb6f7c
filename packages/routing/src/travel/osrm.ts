import { baseUrl } from './base-url.ts';
import { amount, fault, faultOfStatus, readAnswer } from './read-answer.ts';
import type { Point } from './point.ts';
import type { HttpAnswer, TableAnswer, TravelProvider } from './provider.ts';

/** Where an OSRM service is. */
export interface OsrmOptions {
  /** For example `https://osrm.example.com`. */
  readonly url: string;
  /** The profile the service was built with; `driving` when left out. */
  readonly profile?: string;
  /** `--max-table-size` of the service: the most points in one request; 100 when left out, as in OSRM itself. */
  readonly maxPoints?: number;
  /** Sent as `Authorization: Bearer …` to services behind a gateway. */
  readonly token?: string;
}

/** The `table` service of OSRM (http.md, version 1): durations in seconds, distances in metres, null where there is no route. */
export function osrm(options: OsrmOptions): TravelProvider {
  const { profile = 'driving', maxPoints = 100, token = '' } = options;
  const url = baseUrl(options.url);
  const half = Math.max(1, Math.floor(maxPoints / 2));
  const headers = { accept: 'application/json', ...(token === '' ? {} : { authorization: `Bearer ${token}` }) };
  return {
    ...{
      name: `osrm ${url}`,
      profile,
      datum: 'wgs84',
      maxOrigins: half,
      maxDestinations: half,
      maxPairs: half * half,
      pauseMs: 0,
    },
    async ask(origins, destinations, send) {
      const points = [...origins, ...destinations].map(write).join(';');
      const indices = (from: number, count: number): string =>
        Array.from({ length: count }, (_, index) => from + index).join(';');
      const query = `sources=${indices(0, origins.length)}&destinations=${indices(origins.length, destinations.length)}`;
      const path = `table/v1/${encodeURIComponent(profile)}/${points}?${query}&annotations=duration,distance`;
      return readTable(await send({ method: 'GET', url: `${url}/${path}`, headers }), origins.length, destinations.length, token);
    },
  };
}

function write({ lng, lat }: Point): string {
  return `${lng.toFixed(6)},${lat.toFixed(6)}`;
}

function readTable(http: HttpAnswer, rows: number, columns: number, token: string): TableAnswer {
  const answer = readAnswer(http);
  if ('ok' in answer) return answer;
  const { status, fields } = answer;
  if (fields.code !== 'Ok') return fault(faultOfStatus(status), fields.message ?? fields.code, token);
  const seconds = flat(fields.durations, rows, columns);
  const metres = flat(fields.distances, rows, columns);
  return seconds === null || metres === null
    ? fault('malformed', 'durations, distances')
    : { ok: true, table: { seconds, metres } };
}

function flat(value: unknown, rows: number, columns: number): (number | null)[] | null {
  if (!Array.isArray(value) || value.length !== rows) return null;
  const list: unknown[] = value;
  if (list.some((row) => !Array.isArray(row) || row.length !== columns)) return null;
  return (list as unknown[][]).flatMap((row) => row.map(amount));
}
