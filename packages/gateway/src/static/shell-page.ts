import { randomBytes } from 'node:crypto';
import type { PortalFile } from '@milepost/sdk/portal';
import type { RegistryState } from '../registry/registry.ts';
import { importMapIntegrity } from '../registry/import-map-integrity.ts';
import { resolveVersion } from '../registry/registry.ts';

/** The shell's page as it is answered once. */
export interface ShellPage {
  readonly html: string;
  readonly csp: string;
  /** `Link` header: the modules the page starts with. */
  readonly link: string;
}

/** What a page is made from. */
export interface ShellPageParts {
  /** The built index.html. */
  readonly template: string;
  readonly state: RegistryState;
  readonly portal: PortalFile | null;
  /** Answers of `/api/portal` and `/api/registry/snapshot`, put into the page so that the shell need not ask. */
  readonly boot: unknown;
}

/** Makes the page: a nonce on every script, the integrity of plugin files before the first module, the answers it would ask for. */
export function renderShellPage({ template, state, portal, boot }: ShellPageParts): ShellPage {
  const nonce = randomBytes(18).toString('base64');
  const integrity = importMapIntegrity(state, portal);
  const map = `<script type="importmap" nonce="${nonce}">${scriptJson({ imports: {}, integrity })}</script>`;
  const data = `<script type="application/json" id="milepost-boot" nonce="${nonce}">${scriptJson(boot)}</script>`;
  const marked = template
    .replaceAll(/<script\b(?![^>]*\bnonce=)/g, `<script nonce="${nonce}"`)
    .replaceAll(/<style\b(?![^>]*\bnonce=)/g, `<style nonce="${nonce}"`)
    .replaceAll(/<link\b(?=[^>]*rel="modulepreload")(?![^>]*\bnonce=)/g, `<link nonce="${nonce}"`);
  // An import map counts for modules that load after it, so it stands before everything else.
  const html = marked.replace(/<head[^>]*>/, (head) => `${head}\n${map}\n${data}`);
  return { html, csp: policy(nonce, networkHosts(state, portal)), link: preloads(template) };
}

/** Text that ends no script element and starts no comment. */
function scriptJson(value: unknown): string {
  return JSON.stringify(value).replaceAll('<', '\\u003c').replaceAll('\u2028', '\\u2028').replaceAll('\u2029', '\\u2029');
}

/**
 * Scripts run by nonce and by what those load; strings never become code. Style attributes are allowed because components position
 * themselves with them; style elements need the nonce.
 */
function policy(nonce: string, hosts: readonly string[]): string {
  const network = hosts.map((host) => ` https://${host}`).join('');
  return [
    "default-src 'none'",
    `script-src 'nonce-${nonce}' 'strict-dynamic'`,
    `style-src 'self' 'nonce-${nonce}'`,
    "style-src-attr 'unsafe-inline'",
    `img-src 'self' data: blob:${network}`,
    "font-src 'self' data:",
    `connect-src 'self'${network}`,
    "worker-src 'self'",
    "manifest-src 'self'",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
    "require-trusted-types-for 'script'",
    'trusted-types lit-html',
  ].join('; ');
}

/** Host names that the portal's plugins declare under `capabilities.network`. */
function networkHosts(state: RegistryState, portal: PortalFile | null): readonly string[] {
  const hosts = Object.entries(portal?.plugins ?? {}).flatMap(
    ([id, { version }]) => resolveVersion(state, id, version)?.current.manifest.capabilities.network ?? [],
  );
  return [...new Set(hosts)].sort();
}

function preloads(template: string): string {
  const scripts = [...template.matchAll(/<script\b[^>]*\bsrc="([^"]+)"/g)].map((match) => match[1]);
  const modules = [...template.matchAll(/<link\b[^>]*rel="modulepreload"[^>]*href="([^"]+)"/g)].map((match) => match[1]);
  return [...scripts, ...modules].map((url) => `<${url}>; rel=modulepreload`).join(', ');
}
