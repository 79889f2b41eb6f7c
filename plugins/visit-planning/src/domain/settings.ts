import type { CustomerType, SummaryField, VisitPurpose } from './types.ts';

/** The rules a company sets in its portal file; the manifest describes each with its default. */
export interface Settings {
  /** Visits a day may hold. */
  readonly dailyCapacity: number;
  /** Days between two visits where the account names none. */
  readonly cadenceDays: Readonly<Record<'A' | 'B' | 'C', number>>;
  /** Road kilometres per kilometre as the crow flies. */
  readonly detourFactor: number;
  /** Average speed between customers, for estimating times. */
  readonly kmPerHour: number;
  /** Expected stay by customer type. */
  readonly stayMinutes: Readonly<Record<CustomerType, number>>;
  /** `HH:MM` at which a day on the road begins and ends. */
  readonly dayStart: string;
  readonly dayEnd: string;
  /** A shorter stay does not count as effective. */
  readonly minStayMinutes: number;
  /** Fields of the summary that must be filled, by purpose. */
  readonly requiredFields: Readonly<Record<VisitPurpose, readonly SummaryField[]>>;
}

/** What holds where the portal says nothing. */
export const defaultSettings: Settings = {
  dailyCapacity: 6,
  cadenceDays: { A: 7, B: 14, C: 21 },
  detourFactor: 1.35,
  kmPerHour: 24,
  stayMinutes: { distributor: 60, chain: 35, retail: 30, institution: 40 },
  dayStart: '09:00',
  dayEnd: '18:00',
  minStayMinutes: 10,
  requiredFields: {
    newBusiness: ['result', 'news'],
    information: ['result', 'competitors'],
    collection: ['result', 'goal'],
    service: ['result'],
    problem: ['result', 'problems'],
    order: ['result', 'goal'],
    other: ['result'],
  },
};

/** Lays a portal's configuration over the defaults; the registry has already checked it against the manifest's schema. */
export function settingsOf(config: Readonly<Record<string, unknown>>): Settings {
  const given = config as Partial<Settings>;
  return {
    ...defaultSettings,
    ...given,
    cadenceDays: { ...defaultSettings.cadenceDays, ...given.cadenceDays },
    stayMinutes: { ...defaultSettings.stayMinutes, ...given.stayMinutes },
    requiredFields: { ...defaultSettings.requiredFields, ...given.requiredFields },
  };
}
