/**
 * Scope and period in the URL: `?scope=unit:e1|person:p1&period=2026-11`. Both survive navigation, and both are left
 * out while they are the default, so that plain addresses stay plain.
 */
import { isPeriod } from '@milepost/calendar';
import type { Scope } from '@milepost/sdk';

/** The parameters that belong to the frame; all others belong to the page. */
export const frameParams: readonly string[] = ['scope', 'period'];

/** Reads the scope of a URL. What cannot be read is the default. */
export function readScope(search: string, fallback: Scope): Scope {
  const params = new URLSearchParams(search);
  const period = params.get('period');
  const scope = params.get('scope');
  const parts = new Map(
    (scope ?? '').split('|').map((part): [string, string] => {
      const colon = part.indexOf(':');
      return [part.slice(0, colon), part.slice(colon + 1)];
    }),
  );
  return {
    unitId: scope === null ? fallback.unitId : parts.get('unit') || null,
    personId: scope === null ? fallback.personId : parts.get('person') || null,
    period: isPeriod(period) ? period : fallback.period,
  };
}

/** Puts a scope into the parameters of a URL; the default scope and period are left out. */
export function writeScope(params: URLSearchParams, scope: Scope, fallback: Scope): void {
  const parts = [scope.unitId ? `unit:${scope.unitId}` : '', scope.personId ? `person:${scope.personId}` : ''].filter(Boolean);
  const isDefault = scope.unitId === fallback.unitId && scope.personId === fallback.personId;
  if (isDefault) params.delete('scope');
  else params.set('scope', parts.join('|') || 'all');
  if (scope.period === fallback.period) params.delete('period');
  else params.set('period', scope.period);
}

/** `?…` with colons and bars readable, or an empty text. */
export function searchOf(params: URLSearchParams): string {
  const text = params.toString().replaceAll('%3A', ':').replaceAll('%7C', '|');
  return text ? `?${text}` : '';
}

/** The parameters of a URL that belong to the page. */
export function pageParams(search: string): Record<string, string> {
  const own = [...new URLSearchParams(search)].filter(([name]) => !frameParams.includes(name));
  return Object.fromEntries(own);
}
