/** Parts of a problem that share nothing: representatives and customers by position. */
export interface Group {
  readonly people: readonly number[];
  readonly customers: readonly number[];
}

/**
 * Splits a problem into the parts that can be planned apart: two representatives belong together when some customer may be visited by
 * both. With an owner for every customer each representative is a part.
 */
export function groupsOf(people: number, whoMay: readonly (readonly number[])[]): Group[] {
  const parent = Int32Array.from({ length: people }, (_, index) => index);
  const root = (index: number): number => {
    let at = index;
    while (parent[at] !== at) at = parent[at] = parent[parent[at]!]!;
    return at;
  };
  for (const [first, ...others] of whoMay) for (const other of others) parent[root(other)] = root(first!);
  const groups = new Map<number, { people: number[]; customers: number[] }>();
  for (let index = 0; index < people; index += 1) {
    const at = root(index);
    if (!groups.has(at)) groups.set(at, { people: [], customers: [] });
    groups.get(at)!.people.push(index);
  }
  whoMay.forEach((some, customer) => some.length > 0 && groups.get(root(some[0]!))!.customers.push(customer));
  return [...groups.values()];
}
