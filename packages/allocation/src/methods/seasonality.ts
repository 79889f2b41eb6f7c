import { isPeriod, parsePeriod } from '@milepost/calendar';
import { changeError } from '../change-error.ts';
import { even } from './even.ts';
import type { Axis } from '../axis.ts';
import type { Method } from './method.ts';

/**
 * Periods by a profile of months: keys are a month of the year ('01' to '12') or one month ('2026-02'), the latter first. Only
 * ratios matter. A quarter or year has the sum of its months; the weeks or days of a month share it evenly. A month
 * without an entry stays null. On other axes every leaf gets the same. Throws `allocation.weight.invalid` for an entry that is
 * negative or not finite, `allocation.profile.month` for a key that is no month.
 */
export function seasonality(profile: Readonly<Record<string, number>>, name = 'seasonality'): Method {
  for (const [key, value] of Object.entries(profile)) {
    if (!/^(\d{4}-)?(0[1-9]|1[0-2])$/.test(key)) throw changeError('allocation.profile.month', key, name);
    if (!(value >= 0 && value < Infinity)) throw changeError('allocation.weight.invalid', value, `${name}.${key}`);
  }
  const others = even();
  const known = new WeakMap<Axis, Float64Array>();
  return {
    name,
    weigh(pooling, out) {
      const axis = pooling.plan.grid.axes[pooling.axis] as Axis;
      if (axis.kind !== 'time') return others.weigh(pooling, out);
      let weights = known.get(axis);
      if (weights === undefined) known.set(axis, (weights = profileOf(axis, profile)));
      for (let at = 0; at < out.length; at += 1) out[at] = weights[pooling.members[at] as number] as number;
    },
  };
}

/** By member number. Parents stand before their children. */
function profileOf(axis: Axis, profile: Readonly<Record<string, number>>): Float64Array {
  const { ids, parent, from, to } = axis;
  const weights = new Float64Array(ids.length).fill(NaN);
  const leaves = (member: number): number => (to[member] as number) - (from[member] as number);
  const isMonth = ids.map((id) => isPeriod(id) && parsePeriod(id).kind === 'month');
  const inMonth = [...isMonth];
  ids.forEach((id, member) => {
    const above = parent[member] as number;
    if (isMonth[member]) weights[member] = profile[id] ?? profile[id.slice(5)] ?? NaN;
    else if (above >= 0 && inMonth[above]) {
      inMonth[member] = true;
      weights[member] = ((weights[above] as number) * leaves(member)) / leaves(above);
    }
  });
  for (let member = ids.length - 1; member > 0; member -= 1) {
    const [above, weight] = [parent[member] as number, weights[member] as number];
    if (inMonth[above] || weight !== weight) continue;
    weights[above] = weights[above] === weights[above] ? (weights[above] as number) + weight : weight;
  }
  return weights;
}
