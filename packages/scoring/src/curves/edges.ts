import { exact } from '../exact.ts';
import type { Exact } from '../exact.ts';
import type { Edge } from './curve.ts';
import { assemble, flat } from './piece.ts';
import type { Piece } from './piece.ts';

/** Two heights split at one threshold: `met` on the side the edge names, `missed` on the other. */
export function threshold(at: number, edge: Edge, met: Exact, missed: Exact): Piece[] {
  const rising = edge === 'at-or-above' || edge === 'above';
  const owner = edge === 'at-or-above' || edge === 'below' ? 'right' : 'left';
  const shapes = rising ? [flat(missed), flat(met)] : [flat(met), flat(missed)];
  return assemble(shapes, [exact(at)], () => owner);
}

/** An edge and its threshold in words. */
export function edgeWords(edge: Edge, at: string): { zh: string; en: string } {
  const words = {
    'at-or-above': { zh: `≥ ${at}`, en: `≥ ${at}` },
    above: { zh: `> ${at}`, en: `> ${at}` },
    'at-or-below': { zh: `≤ ${at}`, en: `≤ ${at}` },
    below: { zh: `< ${at}`, en: `< ${at}` },
  } as const;
  return words[edge];
}
