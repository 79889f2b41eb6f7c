import { LitElement, css, html, nothing } from 'lit';
import { property, state } from 'lit/decorators.js';
import { baseStyles } from '@milepost/ui';
import { callGateway } from './api.ts';
import { brandMark } from '../frame/brand.ts';
import type { DemoUser } from '../portal/types.ts';
import type { Texts } from '../i18n/texts.ts';

/** @summary Without a session: the people of the demo, or the way to the company's sign-in. */
export class PortalSignIn extends LitElement {
  static override styles = [
    baseStyles,
    css`
      :host {
        display: grid;
        justify-items: center;
        min-block-size: 100dvh;
        padding: clamp(24px, 8vh, 96px) 16px 40px;
      }
      .page {
        display: grid;
        gap: var(--mp-space-6);
        inline-size: min(780px, 100%);
        align-content: start;
      }
      .top {
        display: grid;
        gap: var(--mp-space-2);
      }
      svg {
        inline-size: 36px;
        block-size: 36px;
        color: var(--mp-color-accent);
      }
      h1 {
        font-size: calc(var(--mp-font-size-title) * 1.2);
        font-weight: var(--mp-weight-strong);
        line-height: 1.3;
      }
      p {
        max-inline-size: 46em;
        color: var(--mp-color-muted);
        text-wrap: pretty;
      }
      .first,
      .languages {
        display: flex;
        align-items: center;
        gap: var(--mp-space-4);
      }
      .first {
        justify-content: space-between;
      }
      .languages button {
        min-block-size: 44px;
        padding: 0;
        border: 0;
        background: none;
        color: var(--mp-color-muted);
        cursor: pointer;
      }
      .languages button[aria-pressed='true'] {
        color: var(--mp-color-text);
        font-weight: var(--mp-weight-strong);
      }
      .error {
        color: var(--mp-color-critical);
      }
    `,
  ];

  @property({ attribute: false }) texts!: Texts;
  /** Null when the company signs in with OpenID Connect. */
  @property({ attribute: false }) users: readonly DemoUser[] | null = null;
  @state() private message = '';

  #enter = async (event: CustomEvent<string>): Promise<void> => {
    this.message = '';
    try {
      await callGateway('/api/demo/session', { method: 'POST', body: { userId: event.detail } });
      location.reload();
    } catch (error) {
      this.message = this.texts.t('signIn.failed', { message: error instanceof Error ? error.message : String(error) });
    }
  };

  #renderLanguage(locale: 'zh-CN' | 'en', label: string): unknown {
    const pick = async (): Promise<void> => {
      await this.texts.use(locale);
      document.documentElement.lang = locale;
      this.dispatchEvent(new CustomEvent('portal-language', { detail: locale }));
      this.requestUpdate();
      this.renderRoot.querySelector<LitElement>('portal-demo-users')?.requestUpdate();
    };
    return html`<button
      type="button"
      lang=${locale}
      aria-pressed=${this.texts.locale.current === locale ? 'true' : 'false'}
      @click=${pick}
    >
      ${label}
    </button>`;
  }

  protected override render(): unknown {
    const { texts, users } = this;
    const login = `/api/login?returnTo=${encodeURIComponent(location.pathname + location.search)}`;
    return html`<div class="page">
      <div class="top">
        <div class="first">
          ${brandMark}
          <div class="languages" role="group" aria-label=${texts.t('person.language')}>
            ${this.#renderLanguage('zh-CN', '中文')}${this.#renderLanguage('en', 'English')}
          </div>
        </div>
        <h1>${texts.t(users ? 'signIn.title' : 'signIn.oidc.title')}</h1>
        <p>${texts.t(users ? 'signIn.text' : 'signIn.oidc.text')}</p>
        ${this.message ? html`<p class="error" role="alert">${this.message}</p>` : nothing}
      </div>
      ${
        users
          ? html`<portal-demo-users .texts=${texts} .users=${users} @portal-pick=${this.#enter}></portal-demo-users>`
          : html`<div><mp-button variant="primary" href=${login}>${texts.t('signIn.oidc.button')}</mp-button></div>`
      }
    </div>`;
  }
}
