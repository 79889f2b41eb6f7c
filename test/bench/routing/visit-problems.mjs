// Visit problems for measurements, made up from a seed: representatives around a city, each with customers of all kinds. No published data.

const MONDAY = '2026-03-02';
const HORIZON = { from: MONDAY, until: '2026-03-30' };

/** Numbers from 0 to before 1 (a Weyl sequence, mixed). */
function generator(seed) {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x9e3779b9) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 16), 0x85ebca6b);
    mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
    return ((mixed ^ (mixed >>> 16)) >>> 0) / 4294967296;
  };
}

/** Day of the horizon as a date. */
const date = (day) => new Date(Date.parse(MONDAY) + day * 86_400_000).toISOString().slice(0, 10);
const clock = (minutes) => `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;

/** A point some kilometres off. */
function near({ lng, lat }, kilometres, random) {
  const angle = random() * 2 * Math.PI;
  const far = kilometres * Math.sqrt(random());
  return { lng: lng + (far * Math.cos(angle)) / 96, lat: lat + (far * Math.sin(angle)) / 111.2, datum: 'gcj02' };
}

/**
 * Every feature at once: lunch, appointments with and without a place, days off, a limit of visits a day, opening hours by weekday with
 * midday closing and exceptions, frequencies by gaps and by patterns, values, required customers, skills, promises. With `owned: false`
 * everybody may visit everybody.
 */
export function visitProblem({ representatives, customersEach, seed, owned = true }) {
  const random = generator(seed);
  const homes = Array.from({ length: representatives }, () =>
    near({ lng: 120.155, lat: 30.274 }, 4 * Math.sqrt(representatives) + 4, random),
  );
  const customers = homes.flatMap((home, person) =>
    Array.from({ length: customersEach }, (_, index) => customer({ home, person, index, random, owned, customersEach })),
  );
  return {
    ...{
      format: 'milepost.visit-problem/1',
      id: `made-up-${representatives}x${customersEach}`,
      horizon: HORIZON,
      unknownDays: 'plan',
    },
    calendar: {
      calendarVersion: 1,
      id: 'made-up',
      zone: 'Asia/Shanghai',
      fiscalYearStartMonth: 1,
      weekRule: 'thursday',
      base: 'CN',
    },
    representatives: homes.map((home, person) => representative(home, person, random)),
    customers,
  };
}

function representative(home, person, random) {
  const day = Math.floor(random() * 4) * 7;
  return {
    ...{ id: `r${person}`, name: `R${person}`, home, skills: ['cold-chain'], mostVisitsPerDay: 14 },
    hours: [{ weekdays: [1, 2, 3, 4, 5], from: '08:30', until: '18:00' }],
    lunch: { from: '11:30', until: '13:30', minutes: 45 },
    daysOff: [date(day + 4)],
    appointments: [
      { id: 'meeting', date: date(day), from: '09:00', until: '10:00', place: near(home, 3, random) },
      { id: 'call', date: date(day + 2), from: '15:00', until: '15:30' },
    ],
  };
}

/** A tenth every week, three tenths every other week, the others once; some by patterns, some closed at midday or on Wednesdays. */
function customer({ home, person, index, random, owned, customersEach }) {
  const kind = random();
  const rare = customersEach > 100 ? 0.6 : 0.2;
  const visits = kind < rare * 0.5 + 0.4 ? 1 : kind < 0.92 ? 2 : 4;
  const opens = 510 + 30 * Math.floor(random() * 4);
  const midday = random() < 0.3;
  const weekdays = random() < 0.15 ? [1, 2, 4, 5] : [1, 2, 3, 4, 5];
  const hours = midday
    ? [{ weekdays, from: clock(opens), until: '12:00' }, { weekdays, from: '13:30', until: '17:30' }]
    : [{ weekdays, from: clock(opens), until: '17:30' }]; // prettier-ignore
  const first = 1 + Math.floor(random() * 3);
  const byPattern = visits === 2 && random() < 0.3;
  const patterns = [1, 2, 3, 4, 5].flatMap((day) => [1, 2].map((firstWeek) => ({ weekdays: [day], everyWeeks: 2, firstWeek })));
  const gaps = { 1: {}, 2: { leastGapDays: 9, greatestGapDays: 19 }, 4: { leastGapDays: 5, greatestGapDays: 9 } }[visits];
  return {
    ...{ id: `c${person}-${index}`, name: `C${person}-${index}`, place: near(home, 12, random) },
    ...{ serviceMinutes: 15 + 5 * Math.floor(random() * 4), windows: hours, value: Math.round(1 + random() * 9) },
    ...(owned ? { owner: `r${person}` } : {}),
    ...(byPattern ? { patterns } : { frequency: { visits, ...gaps, lateAllowed: true } }),
    ...(random() < 0.1 ? { required: true } : {}),
    ...(random() < 0.05 ? { skills: ['cold-chain'] } : {}),
    ...(random() < 0.05 ? { exceptions: [{ from: date(first), until: date(first + 2), closed: true }] } : {}),
    ...(!byPattern && visits === 1 && random() < 0.05
      ? { promised: [{ date: date(first + 7), from: '14:00', until: '16:00' }] }
      : {}),
  };
}
