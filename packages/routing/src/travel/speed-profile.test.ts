import { expect, it } from 'vitest';
import { checkProfile, DEFAULT_PROFILE, minutesFor } from './speed-profile.ts';
import type { SpeedProfile } from './speed-profile.ts';

const profile: SpeedProfile = {
  ...{ id: 'p', detourFactor: 1.2, startMinutes: 2, source: 'stated' },
  bands: [
    { uptoMetres: 3_000, kilometresPerHour: 18 },
    { uptoMetres: null, kilometresPerHour: 60 },
  ],
};

it('counts each stretch at its own speed: 3 km at 18 km/h and 5 km at 60 km/h are 10 and 5 minutes, 2 to set off', () => {
  expect(minutesFor(8_000, profile)).toBeCloseTo(17, 9);
  expect(minutesFor(1_500, profile)).toBeCloseTo(7, 9);
  expect(minutesFor(0, profile)).toBe(0);
});

it('marks the default as an assumption', () => {
  expect(() => checkProfile(DEFAULT_PROFILE)).not.toThrow();
  expect(DEFAULT_PROFILE.source).toBe('assumption');
});

it.each([
  ['a road shorter than the straight line', { detourFactor: 0.9 }, 'routing.profile.detour'],
  ['a factor that is no number', { detourFactor: NaN }, 'routing.profile.detour'],
  ['no bands', { bands: [] }, 'routing.profile.bands'],
  ['bands that end', { bands: [{ uptoMetres: 5, kilometresPerHour: 3 }] }, 'routing.profile.bands'],
  ['standing still', { bands: [{ uptoMetres: null, kilometresPerHour: 0 }] }, 'routing.profile.bands'],
  ['an open band before others', { bands: [profile.bands[1]!, profile.bands[1]!] }, 'routing.profile.bands'],
  ['bands out of order', { bands: [profile.bands[0]!, profile.bands[0]!, profile.bands[1]!] }, 'routing.profile.bands'],
  ['minutes below 0', { startMinutes: -1 }, 'routing.profile.start'],
])('refuses %s', (_, change, code) => {
  expect(() => checkProfile({ ...profile, ...change })).toThrow(expect.objectContaining({ code }));
});
