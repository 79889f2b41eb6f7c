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

/**
 * The page a frame gets where the page around it may not embed: it holds nothing, and tells that page so. Without it the browser
 * would show its own error page, and the widget could only guess.
 * @param parent origin of the page around the frame, as `URL.origin` writes it.
 */
export function refusedFramePage(parent: string): FramePage {
  const nonce = randomBytes(18).toString('base64');
  const script = `parent.postMessage({milepost:'refused',nonce:new URLSearchParams(location.hash.slice(1)).get('nonce')},${JSON.stringify(parent).replaceAll('<', '\\u003c')})`;
  return {
    html: `<!doctype html><meta charset="utf-8"><title>Milepost</title><script nonce="${nonce}">${script}</script>`,
    csp: `default-src 'none'; script-src 'nonce-${nonce}'; base-uri 'none'; form-action 'none'; frame-ancestors ${parent}`,
  };
}
