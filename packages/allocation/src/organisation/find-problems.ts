import { groupBy } from './group-by.ts';
import { problem } from './problem.ts';
import { common, spanOf, uncovered } from './spans.ts';
import { unitProblems } from './unit-problems.ts';
import { organisationError } from './organisation-error.ts';
import type { OrganisationProblem } from './problem.ts';
import type { Membership, Organisation } from './organisation.ts';
import type { Span } from './spans.ts';

/**
 * Everything wrong with an organisation: validity that ends before it starts, units in two places, without their parent, in a
 * cycle or beside a second top at any date, memberships in units that do not exist then, in two units at once or twice in the
 * same, a gap between two memberships (a warning), and ids that are both a person and a unit.
 */
export function findProblems(organisation: Organisation): OrganisationProblem[] {
  return [...unitProblems(organisation), ...membershipProblems(organisation)];
}

/** Throws the first error as an AllocationError with its path. */
export function checkOrganisation(organisation: Organisation): void {
  const first = findProblems(organisation).find(({ severity }) => severity === 'error');
  if (first === undefined) return;
  const days = first.from === null ? '' : ` ${first.from}…${first.to ?? ''}`;
  throw organisationError(first.code, `${first.id}${days}`, first.path);
}

function membershipProblems({ units, memberships }: Organisation): OrganisationProblem[] {
  const found: OrganisationProblem[] = [];
  const unitSpans = groupBy(units, ({ id }) => id);
  const byPerson = new Map<string, { membership: Membership; span: Span; index: number }[]>();
  memberships.forEach((membership, index) => {
    const { personId, unitId } = membership;
    const path = `memberships.${index}`;
    const span = spanOf(membership);
    if (span === null) {
      found.push(
        problem('allocation.organisation.interval', path, personId, null, `${membership.validFrom}…${membership.validTo ?? ''}`),
      );
      return;
    }
    if (unitSpans.has(personId)) found.push(problem('allocation.organisation.sameId', `${path}.personId`, personId, null));
    const valid = (unitSpans.get(unitId) ?? []).flatMap((unit) => spanOf(unit) ?? []);
    for (const gap of uncovered(span, valid))
      found.push(problem('allocation.organisation.unitMissing', `${path}.unitId`, unitId, gap));
    const own = byPerson.get(personId);
    if (own === undefined) byPerson.set(personId, [{ membership, span, index }]);
    else own.push({ membership, span, index });
  });
  for (const [person, own] of byPerson) found.push(...orderProblems(person, own));
  return found;
}

function orderProblems(person: string, own: { membership: Membership; span: Span; index: number }[]): OrganisationProblem[] {
  const found: OrganisationProblem[] = [];
  const sorted = [...own].sort((a, b) => a.span.from - b.span.from || a.span.to - b.span.to);
  let longest = sorted[0];
  for (const next of sorted.slice(1)) {
    if (longest === undefined) break;
    const shared = common(longest.span, next.span);
    const path = `memberships.${next.index}`;
    if (shared !== null) {
      const same = longest.membership.unitId === next.membership.unitId;
      found.push(problem(same ? 'allocation.organisation.twice' : 'allocation.organisation.overlap', path, person, shared));
    } else if (next.span.from > longest.span.to) {
      found.push(problem('allocation.organisation.gap', path, person, { from: longest.span.to, to: next.span.from }));
    }
    if (next.span.to > longest.span.to) longest = next;
  }
  return found;
}
