import { askWeights, shareSteps, sumKnown, toNullable } from './account.ts';
import { baselineError } from './baseline-error.ts';
import type { Method, Pooling } from '../methods/method.ts';
import type { AccountableMethod } from './account.ts';

/** One element of a blend, for example last year with 50 %. */
export interface BlendElement {
  readonly method: Method;
  /** More than 0; all elements together make 100. */
  readonly percent: number;
}

/** What an element contributed in one pool. */
export interface BlendPart {
  readonly method: string;
  /** As declared. */
  readonly percent: number;
  /** As used: more than declared where another element had nothing to say, 0 where this one had nothing. */
  readonly usedPercent: number;
  /** The element's own weights and their sum. */
  readonly weights: readonly (number | null)[];
  readonly of: number;
}

/**
 * Several baselines mixed: 50 % last year, 30 % trailing twelve months, 20 % pipeline. Each element becomes shares of the
 * pool first, so that a large number does not outweigh a small one. An element without any weight in a pool leaves its
 * percentage to the others in proportion. A member that one element does not know has 0 from it; one that none knows stays
 * unknown. Throws `allocation.blend.total` unless the percentages are above 0 and total 100.
 */
export function blended(elements: readonly BlendElement[]): AccountableMethod<readonly BlendPart[]> {
  const total = elements.reduce((sum, { percent }) => sum + percent, 0);
  // 33.3 + 33.3 + 33.4 must do: binary fractions of decimal percentages differ in the last bits only.
  if (!(Math.abs(total - 100) < 1e-9)) throw baselineError('allocation.blend.total', total, 'elements');
  elements.forEach(({ percent }, index) => {
    if (!(percent > 0)) throw baselineError('allocation.blend.total', percent, `elements.${index}.percent`);
  });
  return {
    name: `blended:${elements.map(({ method, percent }) => `${percent}%${method.name}`).join('+')}`,
    weigh(pooling, out) {
      out.fill(NaN, 0, pooling.members.length);
      const asked = ask(elements, pooling);
      for (const { weights, of, share } of asked) {
        for (let at = 0; at < weights.length; at += 1) {
          const weight = weights[at] as number;
          if (weight !== weight) continue;
          const before = out[at] as number;
          const part = of > 0 ? (weight / of) * share : 0;
          out[at] = before === before ? before + part : part;
        }
      }
      for (let at = 0; at < pooling.members.length; at += 1) out[at] = shareSteps(out[at] as number);
    },
    account: (pooling) =>
      ask(elements, pooling).map(({ element, weights, of, share }) => ({
        method: element.method.name,
        percent: element.percent,
        usedPercent: share * 100,
        weights: toNullable(weights),
        of,
      })),
  };
}

interface Asked {
  readonly element: BlendElement;
  readonly weights: Float64Array;
  readonly of: number;
  /** Part of the whole that the element decides, 0 to 1. */
  readonly share: number;
}

function ask(elements: readonly BlendElement[], pooling: Pooling): Asked[] {
  const asked = elements.map((element) => {
    const weights = askWeights(element.method, pooling);
    return { element, weights, of: sumKnown(weights) };
  });
  const speaking = asked.reduce((sum, { element, of }) => sum + (of > 0 ? element.percent : 0), 0);
  return asked.map((one) => ({ ...one, share: one.of > 0 ? one.element.percent / speaking : 0 }));
}
