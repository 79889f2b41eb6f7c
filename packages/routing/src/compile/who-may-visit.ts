import type { Customer, Representative } from '../problem/visit-problem.ts';

/** Positions of the representatives who may visit: those named, or the owner, or everybody, as far as they have the skills. */
export function whoMayVisit(
  customer: Customer,
  people: readonly Representative[],
  indexOf: ReadonlyMap<string, number>,
): number[] {
  const { representatives, owner, skills } = customer;
  const ids = representatives ?? (owner === null ? people.map(({ id }) => id) : [owner]);
  const able = (index: number): boolean => skills.every((skill) => people[index]!.skills.includes(skill));
  return [...new Set(ids)]
    .flatMap((id) => indexOf.get(id) ?? [])
    .filter(able)
    .sort((a, b) => a - b);
}
