import { LitElement, css, html, nothing } from 'lit';
import { property, state } from 'lit/decorators.js';
import { baseStyles, icon, iconStyles } from '@milepost/ui';
import type { DemoUser } from '../portal/types.ts';
import type { Texts, TextKey } from '../i18n/texts.ts';

const groups: readonly { readonly key: TextKey; readonly roles: readonly DemoUser['role'][] }[] = [
  { key: 'signIn.group.manager', roles: ['manager'] },
  { key: 'signIn.group.rep', roles: ['rep'] },
  { key: 'signIn.group.office', roles: ['ops', 'auditor', 'admin'] },
];

/**
 * @summary The demo's people by what they do; one tap enters as one of them.
 * @fires portal-pick - `detail` is the user's id.
 */
export class PortalDemoUsers extends LitElement {
  static override styles = [
    baseStyles,
    iconStyles,
    css`
      :host {
        display: grid;
        gap: var(--mp-space-5);
      }
      h2 {
        margin-block-end: var(--mp-space-2);
        color: var(--mp-color-muted);
        font-size: var(--mp-font-size-small);
        font-weight: var(--mp-weight-normal);
      }
      ul {
        display: grid;
        grid-template-columns: repeat(auto-fill, minmax(min(100%, 230px), 1fr));
        gap: var(--mp-space-2);
      }
      button {
        display: grid;
        grid-template-columns: auto 1fr auto;
        align-items: center;
        gap: 0 12px;
        inline-size: 100%;
        min-block-size: 64px;
        padding: 8px 12px;
        border: 1px solid var(--mp-color-border);
        border-radius: 8px;
        background: var(--mp-color-surface);
        cursor: pointer;
        text-align: start;
      }
      button:hover {
        border-color: var(--mp-color-accent);
      }
      button[aria-current] {
        background: var(--mp-color-accent-soft);
      }
      .face {
        display: grid;
        place-items: center;
        inline-size: 38px;
        block-size: 38px;
        border-radius: 50%;
        background: var(--mp-color-accent-soft);
        color: var(--mp-color-accent);
        font-weight: var(--mp-weight-strong);
      }
      .name {
        font-weight: var(--mp-weight-strong);
      }
      .hint {
        color: var(--mp-color-muted);
        font-size: var(--mp-font-size-small);
        text-wrap: pretty;
      }
      .mp-icon {
        color: var(--mp-color-muted);
      }
      .search {
        display: flex;
        align-items: center;
        gap: 8px;
        min-block-size: var(--mp-control-height);
        padding: 0 12px;
        border: 1px solid var(--mp-color-border-strong);
        border-radius: var(--mp-radius);
        background: var(--mp-color-surface);
      }
      .search:focus-within {
        outline: var(--mp-focus-ring);
      }
      input {
        flex: 1;
        min-inline-size: 0;
        border: 0;
        outline: none;
        background: none;
      }
      input:focus-visible {
        outline: none;
      }
      input::placeholder {
        color: var(--mp-color-muted);
        opacity: 1;
      }
    `,
  ];

  @property({ attribute: false }) texts!: Texts;
  @property({ attribute: false }) users: readonly DemoUser[] = [];
  /** The user who is signed in. */
  @property() current = '';
  @state() private text = '';

  #renderUser(user: DemoUser): unknown {
    const pick = (): void =>
      void this.dispatchEvent(new CustomEvent('portal-pick', { detail: user.id, bubbles: true, composed: true }));
    return html`<li>
      <button type="button" aria-current=${user.id === this.current ? 'true' : nothing} @click=${pick}>
        <span class="face" aria-hidden="true">${user.name.slice(0, 1)}</span>
        <span
          ><span class="name">${user.name}</span>
          <span class="hint">${[user.unit, user.jobTitle ?? this.texts.t(`role.${user.role}`)].filter(Boolean).join(' ')}</span
          ><br /><span class="hint"
            >${this.texts.words(user.hint ?? undefined) || this.texts.t(`signIn.hint.${user.role}`)}</span
          ></span
        >
        ${icon('chevron-right')}
      </button>
    </li>`;
  }

  #renderList(users: readonly DemoUser[]): unknown {
    return html`<ul>
      ${users.map((user) => this.#renderUser(user))}
    </ul>`;
  }

  #renderGroups(): unknown {
    const tenants = [...new Set(this.users.map(({ tenantId }) => tenantId))];
    return tenants.map((tenantId) => {
      const members = this.users.filter((user) => user.tenantId === tenantId && user.hint !== null);
      return groups.map(({ key, roles }) => {
        const group = members.filter(({ role }) => roles.includes(role));
        const company = tenants.length > 1 ? `${group[0]?.tenantName ?? ''} · ` : '';
        return group.length > 0
          ? html`<section>
              <h2>${company}${this.texts.t(key)}</h2>
              ${this.#renderList(group)}
            </section>`
          : nothing;
      });
    });
  }

  #renderHits(text: string): unknown {
    const hits = this.users
      .filter(({ name, unit }) => name.toLowerCase().includes(text) || unit?.toLowerCase().includes(text))
      .slice(0, 24);
    return hits.length > 0
      ? this.#renderList(hits)
      : html`<p class="hint" role="status">${this.texts.t('signIn.none', { text })}</p>`;
  }

  protected override render(): unknown {
    const text = this.text.trim().toLowerCase();
    const label = this.texts.t('signIn.search', { count: this.users.length });
    return html`<label class="search"
        >${icon('search')}<input
          type="search"
          aria-label=${label}
          placeholder=${label}
          @input=${(event: Event) => (this.text = (event.target as HTMLInputElement).value)} /></label
      >${text ? this.#renderHits(text) : this.#renderGroups()}`;
  }
}
