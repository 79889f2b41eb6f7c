import { addDays, diffDays } from '@milepost/calendar';
import type { Settings } from './settings.ts';
import type { PlannedAccount } from './types.ts';

/** Where an account stands against its cadence. */
export type DueStatus = 'overdue' | 'due' | 'soon' | 'fresh';

/** Why an account is (or is not) to be seen, with the numbers behind it. */
export interface Due {
  readonly accountId: string;
  readonly status: DueStatus;
  /** Day of the last completed visit; null when there is none on record. */
  readonly lastOn: string | null;
  readonly daysSince: number | null;
  readonly everyDays: number;
  /** Whether the interval comes from the account or from the rule for its tier. */
  readonly cadenceFrom: 'account' | 'tier';
  readonly dueOn: string;
  /** Days since the last visit / interval. An account never seen counts as two intervals. */
  readonly ratio: number;
  /** What the list is sorted by: the ratio, weighted by tier. */
  readonly score: number;
}

const neverSeenRatio = 2;
/** An A account at the same ratio goes before a C account. */
export const tierWeight: Readonly<Record<'A' | 'B' | 'C', number>> = { A: 1.3, B: 1.1, C: 1 };

/**
 * Judges one account. `by` is the last day of the week being planned for `due`: what falls due inside the week belongs to
 * the week. `today` decides what is overdue.
 */
export function dueOf(account: PlannedAccount, lastOn: string | null, today: string, by: string, settings: Settings): Due {
  const everyDays = account.visitEveryDays ?? settings.cadenceDays[account.tier];
  const cadenceFrom = account.visitEveryDays === null ? 'tier' : 'account';
  const dueOn = lastOn === null ? today : addDays(lastOn, everyDays);
  const daysSince = lastOn === null ? null : diffDays(lastOn, today);
  const ratio = daysSince === null ? neverSeenRatio : Math.max(0, daysSince) / everyDays;
  const status = statusOf(lastOn, dueOn, today, by);
  return {
    accountId: account.id,
    status,
    lastOn,
    daysSince,
    everyDays,
    cadenceFrom,
    dueOn,
    ratio,
    score: ratio * tierWeight[account.tier],
  };
}

function statusOf(lastOn: string | null, dueOn: string, today: string, by: string): DueStatus {
  if (lastOn === null) return 'due';
  if (dueOn < today) return 'overdue';
  if (dueOn <= by) return 'due';
  return dueOn <= addDays(by, 7) ? 'soon' : 'fresh';
}

/** The most urgent first; ties by account id, so that the list never flickers. */
export function byUrgency(a: Due, b: Due): number {
  return b.score - a.score || (a.accountId < b.accountId ? -1 : 1);
}

/** Whether it is to be visited by the end of the week. */
export function isDue(due: Due): boolean {
  return due.status === 'due' || due.status === 'overdue';
}
