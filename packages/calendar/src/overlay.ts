/** A company's own calendar as plain data: days off, extra working days, or a whole published year. */
import { toEpochDay } from './dates.ts';
import { CalendarError } from './error.ts';
import type { BusinessDate } from './dates.ts';
import type { LocalName, SpecialDay } from './day.ts';

/** A named day of an overlay. */
export interface OverlayDay {
  readonly date: BusinessDate;
  readonly name?: LocalName;
}

/** Laid over the country's calendar; where several name a day the last one in the list decides. */
export interface CalendarOverlay {
  /** Shown as the source of an answer, for example '2026-stocktaking'. */
  readonly id: string;
  readonly holidays?: readonly OverlayDay[];
  readonly workingDays?: readonly OverlayDay[];
  /**
   * Calendar years this overlay gives completely, such as an imported notice of the State Council that this package
   * does not hold yet. The estimate for these years is dropped and their days become 'official'.
   */
  readonly officialYears?: readonly number[];
}

/** Overlays made ready for look-up. */
export interface OverlayIndex {
  readonly days: ReadonlyMap<number, SpecialDay>;
  readonly officialYears: ReadonlySet<number>;
}

/** Checks the overlays and indexes their days. Throws `calendar.date.invalid` or `calendar.overlay.contradiction`. */
export function indexOverlays(overlays: readonly CalendarOverlay[]): OverlayIndex {
  const days = new Map<number, SpecialDay>();
  const officialYears = new Set<number>();
  overlays.forEach((overlay, position) => {
    for (const [day, special] of overlayDays(overlay, `overlays.${position}`)) days.set(day, special);
    for (const year of overlay.officialYears ?? []) officialYears.add(year);
  });
  return { days, officialYears };
}

function overlayDays(overlay: CalendarOverlay, path: string): Map<number, SpecialDay> {
  const own = new Map<number, SpecialDay>();
  const put = (entries: readonly OverlayDay[] | undefined, field: string, working: boolean): void => {
    entries?.forEach((entry, index) => {
      const at = `${path}.${field}.${index}`;
      const day = toEpochDay(entry.date, at);
      const before = own.get(day);
      if (before !== undefined && before.working !== working) {
        throw new CalendarError('calendar.overlay.contradiction', entry.date, at);
      }
      own.set(day, { working, kind: 'overlay', name: entry.name ?? null, overlay: overlay.id });
    });
  };
  put(overlay.holidays, 'holidays', false);
  put(overlay.workingDays, 'workingDays', true);
  return own;
}
