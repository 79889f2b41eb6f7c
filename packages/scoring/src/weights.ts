import { milliPercent } from './card.ts';
import type { ScoreCard } from './card.ts';
import { splitByWeights } from './largest-remainder.ts';

const WHOLE = 100_000n;

/**
 * Effective weights in thousandths of a percent for the items that count. What does not count gives its weight
 * to the rest of its group (`of-group`) or of the card (`of-total`), in proportion; the result adds up to 100,000.
 */
export function effectiveWeights(card: ScoreCard, counts: ReadonlySet<string>): ReadonlyMap<string, number> {
  const milli = (weight: number | undefined): bigint => BigInt(milliPercent(weight ?? 0) ?? 0);
  const result = new Map<string, number>();
  const share = (total: bigint, items: ScoreCard['groups'][number]['items']): void => {
    const parts = splitByWeights(
      total,
      items.map((i) => milli(i.weight)),
    );
    items.forEach((item, i) => result.set(item.id, Number(parts[i] ?? 0n)));
  };
  const groups = card.groups.map((group) => group.items.filter((item) => counts.has(item.id)));
  if (card.weights === 'of-total') {
    share(WHOLE, groups.flat());
    return result;
  }
  const totals = splitByWeights(
    WHOLE,
    card.groups.map((group, g) => (groups[g]?.length ? milli(group.weight) : 0n)),
  );
  groups.forEach((items, g) => share(totals[g] ?? 0n, items));
  return result;
}
