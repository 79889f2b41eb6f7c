import { RoutingError } from '../error.ts';

/** How fast a stretch of the way is gone. */
export interface SpeedBand {
  /** Where the stretch ends, in metres of road from the start; null for the last one. */
  readonly uptoMetres: number | null;
  readonly kilometresPerHour: number;
}

/** How straight lines become roads and minutes where no provider is asked. */
export interface SpeedProfile {
  readonly id: string;
  /** Metres of road per metre of straight line, at least 1. */
  readonly detourFactor: number;
  /** From near to far: the first kilometres of a way are slow, those after them faster. */
  readonly bands: readonly SpeedBand[];
  /** Parking, walking in and setting off again, once per way between two places. */
  readonly startMinutes: number;
  /** Where the figures come from; shown with every plan that uses them. */
  readonly source: 'assumption' | 'calibrated' | 'stated';
}

/**
 * By car in and around a Chinese city. These figures are an assumption, chosen round; `calibrateProfile` replaces them by measured
 * ones as soon as some trips are known.
 */
export const DEFAULT_PROFILE: SpeedProfile = {
  id: 'car',
  detourFactor: 1.35,
  bands: [
    { uptoMetres: 2_000, kilometresPerHour: 18 },
    { uptoMetres: 10_000, kilometresPerHour: 30 },
    { uptoMetres: 40_000, kilometresPerHour: 50 },
    { uptoMetres: null, kilometresPerHour: 80 },
  ],
  startMinutes: 3,
  source: 'assumption',
};

/** Throws `routing.profile.detour`, `.bands` or `.start`. */
export function checkProfile(profile: SpeedProfile, path = ''): void {
  const at = (field: string): string => (path === '' ? field : `${path}.${field}`);
  const { detourFactor, bands, startMinutes } = profile;
  if (!(detourFactor >= 1 && detourFactor <= 10))
    throw new RoutingError('routing.profile.detour', detourFactor, at('detourFactor'));
  if (!(startMinutes >= 0 && startMinutes <= 120))
    throw new RoutingError('routing.profile.start', startMinutes, at('startMinutes'));
  const ends = bands.map((band) => band.uptoMetres ?? Infinity);
  const rising = ends.every((end, index) => end > (ends[index - 1] ?? 0));
  const closed = ends.findIndex((end) => end === Infinity) === bands.length - 1;
  const moving = bands.every((band) => band.kilometresPerHour > 0 && band.kilometresPerHour <= 1_000);
  if (bands.length === 0 || !rising || !closed || !moving) throw new RoutingError('routing.profile.bands', bands, at('bands'));
}

/** Minutes for a way by road. Each stretch counts at its own speed, so a longer way never takes less time. */
export function minutesFor(roadMetres: number, profile: SpeedProfile): number {
  if (roadMetres <= 0) return 0;
  let minutes = profile.startMinutes;
  let from = 0;
  for (const { uptoMetres, kilometresPerHour } of profile.bands) {
    const until = Math.min(roadMetres, uptoMetres ?? Infinity);
    if (until <= from) break;
    minutes += ((until - from) * 60) / (kilometresPerHour * 1_000);
    from = until;
  }
  return minutes;
}
