import { readCordeau } from './cordeau.ts';
import type { InstanceFormat, NamedInstance, ReadOptions } from './named-instance.ts';
import { readSolomon } from './solomon.ts';
import { readTsplib } from './tsplib.ts';

/** Reads a published instance. Throws `RoutingError` whose path is the line. */
export function readInstance(text: string, format: InstanceFormat, options: ReadOptions = {}): NamedInstance {
  if (format === 'cordeau') return readCordeau(text, options);
  return format === 'solomon' ? readSolomon(text, options) : readTsplib(text);
}
