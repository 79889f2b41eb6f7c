import { randomBytes } from 'node:crypto';

/** The page inside an embed's frame, as it is answered once. */
export interface FramePage {
  readonly html: string;
  readonly csp: string;
}

/**
 * Makes the page of a frame: a nonce on every script, and a policy that lets only the pages of the allowed origins put it
 * into a frame and lets it speak to this gateway alone.
 */
export function renderFramePage(template: string, allowedOrigins: readonly string[]): FramePage {
  const nonce = randomBytes(18).toString('base64');
  const html = template.replaceAll(/<script\b(?![^>]*\bnonce=)/g, `<script nonce="${nonce}"`);
  const csp = [
    "default-src 'none'",
    `script-src 'nonce-${nonce}' 'strict-dynamic'`,
    `style-src 'self' 'nonce-${nonce}'`,
    "style-src-attr 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "font-src 'self' data:",
    "connect-src 'self'",
    "worker-src 'self'",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'none'",
    `frame-ancestors ${allowedOrigins.length > 0 ? allowedOrigins.join(' ') : "'none'"}`,
    "require-trusted-types-for 'script'",
    'trusted-types lit-html',
  ].join('; ');
  return { html, csp };
}
