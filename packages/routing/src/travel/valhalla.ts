import { baseUrl } from './base-url.ts';
import { amount, fault, faultOfStatus, readAnswer } from './read-answer.ts';
import type { Fields } from './read-answer.ts';
import type { Point } from './point.ts';
import type { HttpAnswer, TableAnswer, TravelProvider } from './provider.ts';

/** Where a Valhalla service is. */
export interface ValhallaOptions {
  readonly url: string;
  /** `auto` when left out. */
  readonly costing?: string;
  /** `max_matrix_location_pairs` of the service; 2,500 when left out, as in Valhalla itself. */
  readonly maxPairs?: number;
  /** Name of the header a hosted service wants its key in, and the key. */
  readonly header?: { readonly name: string; readonly key: string };
}

const METRES_PER = { kilometers: 1_000, miles: 1_609.344 } as const;

/** The `sources_to_targets` action of Valhalla: `time` in seconds, `distance` in kilometres, null where there is no path. */
export function valhalla(options: ValhallaOptions): TravelProvider {
  const { costing = 'auto', maxPairs = 2_500, header } = options;
  const url = baseUrl(options.url);
  const side = Math.max(1, Math.floor(Math.sqrt(maxPairs)));
  const headers = { 'content-type': 'application/json', ...(header === undefined ? {} : { [header.name]: header.key }) };
  return {
    ...{
      name: `valhalla ${url}`,
      profile: costing,
      datum: 'wgs84',
      maxOrigins: side,
      maxDestinations: side,
      maxPairs,
      pauseMs: 0,
    },
    async ask(origins, destinations, send) {
      const body = JSON.stringify({
        sources: origins.map(write),
        targets: destinations.map(write),
        costing,
        units: 'kilometers',
      });
      const answer = await send({ method: 'POST', url: `${url}/sources_to_targets`, headers, body });
      return readTable(answer, origins.length, destinations.length, header?.key ?? '');
    },
  };
}

function write({ lng, lat }: Point): { readonly lat: number; readonly lon: number } {
  return { lat, lon: lng };
}

function readTable(http: HttpAnswer, rows: number, columns: number, key: string): TableAnswer {
  const answer = readAnswer(http);
  if ('ok' in answer) return answer;
  const { status, fields } = answer;
  if (status >= 400 || fields.error_code !== undefined) {
    return fault(faultOfStatus(status), `${String(fields.error_code)} ${String(fields.error)}`, key);
  }
  const list: unknown = fields.sources_to_targets;
  if (!Array.isArray(list) || list.length !== rows) return fault('malformed', 'sources_to_targets');
  const cells = (list as unknown[]).flat() as (Fields | null)[];
  if (cells.length !== rows * columns) return fault('malformed', 'sources_to_targets');
  const metresPer = METRES_PER[fields.units === 'miles' ? 'miles' : 'kilometers'];
  const metres = cells.map((cell) => amount(cell?.distance));
  return {
    ok: true,
    table: {
      seconds: cells.map((cell) => amount(cell?.time)),
      metres: metres.map((far) => (far === null ? null : far * metresPer)),
    },
  };
}
