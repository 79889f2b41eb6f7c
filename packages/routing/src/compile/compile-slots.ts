import type { SlotSpec } from '../instance-spec.ts';
import type { Appointment } from '../problem/visit-problem.ts';
import type { CompileContext } from './compile-context.ts';
import { reasonTexts } from './notice.ts';
import { notice } from './notice.ts';
import type { Notice } from './notice.ts';
import type { Excluded } from './excluded.ts';
import type { PersonDay } from './person-day.ts';

/** A slot together with what it was made from. */
export interface CompiledSlot {
  readonly spec: SlotSpec;
  readonly person: number;
  readonly workday: PersonDay;
}

/** Where places are, and how long it takes between them. */
export interface Travel {
  /** Number of the place of an appointment; null when nobody knows where it is. */
  placeOf(appointment: Appointment): number | null;
  startOf(person: number, workday: PersonDay): number;
  endOf(person: number, workday: PersonDay): number;
  minutes(from: number, to: number): number;
}

/** One slot per representative and day worked. Hours grow where an appointment lies outside of them; each such day is named. */
export function compileSlots(context: CompileContext, travel: Travel, notices: Notice[], excluded: Excluded[]): CompiledSlot[] {
  const { people, days, workdays } = context;
  notices.push(...onDaysOff(context));
  return days.flatMap(({ date, frozen }, day) =>
    people.flatMap((person, index): CompiledSlot[] => {
      const workday = workdays[index]![day]!;
      if (workday === null) return [];
      for (const clash of workday.clashes) excluded.push(clashOf(person.id, clash));
      if (workday.noLunch) notices.push(notice('lunch.noRoom', { name: person.name, date }, { representative: person.id, date }));
      const start = travel.startOf(index, workday);
      const end = travel.endOf(index, workday);
      const spec: SlotSpec = {
        ...{ day, vehicle: index, start, end, frozen },
        ...hoursWith(workday, { start, end }, travel, (title) =>
          notices.push(
            notice('appointment.outsideHours', { name: person.name, date, title }, { representative: person.id, date }),
          ),
        ),
        maxVisits: person.mostVisitsPerDay === null ? undefined : person.mostVisitsPerDay + workday.appointments.length,
        // A customer takes one and an appointment nothing: one that has to go leaves no room for a customer more.
        capacity: workday.appointments.length === 0 ? undefined : (person.mostVisitsPerDay ?? undefined),
        breaks: workday.pauses.map(({ open, close, minutes }) => ({ open, close, minutes })),
      };
      return [{ spec, person: index, workday }];
    }),
  );
}

/** Appointments within the horizon on days their people do not work. */
function onDaysOff({ problem, people, workdays, dayOf }: CompileContext): Notice[] {
  const { from, until } = problem.horizon;
  return people.flatMap((person, index) => {
    const isOff = (date: string): boolean => workdays[index]![dayOf.get(date) ?? -1] == null;
    const off = person.appointments.filter(({ date }) => from <= date && date < until && isOff(date));
    return off.map(({ date, title, id }) =>
      notice('appointment.dayOff', { name: person.name, date, title: title ?? id }, { representative: person.id, date }),
    );
  });
}

function hoursWith(
  { hours, appointments }: PersonDay,
  { start, end }: { readonly start: number; readonly end: number },
  travel: Travel,
  outside: (title: string) => void,
): { readonly earliest: number; readonly latest: number } {
  let earliest = hours.fromMinute;
  let latest = hours.untilMinute;
  for (const appointment of appointments) {
    const place = travel.placeOf(appointment);
    if (place === null) continue;
    const leave = Math.min(earliest, appointment.fromMinute - travel.minutes(start, place));
    const home = Math.max(latest, appointment.untilMinute + travel.minutes(place, end));
    if (leave < earliest || home > latest) outside(appointment.title ?? appointment.id);
    earliest = leave;
    latest = home;
  }
  return { earliest, latest };
}

function clashOf(representative: string, { id, date }: Appointment): Excluded {
  const texts = reasonTexts('appointment.overlap');
  return {
    customer: null,
    appointment: id,
    representative,
    missing: 1,
    promisedDate: date,
    reason: 'appointment.overlap',
    texts,
  };
}
