/** The way of each opportunity through the stages, read from its history. */
import { diffDays } from '@milepost/calendar';
import type { BusinessDate } from '@milepost/calendar';
import { outlookError } from './outlook-error.ts';
import { checkAmountOrNull } from './check.ts';
import { isOutcome } from './stages.ts';

/** An opportunity entered a stage, or ended, on a day. */
export interface StageEvent {
  readonly opportunityId: string;
  /** Id of a stage, or 'won' or 'lost'. */
  readonly stage: string;
  readonly enteredOn: BusinessDate;
  /** Minor units; null or left out where nobody said. The latest event that says one decides, as for all that follow. */
  readonly amountMinor?: number | null;
  readonly currency?: string;
  readonly customerId?: string;
  readonly customerClass?: string;
  readonly productCategory?: string;
}

/** One opportunity as of a day. Stages are places in the list of stages. */
export interface Journey {
  readonly id: string;
  /** Where it began. Stages before were never its own. */
  readonly first: number;
  readonly furthest: number;
  /** Where it stands now, or stood when it ended; before `furthest` after a step back. */
  readonly current: number;
  /** The day each stage was first entered, on the way up; null for stages it never was in or jumped over. */
  readonly entered: readonly (BusinessDate | null)[];
  readonly outcome: 'won' | 'lost' | 'open';
  readonly closedOn: BusinessDate | null;
  readonly amountMinor: number | null;
  readonly currency: string | null;
  readonly customerId: string | null;
  readonly customerClass: string | null;
  readonly productCategory: string | null;
}

/** What the history holds, in the order of ids. */
export interface Journeys {
  readonly journeys: readonly Journey[];
  /** Events after `asOf`: not looked at, so that a past day can be asked about. */
  readonly later: number;
  /** Opportunities whose history has an end but no stage; they tell nothing about stages. */
  readonly withoutStage: number;
}

/**
 * Sorts the events into journeys, whatever their order; on one day a later stage counts as entered later and an end last.
 * An opportunity that moves on after its end is open again. Throws for an unknown stage, a bad day or amount, or one that
 * is won and lost on one day.
 */
export function readJourneys(events: readonly StageEvent[], places: ReadonlyMap<string, number>, asOf: BusinessDate): Journeys {
  const byId = new Map<string, StageEvent[]>();
  let later = 0;
  events.forEach((event, index) => {
    if (!isOutcome(event.stage) && !places.has(event.stage)) {
      throw outlookError('allocation.outlook.stage.unknown', event.stage, `events.${index}.stage`);
    }
    checkAmountOrNull(event.amountMinor ?? null, `events.${index}.amountMinor`);
    if (diffDays(event.enteredOn, asOf) < 0) {
      later += 1;
      return;
    }
    const known = byId.get(event.opportunityId);
    if (known === undefined) byId.set(event.opportunityId, [event]);
    else known.push(event);
  });
  const journeys: Journey[] = [];
  let withoutStage = 0;
  for (const id of [...byId.keys()].sort()) {
    const journey = readJourney(id, byId.get(id) ?? [], places);
    if (journey === null) withoutStage += 1;
    else journeys.push(journey);
  }
  return { journeys, later, withoutStage };
}

function readJourney(id: string, events: readonly StageEvent[], places: ReadonlyMap<string, number>): Journey | null {
  const rank = (event: StageEvent): number => places.get(event.stage) ?? places.size;
  const sorted = [...events].sort(
    (a, b) => compare(a.enteredOn, b.enteredOn) || rank(a) - rank(b) || compare(labelOf(a), labelOf(b)),
  );
  const moves = sorted.filter(({ stage }) => !isOutcome(stage));
  const [start] = moves;
  const last = sorted.at(-1);
  const standing = moves.at(-1);
  if (start === undefined || last === undefined || standing === undefined) return null;
  checkOutcome(id, sorted, last);
  const entered = Array.from({ length: places.size }, (): BusinessDate | null => null);
  let furthest = -1;
  for (const move of moves) {
    const place = rank(move);
    if (place <= furthest) continue;
    furthest = place;
    entered[place] = move.enteredOn;
  }
  const latest = <T>(pick: (event: StageEvent) => T | null | undefined): T | null =>
    sorted.reduce((kept: T | null, event) => pick(event) ?? kept, null);
  return {
    ...{ id, first: rank(start), furthest, current: rank(standing), entered },
    outcome: isOutcome(last.stage) ? last.stage : 'open',
    closedOn: isOutcome(last.stage) ? last.enteredOn : null,
    amountMinor: latest(({ amountMinor }) => amountMinor),
    currency: latest(({ currency }) => currency),
    customerId: latest(({ customerId }) => customerId),
    customerClass: latest(({ customerClass }) => customerClass),
    productCategory: latest(({ productCategory }) => productCategory),
  };
}

function checkOutcome(id: string, sorted: readonly StageEvent[], last: StageEvent): void {
  const sameDay = sorted.filter(({ stage, enteredOn }) => isOutcome(stage) && enteredOn === last.enteredOn);
  if (new Set(sameDay.map(({ stage }) => stage)).size > 1) {
    throw outlookError('allocation.outlook.outcome.contradiction', id, last.enteredOn);
  }
}

/** Two rows about one step that say different things: the order they came in must not decide between them. */
function labelOf({ amountMinor, customerClass, productCategory, customerId, currency }: StageEvent): string {
  return JSON.stringify([amountMinor, customerClass, productCategory, customerId, currency]);
}

function compare(left: string, right: string): number {
  return left < right ? -1 : left > right ? 1 : 0;
}
