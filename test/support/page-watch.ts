import type { Page } from 'playwright-core';

/** What a page complained about and what it asked for. */
export interface PageWatch {
  /** Uncaught errors, errors on the console, violations of the policy. */
  readonly errors: string[];
  readonly requests: { readonly url: string; readonly status: number }[];
}

/** Listens to a page from its first request on. */
export function watchPage(page: Page): PageWatch {
  const watch: PageWatch = { errors: [], requests: [] };
  page.on('pageerror', (error) => watch.errors.push(`uncaught: ${error.stack ?? error.message}`));
  page.on('console', (message) => {
    const { url } = message.location();
    // Browsers ask for one whether a page names it or not.
    if (message.type() === 'error' && !url.endsWith('/favicon.ico')) watch.errors.push(`console: ${message.text()} (${url})`);
  });
  page.on('response', (response) => watch.requests.push({ url: response.url(), status: response.status() }));
  return watch;
}
