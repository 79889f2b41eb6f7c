/** A host belongs to one person of one company; a page may stay open while another one signs in to the CRM. */
import { EmbedError } from '../element/assertion.ts';
import { word } from '../element/words.ts';
import type { SessionInfo } from '@milepost/sdk';
import type { TokenSource } from './session.ts';

type Person = { readonly user: Pick<SessionInfo['user'], 'id' | 'personId'>; readonly tenant: Pick<SessionInfo['tenant'], 'id'> };

/** What a guard is made from. */
export interface PersonGuardOptions {
  readonly lang: string;
  /** Whom a token acts for: `/api/session`, asked with this token alone. */
  whose(token: string): Promise<Person>;
  /** Told once, when a token acts for somebody else. */
  readonly onOtherPerson: () => void;
}

/** Keeps a host to its person. */
export interface PersonGuard {
  /** Rejects tokens of anybody but the person. Before `belongsTo` all are good. */
  accept(token: string): Promise<void>;
  belongsTo(person: Person): void;
  /** The source, until the guard ends: nobody is asked for an assertion after that. */
  guard(source: TokenSource): TokenSource;
  end(): void;
}

/** Makes the guard of one host. */
export function createPersonGuard({ lang, whose, onOtherPerson }: PersonGuardOptions): PersonGuard {
  let person: Person | null = null;
  let ended = false;
  return {
    async accept(token) {
      if (person === null) return;
      const found = await whose(token);
      if (isSame(found, person)) return;
      if (!ended) {
        ended = true;
        onOtherPerson();
      }
      throw new EmbedError('embed.other-person', word('otherPerson', lang));
    },
    belongsTo: (found) => void (person = found),
    guard: (source) => (renew) => (ended ? Promise.reject(new EmbedError('embed.ended', word('ended', lang))) : source(renew)),
    end: () => void (ended = true),
  };
}

function isSame(a: Person, b: Person): boolean {
  return a.tenant.id === b.tenant.id && a.user.id === b.user.id && a.user.personId === b.user.personId;
}
