import type { Case, DistanceRule } from '../case.ts';
import { Unreadable } from '../unreadable.ts';
import { cordeauCase } from './cordeau.ts';
import { solomonCase } from './solomon.ts';
import { tsplibCase } from './tsplib.ts';

/** Formats of instances. */
export type CaseFormat = 'cordeau' | 'solomon' | 'tsplib';

/** Reads an instance in the format named or seen. Throws `Unreadable`. */
export function caseOf(text: string, format: CaseFormat | null, rule: DistanceRule): Case {
  switch (format ?? seenFormat(text)) {
    case 'cordeau':
      return cordeauCase(text, rule);
    case 'solomon':
      return solomonCase(text, rule);
    case 'tsplib':
      return tsplibCase(text);
  }
}

function seenFormat(text: string): CaseFormat {
  const lines = text.split('\n').map((line) => line.trim());
  if (lines.some((line) => line.startsWith('EDGE_WEIGHT_TYPE'))) return 'tsplib';
  if (lines.includes('CUSTOMER')) return 'solomon';
  const first = lines.find((line) => line !== '') ?? '';
  if (/^\d+(\s+\d+){3}$/.test(first)) return 'cordeau';
  throw new Unreadable('routes.instance.format');
}
