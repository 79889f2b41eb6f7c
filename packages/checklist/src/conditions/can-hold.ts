import type { Condition } from './condition.ts';

/** What a single answer can be: a closed list of values, anything, or nothing at all because the item is never shown. */
export interface Domain {
  /** Null: not a closed list. */
  readonly values: readonly (string | number)[] | null;
  /** Several values at once are possible. */
  readonly several: boolean;
  readonly neverAnswered: boolean;
}

/**
 * False only when a condition can certainly never hold: values that are not on offer, one answer that would have to be
 * two things, an empty interval, or an item that is never shown. True means "may hold", not "can be proved to".
 */
export function canHold(condition: Condition, domainOf: (itemId: string) => Domain): boolean {
  if ('any' in condition) return condition.any.some((part) => canHold(part, domainOf));
  if ('all' in condition) {
    return condition.all.every((part) => canHold(part, domainOf)) && !contradicts(condition.all, domainOf);
  }
  if ('not' in condition) return !('all' in condition.not && condition.not.all.length === 0);
  const domain = domainOf(condition.item);
  if ('answered' in condition) return condition.answered ? !domain.neverAnswered : true;
  if (domain.neverAnswered) return false;
  if ('equals' in condition) return offers(domain, condition.equals);
  if ('in' in condition) return condition.in.some((value) => offers(domain, value));
  return true;
}

const offers = (domain: Domain, value: string | number): boolean => domain.values === null || domain.values.includes(value);

/** Whether the plain comparisons of one `all` exclude each other on some single-valued item. */
function contradicts(parts: readonly Condition[], domainOf: (itemId: string) => Domain): boolean {
  const flat = parts.flatMap((part) => ('all' in part ? part.all : [part]));
  const items = new Set(flat.flatMap((part) => ('item' in part ? [part.item] : [])));
  return [...items].some(
    (id) =>
      !domainOf(id).several &&
      excludesItself(
        flat.filter((part) => 'item' in part && part.item === id),
        flat,
        id,
      ),
  );
}

function excludesItself(own: readonly Condition[], all: readonly Condition[], id: string): boolean {
  const allowed = own.flatMap((part) => ('equals' in part ? [[part.equals]] : 'in' in part ? [part.in] : []));
  const common = allowed.reduce<readonly (string | number)[] | null>(
    (a, b) => (a === null ? b : a.filter((v) => b.includes(v))),
    null,
  );
  const refused = all.flatMap((part) => ('not' in part && 'equals' in part.not && part.not.item === id ? [part.not.equals] : []));
  if (common !== null && common.every((value) => refused.includes(value))) return true;
  const needsAnswer = own.some((part) => !('answered' in part) || part.answered);
  if (needsAnswer && own.some((part) => 'answered' in part && !part.answered)) return true;
  const lows = own.flatMap((part) => ('gt' in part ? [part.gt] : []));
  const highs = own.flatMap((part) => ('lt' in part ? [part.lt] : []));
  return lows.some((low) => highs.some((high) => typeof low === typeof high && low >= high));
}
