import type { Day } from './days.ts';
import type { DemoPerson, DemoTeam } from './organisation.ts';
import type { Random } from './random.ts';

/** An owner from a day on, until the next span starts. */
export interface Span {
  readonly person: DemoPerson;
  readonly from: Day;
}

interface Stay {
  readonly person: DemoPerson;
  readonly from: Day;
  readonly to: Day | null;
}

/**
 * Who has owned an account, oldest first, ending with `present`. Going back in time, a representative who was not
 * in the team yet took over from someone who was: from a leaver or mover on the day that person left, where one fits.
 */
export function ownersOf(created: Day, present: DemoPerson, team: DemoTeam, start: Day, random: Random): Span[] {
  const stays = team.reps.map((person): Stay => stayIn(person, team.unit.id));
  const since = Math.max(created, start);
  const chain: Span[] = [];
  let current = stays.find((stay) => stay.person === present) as Stay;
  while (current.from > since || (chain.length < 3 && random.chance(0.22))) {
    const before = predecessor(current, stays, since, random);
    if (!before) break;
    chain.unshift({ person: current.person, from: before.day });
    current = before.stay;
  }
  chain.unshift({ person: current.person, from: Math.min(created, since) });
  return chain;
}

function stayIn(person: DemoPerson, unitId: string): Stay {
  const term = person.terms.find((candidate) => candidate.unitId === unitId);
  return { person, from: term?.from ?? person.joined, to: term?.to ?? null };
}

function predecessor(current: Stay, stays: readonly Stay[], since: Day, random: Random): { stay: Stay; day: Day } | null {
  const gone = stays.filter((stay) => stay.to !== null && stay !== current && stay.to > since && stay.to >= current.from);
  const fitting = gone.filter((stay) => current.to === null || (stay.to as Day) < current.to);
  if (fitting.length > 0 && (current.from > since || random.chance(0.8))) {
    const stay = random.pick(fitting);
    return { stay, day: stay.to as Day };
  }
  if (current.from <= since) return null;
  const covering = stays.filter(
    (stay) => stay !== current && stay.from < current.from && (stay.to === null || stay.to >= current.from),
  );
  return covering.length === 0 ? null : { stay: random.pick(covering), day: current.from };
}

/** The owner on a day; before the first span, the first owner. */
export function ownerOn(owners: readonly Span[], day: Day): DemoPerson {
  for (let index = owners.length - 1; index > 0; index -= 1) {
    const span = owners[index] as Span;
    if (span.from <= day) return span.person;
  }
  return (owners[0] as Span).person;
}
