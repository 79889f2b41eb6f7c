import type { Role } from '@milepost/crm';

/** What a person may change: everything of the company, their branch, what they own, or nothing. */
export type WriteReach = 'all' | 'branch' | 'own' | 'none';

/**
 * One person at work for one company, with what they may see today. It is derived from the session alone;
 * nothing in a request changes it.
 */
export interface Actor {
  readonly tenantId: string;
  readonly personId: string;
  readonly role: Role;
  readonly seesAll: boolean;
  /** People whose rows are seen; always holds the person. Empty of meaning while `seesAll`. */
  readonly people: readonly string[];
  /** Units whose rows are seen as they were booked. */
  readonly units: readonly string[];
  readonly writes: WriteReach;
  /** The unit of the person's primary membership today. */
  readonly homeUnitId: string | null;
  /** Collections that the whole company reads, as `plugin/collection`. */
  readonly openCollections: readonly string[];
}

/** The gateway itself, for what happens before anybody is signed in. It sees the company and writes no records. */
export function systemActor(tenantId: string): Actor {
  return {
    tenantId,
    personId: 'milepost',
    role: 'auditor',
    seesAll: true,
    people: [],
    units: [],
    writes: 'none',
    homeUnitId: null,
    openCollections: [],
  };
}
