import { fromEpochDay } from '@milepost/calendar';
import { organisationMessages } from './organisation-messages.ts';
import { spanText } from './spans.ts';
import type { Span } from './spans.ts';

/** Something in an organisation that cannot be, or that somebody should look at. */
export interface OrganisationProblem {
  readonly code: keyof typeof organisationMessages;
  /** A warning leaves the organisation usable. */
  readonly severity: 'error' | 'warning';
  /** Where it stands, for example `memberships.3`. */
  readonly path: string;
  /** Person or unit. */
  readonly id: string;
  /** The days it is about, half-open; null for an open end, both null when it is about no days. */
  readonly from: string | null;
  readonly to: string | null;
  readonly texts: { readonly zh: string; readonly en: string };
}

/** Makes a problem. */
export function problem(
  code: OrganisationProblem['code'],
  path: string,
  id: string,
  span: Span | null,
  shown = '',
): OrganisationProblem {
  const value = [id, shown, span === null ? '' : spanText(span)].filter((part) => part !== '').join(' ');
  const text = (of: string): string => of.replace('{value}', value);
  return {
    code,
    severity: code === 'allocation.organisation.gap' ? 'warning' : 'error',
    path,
    id,
    from: span === null ? null : fromEpochDay(span.from),
    to: span === null || span.to === Infinity ? null : fromEpochDay(span.to),
    texts: { zh: text(organisationMessages[code].zh), en: text(organisationMessages[code].en) },
  };
}
