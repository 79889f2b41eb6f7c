import { expect, it } from 'vitest';
import { calibrateProfile } from './calibrate-profile.ts';
import { DEFAULT_PROFILE } from './speed-profile.ts';

const flat = { ...DEFAULT_PROFILE, startMinutes: 3, bands: [{ uptoMetres: null, kilometresPerHour: 30 }] };
const way = (straightMetres: number, roadMetres: number, minutes: number | null = null) => ({
  straightMetres,
  roadMetres,
  minutes,
});

it('fits the factor as all roads by all straight lines: 3,600 m by 3,000 m is 1.2', () => {
  const { profile, used, detourRange } = calibrateProfile(flat, [way(1_000, 1_500), way(2_000, 2_100)]);
  expect(profile.detourFactor).toBeCloseTo(1.2, 12);
  expect([profile.source, used, detourRange]).toEqual(['calibrated', 2, [1.05, 1.5]]);
});

it('scales speeds so that the minutes on the road add up: 10 km in 13 minutes, 3 of them to set off, are 60 km/h', () => {
  const { profile } = calibrateProfile(flat, [way(8_000, 10_000, 13), way(500, 600)]);
  expect(profile.bands[0]?.kilometresPerHour).toBeCloseTo(60, 9);
});

it('names ways that say nothing, and keeps speeds where no minutes are known', () => {
  const { profile, refused } = calibrateProfile(flat, [way(50, 400), way(1_000, 900), way(1_000, 1_300)]);
  expect([refused, profile.detourFactor, profile.bands]).toEqual([[0, 1], 1.3, flat.bands]);
});

it('refuses a list that says nothing at all', () => {
  expect(() => calibrateProfile(flat, [way(50, 60)])).toThrow(expect.objectContaining({ code: 'routing.calibration.empty' }));
});
