import { html, render } from 'lit';
import { ApiError } from '@milepost/sdk';
import type { Texts } from '../i18n/texts.ts';

/** In place of a page, or of everything when the gateway cannot be reached: what happened, what is safe, retry. */
export function showError(container: HTMLElement, texts: Texts, error: unknown): void {
  const unreachable = error instanceof ApiError && error.status === 0;
  const code = error instanceof ApiError ? error.code : 'shell.page-failed';
  const detail =
    error instanceof ApiError && !unreachable
      ? `${error.message} ${error.remedy}`
      : texts.t(unreachable ? 'error.gateway.text' : 'error.page.text');
  container.replaceChildren();
  const heading = texts.t(unreachable ? 'error.gateway.title' : 'error.page.title');
  render(
    html`<mp-page .heading=${heading} .summary=${detail}>
      <div>
        <mp-button variant="primary" icon="refresh" @click=${() => location.reload()}>${texts.t('error.retry')}</mp-button>
      </div>
      <p>${texts.t('error.code', { code })}</p>
    </mp-page>`,
    container,
  );
}
