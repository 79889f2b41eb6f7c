import type { ClientSpec, FixedSpec, InstanceSpec, SlotSpec } from '../instance-spec.ts';
import { Random } from '../search/random.ts';

/** What a random problem has besides places, clients and slots. */
export interface Features {
  readonly clients: number;
  readonly days: number;
  readonly vehicles: number;
  readonly windows?: boolean;
  readonly severalWindows?: boolean;
  readonly breaks?: boolean;
  readonly gaps?: boolean;
  readonly owners?: boolean;
  readonly prizes?: boolean;
  readonly fixed?: boolean;
  readonly loads?: boolean;
  readonly asymmetric?: boolean;
  readonly balance?: boolean;
  readonly durations?: boolean;
  readonly fixedCosts?: boolean;
}

/** A small random problem: places in a square of 100, days of 300 units. */
export function randomSpec(seed: number, features: Features): InstanceSpec {
  const random = new Random(seed);
  const places = features.clients + 2;
  const distance = matrix(random, places, features.asymmetric === true);
  return {
    days: features.days,
    dayNumbers: Array.from({ length: features.days }, (_, day) => day + 2 * Math.floor(day / 5)),
    places,
    distance,
    duration: features.durations === true ? distance.map((value) => value * 1.5 + 1) : distance,
    clients: Array.from({ length: features.clients }, (_, c) => client(random, c, features)),
    slots: Array.from({ length: features.days * features.vehicles }, (_, r) => slot(random, r, features)),
    fixed: features.fixed === true ? promises(random, features) : [],
    weights: { balance: features.balance === true ? 0.01 : 0 },
  };
}

function matrix(random: Random, places: number, asymmetric: boolean): Float64Array {
  const points = Array.from({ length: places }, () => [random.next() * 100, random.next() * 100] as const);
  const out = new Float64Array(places * places);
  points.forEach(([x, y], i) =>
    points.forEach(([u, v], j) => {
      out[i * places + j] = Math.hypot(x - u, y - v) * (asymmetric && i < j ? 1.2 : 1);
    }),
  );
  return out;
}

function client(random: Random, index: number, features: Features): ClientSpec {
  const visits = 1 + random.below(Math.min(3, features.days));
  return {
    place: index + 2,
    service: 5 + random.below(10),
    demand: features.loads === true ? 1 + random.below(5) : 0,
    prize: features.prizes === true && random.next() < 0.5 ? 20 + random.next() * 100 : Infinity,
    ...(features.gaps === true
      ? { frequency: { visits, leastGap: 1 + random.below(2), greatestGap: 2 + random.below(6), cadenceCost: random.below(2) } }
      : { patterns: patterns(random, features.days, visits), patternCosts: [0, 1, 2] }),
    dayWindows: features.windows === true ? Array.from({ length: features.days }, () => windows(random, features)) : undefined,
    vehicles: features.owners === true ? [random.below(features.vehicles), random.below(features.vehicles)] : undefined,
  };
}

function patterns(random: Random, days: number, visits: number): number[][] {
  return Array.from({ length: 3 }, () => {
    const chosen = new Set<number>();
    while (chosen.size < Math.min(visits, days)) chosen.add(random.below(days));
    return [...chosen].sort((a, b) => a - b);
  });
}

function windows(random: Random, features: Features): [number, number][] {
  if (random.next() < 0.15) return [];
  const open = random.below(200);
  const first: [number, number] = [open, open + 30 + random.below(60)];
  if (features.severalWindows !== true || random.next() < 0.5) return [first];
  return [first, [first[1] + 20, first[1] + 60]];
}

function slot(random: Random, index: number, features: Features): SlotSpec {
  const at = random.below(2);
  return {
    day: Math.floor(index / features.vehicles),
    vehicle: index % features.vehicles,
    start: at,
    end: random.next() < 0.8 ? at : 1 - at,
    earliest: 0,
    latest: 300,
    maxDuration: random.next() < 0.5 ? 220 : Infinity,
    capacity: features.loads === true ? 12 : Infinity,
    maxVisits: random.next() < 0.2 ? 3 : undefined,
    fixedCost: features.fixedCosts === true ? 30 : 0,
    breaks: features.breaks === true && random.next() < 0.7 ? [{ open: 100, close: 150, minutes: 30 }] : [],
  };
}

function promises(random: Random, features: Features): FixedSpec[] {
  return Array.from({ length: Math.min(2, features.clients) }, (_, i) => ({
    client: i,
    day: random.below(features.days),
    vehicle: random.next() < 0.3 ? random.below(features.vehicles) : undefined,
    window: random.next() < 0.5 ? ([50, 250] as const) : undefined,
  }));
}

/** Every kind of problem by the bits of a number. */
export function featuresOf(bits: number, clients: number, days: number, vehicles: number): Features {
  const bit = (n: number): boolean => ((bits >> n) & 1) === 1;
  return {
    ...{ clients, days, vehicles, windows: bit(0), severalWindows: bit(1), breaks: bit(2), gaps: bit(3), owners: bit(4) },
    ...{
      prizes: bit(5),
      fixed: bit(6),
      loads: bit(7),
      asymmetric: bit(8),
      balance: bit(9),
      durations: bit(10),
      fixedCosts: bit(11),
    },
  };
}
