/** What the CRM's own server asks the gateway for, to have something to show: it knows no more than any other client. */
import type { Account } from '@milepost/crm';

/** Reads as one person, with tokens got for assertions. */
export class GatewayClient {
  readonly #gateway: string;
  readonly #sign: () => Promise<string>;
  #token: { readonly text: string; readonly until: number } | null = null;

  constructor(gateway: string, sign: () => Promise<string>) {
    this.#gateway = gateway;
    this.#sign = sign;
  }

  /** The first accounts of this person, by name. */
  async accounts(): Promise<readonly Account[]> {
    const { items } = await this.#get<{ items: readonly Account[] }>('/api/crm/accounts?limit=12&sort=tier');
    return items;
  }

  /** One account; throws when it is not this person's to see. */
  account(id: string): Promise<Account> {
    return this.#get<Account>(`/api/crm/accounts/${encodeURIComponent(id)}`);
  }

  async #get<T>(path: string): Promise<T> {
    const response = await fetch(this.#gateway + path, {
      headers: { Authorization: `Bearer ${await this.#bearer()}`, Accept: 'application/json' },
    });
    if (!response.ok) throw new Error(`The gateway answered ${response.status} to ${path}`);
    return (await response.json()) as T;
  }

  async #bearer(): Promise<string> {
    if (this.#token && this.#token.until > Date.now() + 30_000) return this.#token.text;
    const response = await fetch(`${this.#gateway}/api/session/exchange`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ assertion: await this.#sign() }),
    });
    if (!response.ok) throw new Error(`The gateway refused the assertion: ${response.status} ${await response.text()}`);
    const { token, expiresAt } = (await response.json()) as { token: string; expiresAt: string };
    this.#token = { text: token, until: Date.parse(expiresAt) };
    return token;
  }
}
