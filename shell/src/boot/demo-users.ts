import { LitElement, css, html, nothing } from 'lit';
import { property } from 'lit/decorators.js';
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
      h3 {
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
    `,
  ];

  @property({ attribute: false }) texts!: Texts;
  @property({ attribute: false }) users: readonly DemoUser[] = [];
  /** The user who is signed in. */
  @property() current = '';

  #hint(user: DemoUser): string {
    if (typeof user.hint === 'string' && user.hint) return user.hint;
    if (user.hint && typeof user.hint === 'object') return this.texts.words(user.hint);
    return this.texts.t(`signIn.hint.${user.role}`);
  }

  #renderUser(user: DemoUser): unknown {
    const pick = (): void => void this.dispatchEvent(new CustomEvent('portal-pick', { detail: user.id, bubbles: true, composed: true }));
    return html`<li>
      <button type="button" aria-current=${user.id === this.current ? 'true' : nothing} @click=${pick}>
        <span class="face" aria-hidden="true">${user.name.slice(0, 1)}</span>
        <span
          ><span class="name">${user.name}</span> <span class="hint">${user.unit ?? this.texts.t(`role.${user.role}`)} ${user.jobTitle ?? ''}</span
          ><br /><span class="hint">${this.#hint(user)}</span></span
        >
        ${icon('chevron-right')}
      </button>
    </li>`;
  }

  protected override render(): unknown {
    return groups.map(({ key, roles }) => {
      const members = this.users.filter(({ role }) => roles.includes(role));
      if (members.length === 0) return nothing;
      return html`<section>
        <h3>${this.texts.t(key)}</h3>
        <ul>
          ${members.map((user) => this.#renderUser(user))}
        </ul>
      </section>`;
    });
  }
}
