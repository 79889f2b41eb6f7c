import { RoutingError } from '../error.ts';
import type { InstanceFormat } from './named-instance.ts';

/** Which format a file has, judged by its content. Throws `RoutingError` when it looks like none. */
export function guessFormat(text: string): InstanceFormat | 'json' {
  const start = text.slice(0, 4_000).replace(/^\uFEFF/, '').trimStart(); // prettier-ignore
  if (start.startsWith('{')) return 'json';
  if (/^(DIMENSION|EDGE_WEIGHT_TYPE|NODE_COORD_SECTION|TYPE)\s*:?/m.test(start)) return 'tsplib';
  if (/^\s*VEHICLE\s*$/m.test(start) || /^\s*CUST\s+NO/m.test(start)) return 'solomon';
  if (/^\d+[ \t]+\d+[ \t]+\d+[ \t]+\d+[ \t]*\r?$/m.test(start.split('\n', 1)[0] ?? '')) return 'cordeau';
  throw new RoutingError('routing.format.unknown', printable(start));
}

/** The beginning of what may be a binary file, fit for a terminal. */
function printable(text: string): string {
  return text.replace(/[^\p{L}\p{N}\p{P}\p{S} ]/gu, ' ').slice(0, 30).trim(); // prettier-ignore
}
