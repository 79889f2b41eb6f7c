/** A company's own calendar as plain data: days off, extra working days, a work pattern, or a whole published year. */
import { toEpochDay } from './dates.ts';
import { companyError } from './company-error.ts';
import { indexPattern } from './pattern.ts';
import type { BusinessDate } from './dates.ts';
import type { LocalName, SpecialDay } from './day.ts';
import type { IndexedPattern, WorkPattern } from './pattern.ts';

/** A named day of an overlay. */
export interface OverlayDay {
  readonly date: BusinessDate;
  readonly name?: LocalName;
  /** For working days: 0.5 is a half day. A whole one when missing. */
  readonly fraction?: 0.5 | 1;
}

/**
 * Laid over the country's calendar. Where several name a day the last one in the list decides; a named day always
 * stands above a pattern, and of several patterns the last one that holds for a day decides.
 */
export interface CalendarOverlay {
  /** Shown as the source of an answer, for example '2026-stocktaking'. */
  readonly id: string;
  readonly holidays?: readonly OverlayDay[];
  readonly workingDays?: readonly OverlayDay[];
  /** A cycle in place of the weekend: alternating weeks or a shift. */
  readonly pattern?: WorkPattern;
  /**
   * Calendar years this overlay gives completely, such as an imported notice of the State Council that this package
   * does not hold yet. The estimate for these years is dropped and their days become 'official'.
   */
  readonly officialYears?: readonly number[];
}

/** Overlays made ready for look-up. */
export interface OverlayIndex {
  readonly days: ReadonlyMap<number, SpecialDay>;
  /** The last one first. */
  readonly patterns: readonly IndexedPattern[];
  readonly officialYears: ReadonlySet<number>;
}

/** Checks the overlays and indexes their days. Throws `calendar.date.invalid`, `.overlay.contradiction`, or for a pattern. */
export function indexOverlays(overlays: readonly CalendarOverlay[]): OverlayIndex {
  const days = new Map<number, SpecialDay>();
  const patterns: IndexedPattern[] = [];
  const officialYears = new Set<number>();
  overlays.forEach((overlay, position) => {
    const path = `overlays.${position}`;
    const own = indexDays(overlay, path, { off: 'overlay', worked: 'overlay' });
    for (const [day, special] of own) days.set(day, { ...special, overlay: overlay.id });
    if (overlay.pattern !== undefined) patterns.unshift(indexPattern(overlay.pattern, overlay.id, `${path}.pattern`));
    checkYears(overlay.officialYears ?? [], `${path}.officialYears`);
    for (const year of overlay.officialYears ?? []) officialYears.add(year);
  });
  return { days, patterns, officialYears };
}

/** The named days of one list by epoch day. */
export function indexDays(
  source: Pick<CalendarOverlay, 'holidays' | 'workingDays'>,
  path: string,
  kinds: { readonly off: SpecialDay['kind']; readonly worked: SpecialDay['kind'] },
): Map<number, SpecialDay> {
  const days = new Map<number, SpecialDay>();
  source.holidays?.forEach(({ date, name = null }, index) => {
    days.set(toEpochDay(date, `${path}.holidays.${index}`), { fraction: 0, kind: kinds.off, name });
  });
  source.workingDays?.forEach(({ date, name = null, fraction = 1 }, index) => {
    const at = `${path}.workingDays.${index}`;
    const day = toEpochDay(date, at);
    if (days.get(day)?.fraction === 0) throw companyError('calendar.overlay.contradiction', date, at);
    if ((fraction as unknown) !== 0.5 && (fraction as unknown) !== 1) {
      throw companyError('calendar.fraction.invalid', fraction, `${at}.fraction`);
    }
    days.set(day, { fraction, kind: kinds.worked, name });
  });
  return days;
}

/** Throws `calendar.year.invalid` unless all are years that can be written. */
export function checkYears(years: readonly number[], path: string): void {
  years.forEach((year, index) => {
    if (Number.isInteger(year) && year >= 1 && year <= 9998) return;
    throw companyError('calendar.year.invalid', year, `${path}.${index}`);
  });
}
