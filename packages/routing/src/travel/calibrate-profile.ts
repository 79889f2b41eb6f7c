import { RoutingError } from '../error.ts';
import { minutesFor } from './speed-profile.ts';
import type { SpeedProfile } from './speed-profile.ts';

/** A way that is known: measured, driven, or asked from a provider. */
export interface KnownWay {
  readonly straightMetres: number;
  readonly roadMetres: number;
  /** Null where only the distance is known. */
  readonly minutes: number | null;
}

/** A profile that fits known ways, and how well. */
export interface Calibration {
  readonly profile: SpeedProfile;
  readonly used: number;
  /** Positions in the list of ways that say nothing: nearer than 100 m, or a road shorter than the straight line. */
  readonly refused: readonly number[];
  /** Road per straight line of single ways: nine of ten lie above the first, one of ten above the second. */
  readonly detourRange: readonly [number, number];
}

const NEAREST = 100;

/**
 * Fits the detour factor as the sum of roads by the sum of straight lines, which makes the length of whole tours right on average, and
 * scales all speeds by one factor so that the known minutes add up. Throws `routing.calibration.empty` when no way can be used.
 */
export function calibrateProfile(profile: SpeedProfile, ways: readonly KnownWay[]): Calibration {
  const speaks = ({ straightMetres, roadMetres }: KnownWay): boolean => straightMetres > NEAREST && roadMetres >= straightMetres;
  const used = ways.filter(speaks);
  if (used.length === 0) throw new RoutingError('routing.calibration.empty', ways.length);
  const detourFactor = sum(used.map((way) => way.roadMetres)) / sum(used.map((way) => way.straightMetres));
  const ratios = used.map((way) => way.roadMetres / way.straightMetres).sort((a, b) => a - b);
  const quantile = (share: number): number => ratios[Math.round(share * (ratios.length - 1))] ?? detourFactor;
  return {
    profile: { ...scaleSpeeds(profile, used), detourFactor, source: 'calibrated' },
    used: used.length,
    refused: ways.flatMap((way, index) => (speaks(way) ? [] : [index])),
    detourRange: [quantile(0.1), quantile(0.9)],
  };
}

function scaleSpeeds(profile: SpeedProfile, ways: readonly KnownWay[]): SpeedProfile {
  const timed = ways.filter((way) => way.minutes !== null && way.minutes > profile.startMinutes);
  if (timed.length === 0) return profile;
  const known = sum(timed.map((way) => (way.minutes ?? 0) - profile.startMinutes));
  const estimated = sum(timed.map((way) => minutesFor(way.roadMetres, profile) - profile.startMinutes));
  const factor = estimated / known;
  return { ...profile, bands: profile.bands.map((band) => ({ ...band, kilometresPerHour: band.kilometresPerHour * factor })) };
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
