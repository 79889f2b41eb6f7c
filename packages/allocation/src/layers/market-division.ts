import { coreError } from '../core-error.ts';

/** How a part of the market was cut out of the part above it. */
export type DivisionCriterion = 'region' | 'product' | 'customer';

/** A part of the market. Data: serialises to JSON. */
export interface MarketPart {
  readonly id: string;
  /** Null for the whole market. */
  readonly parentId: string | null;
  /** Null: it was cut out by something else, for example by who happened to be there. */
  readonly by: DivisionCriterion | null;
}

/** A final part that is no region, no product and no customer: nobody can say which deals belong to it. */
export interface UnclearPart {
  readonly id: string;
  /** 'none': by none of the three. 'mixed': it and its siblings are cut by different criteria, so they overlap. */
  readonly problem: 'none' | 'mixed';
  /** The criteria among it and its siblings. */
  readonly criteria: readonly (DivisionCriterion | null)[];
}

/**
 * Markets may be divided by region, by product, by customer, and by one after another, as long as each final part is one of
 * the three and stands beside parts of its own kind. Answers the final parts that are not. Throws for ids twice,
 * unknown parents and cycles.
 */
export function unclearParts(parts: readonly MarketPart[]): UnclearPart[] {
  const byId = new Map<string, MarketPart>();
  const children = new Map<string | null, MarketPart[]>();
  parts.forEach((part, index) => {
    if (byId.has(part.id)) throw coreError('allocation.id.duplicate', part.id, `parts.${index}.id`);
    byId.set(part.id, part);
    children.set(part.parentId, [...(children.get(part.parentId) ?? []), part]);
  });
  parts.forEach(({ parentId }, index) => {
    if (parentId === null || byId.has(parentId)) return;
    throw coreError('allocation.parent.unknown', parentId, `parts.${index}.parentId`);
  });
  const reached = [...(children.get(null) ?? [])];
  // The list grows while it is walked.
  for (const part of reached) reached.push(...(children.get(part.id) ?? []));
  const above = new Set(reached);
  const lost = parts.findIndex((part) => !above.has(part));
  if (lost >= 0) throw coreError('allocation.tree.cycle', parts[lost]?.id, `parts.${lost}.parentId`);
  return parts.flatMap((part): UnclearPart[] => {
    if (children.has(part.id)) return [];
    const criteria = [...new Set((children.get(part.parentId) ?? []).map(({ by }) => by))];
    if (part.by === null) return [{ id: part.id, problem: 'none', criteria }];
    return criteria.length > 1 ? [{ id: part.id, problem: 'mixed', criteria }] : [];
  });
}
