import type { EntityName } from '../field.ts';
import { keptRows, report, textOf } from './checks.ts';
import type { CheckContext } from './checks.ts';
import type { ReadRow } from './read-file.ts';

/** Pairs of fields in time order; `strict` ones must not be equal, for half-open intervals. */
const ordered: readonly { entity: EntityName; from: string; to: string; strict?: boolean }[] = [
  { entity: 'units', from: 'validFrom', to: 'validTo', strict: true },
  { entity: 'memberships', from: 'validFrom', to: 'validTo', strict: true },
  { entity: 'people', from: 'joinedOn', to: 'leftOn' },
  { entity: 'opportunities', from: 'createdOn', to: 'closedOn' },
  { entity: 'invoices', from: 'issuedOn', to: 'dueOn' },
  { entity: 'activities', from: 'startAt', to: 'endAt' },
];

/** Ends must not lie before beginnings. */
export function checkIntervals(context: CheckContext): void {
  for (const { entity, from, to, strict } of ordered) {
    const file = context.files.get(entity);
    for (const row of file?.rows ?? []) {
      const start = textOf(row.values, from);
      const end = textOf(row.values, to);
      if (start === null || end === null || end > start || (end === start && strict !== true)) continue;
      report(context, entity, row, to, 'import.interval.reversed', { other: file?.heading(from) ?? from });
    }
  }
}

/** Won and lost opportunities have a closing date, the others none. */
export function checkDeals(context: CheckContext): void {
  for (const row of context.files.get('opportunities')?.rows ?? []) {
    const stage = textOf(row.values, 'stage');
    if (stage === null || !('closedOn' in row.values)) continue;
    const isClosed = stage === 'won' || stage === 'lost';
    if (isClosed !== (row.values['closedOn'] !== null)) report(context, 'opportunities', row, 'closedOn', 'import.deal.closed');
  }
}

interface Stay {
  readonly id: string;
  readonly from: string;
  readonly to: string;
  readonly row: ReadRow | null;
}

/** A person has at most one primary membership on any day, those of the mirror included. */
export async function checkMemberships(context: CheckContext): Promise<void> {
  const rows = context.files.get('memberships')?.rows ?? [];
  const byPerson = new Map<string, Stay[]>();
  const add = (values: Readonly<Record<string, unknown>>, row: ReadRow | null): void => {
    const [id, person, from] = [textOf(values, 'id'), textOf(values, 'personId'), textOf(values, 'validFrom')];
    if (values['primary'] !== true || id === null || person === null || from === null) return;
    const stays = byPerson.get(person) ?? [];
    stays.push({ id, from, to: textOf(values, 'validTo') ?? '9999', row });
    byPerson.set(person, stays);
  };
  for (const row of rows) add(row.values, row);
  for (const values of await keptRows(context, 'memberships', 'personId', byPerson.keys())) add(values, null);
  for (const stays of byPerson.values()) {
    stays.sort((left, right) => (left.from < right.from ? -1 : 1));
    let longest = stays[0] as Stay;
    for (const stay of stays.slice(1)) {
      if (stay.from < longest.to) overlap(context, longest, stay);
      if (stay.to > longest.to) longest = stay;
    }
  }
}

function overlap(context: CheckContext, earlier: Stay, later: Stay): void {
  const [row, other] = later.row === null ? [earlier.row, later] : [later.row, earlier];
  if (row !== null) report(context, 'memberships', row, 'validFrom', 'import.membership.overlap', { other: other.id });
}
