import type { Membership, Person, Unit } from '@milepost/crm';
import { addDays, diffDays } from '@milepost/calendar';
import type { Month } from './month.ts';

/** A representative who is scored for a month. */
export interface Participant {
  readonly id: string;
  readonly name: string;
  /** The unit of the last day in the month: the person is listed there. */
  readonly unitId: string;
  readonly unitName: string;
  /** Days of the month inside the company, and those in the listed unit. */
  readonly days: number;
  readonly daysInUnit: number;
  readonly monthDays: number;
  /** Units of the month before the listed one, by name. */
  readonly movedFrom: readonly string[];
  /** The day they joined and left, when it lies inside the month. */
  readonly joinedOn: string | null;
  readonly leftOn: string | null;
  /** When they joined the company. */
  readonly since: string;
}

/** The organisation as the mirror keeps it, closed units included. */
export interface Organisation {
  readonly units: readonly Unit[];
  readonly memberships: readonly Membership[];
  readonly people: readonly Person[];
}

interface Stay {
  readonly unitId: string;
  /** First and last day inside the month, both included. */
  readonly from: string;
  readonly to: string;
}

/** Everybody who belonged to the units as a representative during the month, by name of unit and person. */
export function participantsOf(organisation: Organisation, unitIds: ReadonlySet<string>, month: Month): Participant[] {
  const units = new Map(organisation.units.map((unit) => [unit.id, unit]));
  const stays = staysByPerson(organisation.memberships, month);
  return organisation.people
    .filter((person) => person.role === 'rep')
    .flatMap((person): Participant[] => {
      const own = stays.get(person.id) ?? [];
      const last = own.at(-1);
      if (!last || !unitIds.has(last.unitId)) return [];
      const days = own.reduce((sum, stay) => sum + lengthOf(stay), 0);
      const elsewhere = own.filter((stay) => stay.unitId !== last.unitId);
      return [
        {
          id: person.id,
          name: person.name,
          unitId: last.unitId,
          unitName: units.get(last.unitId)?.name ?? last.unitId,
          days,
          daysInUnit: days - elsewhere.reduce((sum, stay) => sum + lengthOf(stay), 0),
          monthDays: month.days,
          movedFrom: [...new Set(elsewhere.map((stay) => units.get(stay.unitId)?.name ?? stay.unitId))],
          joinedOn: inside(person.joinedOn, month) ? person.joinedOn : null,
          leftOn: inside(person.leftOn, month) ? person.leftOn : null,
          since: person.joinedOn,
        },
      ];
    })
    .sort((a, b) => compare(a.unitId, b.unitId) || compare(a.id, b.id));
}

/** A unit and everything below it, closed units included. */
export function branchBelow(units: readonly Unit[], roots: readonly string[]): Set<string> {
  const branch = new Set(roots);
  for (const id of branch) for (const unit of units) if (unit.parentId === id) branch.add(unit.id);
  return branch;
}

/** Units led by a person on a day. */
export function ledBy(units: readonly Unit[], personId: string, day: string): string[] {
  return units
    .filter((unit) => unit.managerId === personId && unit.validFrom <= day && (unit.validTo === null || day < unit.validTo))
    .map((unit) => unit.id);
}

/** The unit of a person's primary membership on a day. */
export function unitOn(memberships: readonly Membership[], personId: string, day: string): string | null {
  const found = memberships.filter(
    (row) => row.personId === personId && row.primary && row.validFrom <= day && (row.validTo === null || day < row.validTo),
  );
  return found.sort((a, b) => compare(b.validFrom, a.validFrom))[0]?.unitId ?? null;
}

function staysByPerson(memberships: readonly Membership[], month: Month): Map<string, Stay[]> {
  const stays = new Map<string, Stay[]>();
  const sorted = [...memberships].sort((a, b) => compare(a.validFrom, b.validFrom) || compare(a.id, b.id));
  for (const { personId, unitId, primary, validFrom, validTo } of sorted) {
    if (!primary || validFrom > month.to || (validTo !== null && validTo <= month.from)) continue;
    const from = validFrom < month.from ? month.from : validFrom;
    const to = validTo === null || validTo > month.to ? month.to : addDays(validTo, -1);
    stays.set(personId, [...(stays.get(personId) ?? []), { unitId, from, to }]);
  }
  return stays;
}

const lengthOf = (stay: Stay): number => diffDays(stay.from, stay.to) + 1;
const inside = (day: string | null, month: Month): boolean => day !== null && day >= month.from && day <= month.to;
const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
