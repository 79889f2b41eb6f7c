import type { Place, VisitProblem } from '../problem/visit-problem.ts';
import { convertPoint } from '../travel/convert-point.ts';
import { greatCircleMetres } from '../travel/great-circle.ts';
import type { Point } from '../travel/point.ts';
import { minutesFor } from '../travel/speed-profile.ts';
import type { SpeedProfile } from '../travel/speed-profile.ts';
import type { TravelMatrix } from '../travel/travel-matrix.ts';

/** Longer than any day: the two places cannot be on one route. */
export const UNREACHABLE_MINUTES = 14_400;

/** A place of a group: its row in the stated matrix, -1 when it has none, and its point in WGS-84. */
interface Row {
  readonly name: string;
  readonly row: number;
  readonly point: Point | null;
}

/** Pairs of places about which something is to be said. */
export interface TravelFindings {
  readonly estimated: [from: string, to: string][];
  readonly unreachable: [from: string, to: string][];
  readonly zero: [from: string, to: string][];
}

const SAME_METRES = 100;

/** The places of one group, each row and point once, and travel between them. */
export class PlaceTable {
  readonly #rows: Row[] = [];
  readonly #known = new Map<string, number>();
  readonly #rowOf: ReadonlyMap<string, number>;
  readonly #problem: VisitProblem;

  constructor(problem: VisitProblem) {
    const { travel } = problem;
    this.#problem = problem;
    this.#rowOf = new Map(travel.kind === 'matrix' ? travel.ids.map((id, index) => [id, index]) : []);
  }

  get size(): number {
    return this.#rows.length;
  }

  /** The places in WGS-84, in the order of their numbers; null for those known by their row of the matrix only. */
  points(): (Point | null)[] {
    return this.#rows.map(({ point }) => point);
  }

  /** Whole minutes as asked from a provider, rounded up. */
  asked({ minutes, estimated }: TravelMatrix, findings: TravelFindings): Float64Array {
    const nameOf = (place: number): string => this.#rows[place]!.name;
    for (const pair of estimated.flatMap(({ pairs }) => pairs)) {
      findings.estimated.push([nameOf(Math.floor(pair / this.size)), nameOf(pair % this.size)]);
    }
    return minutes.map((one) => Math.min(UNREACHABLE_MINUTES, roundUp(one)));
  }

  /** The number of a place; null when nothing is known about where it is. `name` is the id used where the place states none. */
  add(place: Place | null, name: string): number | null {
    const row = this.#rowOf.get(place?.travelId ?? name) ?? -1;
    const point = place?.point == null ? null : convertPoint(place.point, 'wgs84');
    if (row < 0 && point === null) return null;
    const key = row >= 0 ? `row ${row}` : `${point!.lng.toFixed(6)},${point!.lat.toFixed(6)}`;
    const known = this.#known.get(key);
    if (known !== undefined) return known;
    this.#known.set(key, this.#rows.length);
    return this.#rows.push({ name, row, point }) - 1;
  }

  /** Whole minutes between all places, row by row, rounded up; of several profiles the slowest. */
  minutes(profiles: readonly SpeedProfile[], findings: TravelFindings): Float64Array {
    const size = this.#rows.length;
    const minutes = new Float64Array(size * size);
    const symmetric = this.#problem.travel.kind === 'coordinates';
    for (let from = 0; from < size; from += 1) {
      for (let to = symmetric ? from + 1 : 0; to < size; to += 1) {
        if (from === to) continue;
        const between = this.#minutesOf(this.#rows[from]!, this.#rows[to]!, profiles, findings);
        minutes[from * size + to] = between;
        if (symmetric) minutes[to * size + from] = between;
      }
    }
    return minutes;
  }

  /** Metres by road; null where neither a distance nor both points are known. */
  metres(from: number, to: number, profile: SpeedProfile): number | null {
    const a = this.#rows[from]!;
    const b = this.#rows[to]!;
    if (from === to) return 0;
    const { travel } = this.#problem;
    const stated = travel.kind === 'matrix' ? travel.metres?.[a.row]?.[b.row] : undefined;
    if (stated != null) return Math.round(stated);
    return a.point === null || b.point === null ? null : Math.round(greatCircleMetres(a.point, b.point) * profile.detourFactor);
  }

  #minutesOf(a: Row, b: Row, profiles: readonly SpeedProfile[], findings: TravelFindings): number {
    const { travel } = this.#problem;
    const stated = travel.kind === 'matrix' ? travel.minutes[a.row]?.[b.row] : undefined;
    const straight = a.point === null || b.point === null ? null : greatCircleMetres(a.point, b.point);
    if (stated != null) {
      if (stated === 0 && (straight === null || straight > SAME_METRES)) findings.zero.push([a.name, b.name]);
      return Math.min(UNREACHABLE_MINUTES, roundUp(stated));
    }
    if (straight === null) {
      findings.unreachable.push([a.name, b.name]);
      return UNREACHABLE_MINUTES;
    }
    if (travel.kind === 'matrix') findings.estimated.push([a.name, b.name]);
    return Math.min(UNREACHABLE_MINUTES, roundUp(slowest(straight, profiles)));
  }
}

/** A loop, because this is asked for every pair. */
function slowest(straightMetres: number, profiles: readonly SpeedProfile[]): number {
  let most = 0;
  for (const profile of profiles) most = Math.max(most, minutesFor(straightMetres * profile.detourFactor, profile));
  return most;
}

/** Up to a whole minute, forgiving what arithmetic adds. */
function roundUp(minutes: number): number {
  return Math.max(0, Math.ceil(minutes - 1e-6));
}
