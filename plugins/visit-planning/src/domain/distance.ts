import type { DistanceBand, Place } from './types.ts';

const earthKm = 6371.0088;
const rad = Math.PI / 180;

/** Great-circle distance in kilometres (haversine over the mean earth radius). Both places must be of one datum. */
export function distanceKm(a: Place, b: Place): number {
  const lat = (b.lat - a.lat) * rad;
  const lon = (b.lon - a.lon) * rad;
  const h = Math.sin(lat / 2) ** 2 + Math.cos(a.lat * rad) * Math.cos(b.lat * rad) * Math.sin(lon / 2) ** 2;
  return 2 * earthKm * Math.asin(Math.min(1, Math.sqrt(h)));
}

/**
 * How far a start was from the customer. The bands are wide enough that mixed datums (100–700 m apart in China) do not
 * turn an honest visit into a suspicious one.
 */
export function bandOf(km: number): DistanceBand {
  if (km <= 1) return 'near';
  return km <= 5 ? 'around' : 'far';
}

/** The place of an account, or null where the CRM has none. */
export function placeOf(row: { readonly lat: number | null; readonly lon: number | null }): Place | null {
  return row.lat === null || row.lon === null ? null : { lat: row.lat, lon: row.lon };
}
