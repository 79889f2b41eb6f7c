import { representativeMonth } from '@milepost/scoring';
import type { CardVersion } from './records.ts';

/** The card that scores while a company has published none: the product's own, shown as such. */
export const builtInVersion: CardVersion = { card: representativeMonth, effectiveFrom: '2000-01', namesInTeam: false, note: '' };

/** The version in force in a month: the latest start not after it, and of two with one start the later version. */
export function versionFor(versions: readonly CardVersion[], month: string): CardVersion {
  const fitting = versions.filter((version) => version.effectiveFrom <= month);
  return fitting.sort(byStart).at(-1) ?? builtInVersion;
}

/** Sorts by the month a version starts in, then by version number. */
export function byStart(a: CardVersion, b: CardVersion): number {
  if (a.effectiveFrom !== b.effectiveFrom) return a.effectiveFrom < b.effectiveFrom ? -1 : 1;
  return compareVersions(a.card.version, b.card.version);
}

/** Compares `1.10.0` and `1.9.0` by their numbers. */
export function compareVersions(a: string, b: string): number {
  const [left, right] = [a, b].map((text) => text.split('.').map(Number));
  for (let index = 0; index < 3; index += 1) {
    const difference = (left?.[index] ?? 0) - (right?.[index] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}

/** The number of the next version: the middle one counts up. */
export function nextVersion(versions: readonly CardVersion[]): string {
  const highest = versions
    .map((version) => version.card.version)
    .sort(compareVersions)
    .at(-1);
  if (highest === undefined) return representativeMonth.version;
  const [major = 1, minor = 0] = highest.split('.').map(Number);
  return `${major}.${minor + 1}.0`;
}
