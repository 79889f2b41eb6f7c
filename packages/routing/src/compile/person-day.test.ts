import { describe, expect, it } from 'vitest';
import { customer, east, problemFile, representative } from '../problem/fixtures/small-problem.ts';
import { parseVisitProblem } from '../problem/parse-visit-problem.ts';
import { compileProblem } from './compile-problem.ts';

const fast = [{ id: 'fast', detourFactor: 1, bands: [{ kilometresPerHour: 60 }], startMinutes: 0 }];
const call = (from: string, until: string, change: object = {}) => ({
  id: `${from}`,
  date: '2026-03-02',
  from,
  until,
  ...change,
});
const group = ({
  horizon = { from: '2026-03-02', until: '2026-03-03' },
  ...person
}: {
  readonly horizon?: object;
  readonly [field: string]: unknown;
}) => {
  const representatives = [representative('r', { speedProfile: 'fast', ...person })];
  const file = problemFile([customer('a')], {
    speedProfiles: fast,
    representatives,
    horizon,
  });
  return compileProblem(parseVisitProblem(file)).parts[0]!.compile();
};
const lunch = { from: '11:30', until: '13:30', minutes: 60 };

describe('pauses', () => {
  it('lunch begins so that it ends within its time; calls are pauses at their time', () => {
    const { slots } = group({ lunch, appointments: [call('15:00', '15:30')] });
    expect(slots[0]!.workday.pauses).toEqual([
      { kind: 'lunch', open: 690, close: 750, minutes: 60 },
      { kind: 'busy', open: 900, close: 900, minutes: 30 },
    ]);
  });

  it('lunch makes way for appointments, and is left out where they leave no time for it', () => {
    expect(group({ lunch, appointments: [call('11:40', '12:10')] }).slots[0]!.workday.pauses[1]).toEqual({
      kind: 'lunch',
      open: 730,
      close: 750,
      minutes: 60,
    });
    const { slots, notices } = group({ lunch, appointments: [call('12:00', '13:00')] });
    expect(slots[0]!.workday.pauses).toHaveLength(1);
    expect(notices).toMatchObject([{ code: 'lunch.noRoom', representative: 'r', date: '2026-03-02' }]);
  });

  it('calls at the same time take it once; those outside of hours take none', () => {
    const { slots } = group({ appointments: [call('10:00', '11:00'), call('10:30', '11:30'), call('19:00', '20:00')] });
    expect(slots[0]!.workday.pauses).toEqual([{ kind: 'busy', open: 600, close: 600, minutes: 90 }]);
  });

  it('nobody has lunch on a day that ends before it', () => {
    const days = [{ date: '2026-03-02', hours: { from: '09:00', until: '12:00' } }];
    expect(group({ lunch, days }).slots[0]!.workday).toMatchObject({ pauses: [], noLunch: false });
  });
});

describe('appointments at a place', () => {
  const place = east(19.9);

  it('are promised visits of their representative at their time, beyond the most visits', () => {
    const { instance, origins } = group({ mostVisitsPerDay: 4, appointments: [call('10:00', '11:30', { place })] });
    const client = origins.findIndex(({ kind }) => kind === 'appointment');
    expect([instance.clients.service[client], instance.fixed.client[0], instance.fixed.open[0], instance.fixed.close[0]]).toEqual(
      [90, client, 600, 600],
    );
    expect(instance.slots.maxVisits[0]).toBe(5);
  });

  it('make a day longer that they do not fit into: home by 17:30 + 20 minutes', () => {
    const { slots, notices } = group({ appointments: [call('16:30', '17:30', { place })] });
    expect(slots[0]!.spec).toMatchObject({ earliest: 540, latest: 1070 });
    expect(notices).toMatchObject([{ code: 'appointment.outsideHours' }]);
  });

  it('that overlap are named; the first one stands', () => {
    const { excluded, origins } = group({ appointments: [call('10:00', '11:00', { place }), call('10:30', '11:30')] });
    expect(excluded).toMatchObject([{ appointment: '10:30', reason: 'appointment.overlap', representative: 'r' }]);
    expect(origins.filter(({ kind }) => kind === 'appointment')).toHaveLength(1);
  });

  it('on a day off are named', () => {
    expect(group({ daysOff: ['2026-03-02'], appointments: [call('10:00', '11:00')] }).notices).toMatchObject([
      { code: 'appointment.dayOff', texts: { en: expect.stringContaining('2026-03-02') as string } },
      { code: 'days.none' },
    ]);
    const saturday = {
      horizon: { from: '2026-03-02', until: '2026-03-09' },
      appointments: [call('10:00', '11:00', { date: '2026-03-07' })],
    };
    expect(group(saturday).notices).toMatchObject([{ code: 'appointment.dayOff', date: '2026-03-07' }]);
  });
});
