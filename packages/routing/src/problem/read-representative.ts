import { RoutingError } from '../error.ts';
import { below, orNull, readDate, readList, readObject, readText, refuseTwice, whole } from './read.ts';
import { readKnownPlace } from './read-place.ts';
import { rangeOf, readRange, readWeekHours } from './read-time.ts';
import type { Appointment, Lunch, Representative, RepresentativeDay } from './visit-problem.ts';

const FIELDS = 'id name home start end hours days daysOff appointments lunch mostVisitsPerDay speedProfile skills'.split(' ');

/** One representative. */
export function readRepresentative(value: unknown, path: string): Representative {
  const fields = readObject(value, path, FIELDS);
  const at = (field: string): string => below(path, field);
  const id = readText(fields.id, at('id'));
  const home = readKnownPlace(fields.home, at('home'));
  const hours = readList(fields.hours, at('hours'), readWeekHours);
  if (hours.length === 0) throw new RoutingError('routing.problem.empty', 'hours', at('hours'));
  refuseTwice(
    hours.flatMap(({ weekdays }) => weekdays.map(String)),
    () => at('hours'),
  );
  const days = readList(fields.days, at('days'), readDay);
  refuseTwice(
    days.map(({ date }) => date),
    (index) => below(at('days'), index),
  );
  return {
    id,
    name: orNull(fields.name, at('name'), readText) ?? id,
    home,
    start: orNull(fields.start, at('start'), readKnownPlace) ?? home,
    end: orNull(fields.end, at('end'), readKnownPlace) ?? home,
    hours,
    days,
    daysOff: readList(fields.daysOff, at('daysOff'), readDate),
    appointments: readList(fields.appointments, at('appointments'), readAppointment),
    lunch: orNull(fields.lunch, at('lunch'), readLunch),
    mostVisitsPerDay: orNull(fields.mostVisitsPerDay, at('mostVisitsPerDay'), whole(0, 1_000)),
    speedProfile: orNull(fields.speedProfile, at('speedProfile'), readText),
    skills: readList(fields.skills, at('skills'), readText),
  };
}

function readDay(value: unknown, path: string): RepresentativeDay {
  const fields = readObject(value, path, ['date', 'hours', 'start', 'end']);
  return {
    date: readDate(fields.date, below(path, 'date')),
    hours: orNull(fields.hours, below(path, 'hours'), readRange),
    start: orNull(fields.start, below(path, 'start'), readKnownPlace),
    end: orNull(fields.end, below(path, 'end'), readKnownPlace),
  };
}

function readAppointment(value: unknown, path: string): Appointment {
  const fields = readObject(value, path, ['id', 'title', 'date', 'from', 'until', 'place']);
  return {
    id: readText(fields.id, below(path, 'id')),
    title: orNull(fields.title, below(path, 'title'), readText),
    date: readDate(fields.date, below(path, 'date')),
    ...rangeOf(fields, path),
    place: orNull(fields.place, below(path, 'place'), readKnownPlace),
  };
}

function readLunch(value: unknown, path: string): Lunch {
  const fields = readObject(value, path, ['from', 'until', 'minutes']);
  const range = rangeOf(fields, path);
  return { ...range, minutes: whole(1, range.untilMinute - range.fromMinute)(fields.minutes, below(path, 'minutes')) };
}
