import gcoord from 'gcoord';
import { Unreadable } from '../unreadable.ts';
import type { Fields } from './fields.ts';

/** Where something is: a row of the stated table (-1: none) and coordinates in WGS-84 (null: none). */
export interface Spot {
  readonly row: number;
  readonly point: readonly [lng: number, lat: number] | null;
}

/** How long ways take. */
export interface Travel {
  readonly rows: ReadonlyMap<string, number>;
  readonly minutes: readonly (readonly (number | null)[])[];
  readonly profiles: ReadonlyMap<string, Profile>;
}

interface Profile {
  readonly detour: number;
  readonly start: number;
  /** Metres at which each band ends, and its speed in metres a minute. */
  readonly bands: readonly (readonly [until: number, metresPerMinute: number])[];
}

/** Longer than a day: there is no way. */
const NO_WAY = 14_400;
const EARTH_METRES = 6_371_008.8;
const systems = { wgs84: gcoord.WGS84, gcj02: gcoord.GCJ02, bd09: gcoord.BD09 };

/** What docs/reference/visit-problem.md states for problems without a profile. */
const car: Profile = { detour: 1.35, start: 3, bands: [[2_000, 300], [10_000, 500], [40_000, 50_000 / 60], [Infinity, 80_000 / 60]] }; // prettier-ignore

/** Reads the stated table and the speed profiles. */
export function readTravel(root: Fields): Travel {
  const stated = root.has('travel') ? root.object('travel') : null;
  const ids = stated?.raw('kind') === 'matrix' ? stated.texts('ids') : [];
  const minutes = ids.length === 0 ? [] : (stated?.list('minutes') as (number | null)[][]);
  const sound = (row: readonly unknown[]): boolean =>
    row.length === ids.length && row.every((cell) => cell === null || Number.isFinite(cell));
  if (minutes.length !== ids.length || !minutes.every((row) => Array.isArray(row) && sound(row))) {
    throw new Unreadable('routes.instance.shape', 'travel.minutes', `${ids.length} × ${ids.length}`);
  }
  const profiles = root.objects('speedProfiles').map((one): [string, Profile] => {
    const bands = one.objects('bands').map((band): [number, number] => {
      const until = band.has('uptoMetres') ? band.number('uptoMetres') : Infinity;
      return [until, (band.number('kilometresPerHour') * 1000) / 60];
    });
    return [one.text('id'), { detour: one.number('detourFactor'), start: one.number('startMinutes'), bands }];
  });
  return { rows: new Map(ids.map((id, index) => [id, index])), minutes, profiles: new Map(profiles) };
}

/** A place of the file; `name` is the row of whoever it belongs to. */
export function readPlace(fields: Fields | null, name: string, { rows }: Travel): Spot {
  const row = rows.get(fields?.has('travelId') === true ? fields.text('travelId') : name) ?? -1;
  if (fields === null || !fields.has('lng')) return { row, point: null };
  const system = systems[fields.text('datum') as keyof typeof systems];
  if (system === undefined) throw new Unreadable('routes.instance.shape', `${fields.path}.datum`, 'wgs84, gcj02, bd09');
  const [lng = 0, lat = 0] = gcoord.transform([fields.number('lng'), fields.number('lat')], system, gcoord.WGS84);
  return { row, point: [lng, lat] };
}

/** Whole minutes from one place to another by a profile (null: the one of problems without any). */
export function minutesBetween({ minutes, profiles }: Travel, from: Spot, to: Spot, profile: string | null): number {
  if (isSame(from, to)) return 0;
  const stated = minutes[from.row]?.[to.row];
  if (stated !== undefined && stated !== null) return Math.min(NO_WAY, rounded(stated));
  if (from.point === null || to.point === null) return NO_WAY;
  const { detour, start, bands } = (profile === null ? undefined : profiles.get(profile)) ?? car;
  const road = straightMetres(from.point, to.point) * detour;
  if (road <= 0) return 0;
  let [time, gone] = [start, 0];
  for (const [until, speed] of bands) {
    const stretch = Math.min(road, until) - gone;
    if (stretch <= 0) break;
    time += stretch / speed;
    gone += stretch;
  }
  return Math.min(NO_WAY, rounded(time));
}

/** Up to whole minutes, not minding the last bits of a double. */
function rounded(minutes: number): number {
  return Math.ceil(minutes - 1e-5);
}

function isSame(a: Spot, b: Spot): boolean {
  if (a === b) return true;
  if (a.row >= 0 || b.row >= 0) return a.row === b.row;
  if (a.point === null || b.point === null) return false;
  return a.point.every((value, index) => Math.abs(value - b.point![index]!) < 1.5e-6);
}

/** Over a sphere, by the angle between the two directions from its middle. */
function straightMetres(from: readonly [number, number], to: readonly [number, number]): number {
  const [[x1, y1, z1], [x2, y2, z2]] = [direction(from), direction(to)];
  const across = Math.sqrt((x1 - x2) ** 2 + (y1 - y2) ** 2 + (z1 - z2) ** 2);
  return 2 * EARTH_METRES * Math.asin(Math.min(1, across / 2));
}

function direction([lng, lat]: readonly [number, number]): [number, number, number] {
  const [east, north] = [(lng / 180) * Math.PI, (lat / 180) * Math.PI];
  return [Math.cos(north) * Math.cos(east), Math.cos(north) * Math.sin(east), Math.sin(north)];
}
