import { randomBytes } from 'node:crypto';
import { createServer } from 'node:http';
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { GatewayClient } from './gateway-client.ts';
import { accountPage, pageScript } from './page.ts';
import { oldStyle } from './style.ts';

/** How to serve the page. */
export interface ForeignPageOptions {
  /** Origin of the gateway, without a slash at the end. */
  readonly gateway: string;
  /** Signs a fresh assertion for the person the CRM knows as signed in. */
  readonly sign: () => Promise<string>;
  /** 0 takes a free one. */
  readonly port: number;
  /** A strict policy: no foreign scripts but with a nonce, no foreign connections, Trusted Types; widgets in frames. */
  readonly strict: boolean;
}

/** A foreign page that is being served. */
export interface ForeignPage {
  readonly url: string;
  close(): Promise<void>;
}

/** Serves the account page of an old CRM on a loopback origin of its own, with a backend that signs assertions. */
export async function startForeignPage(options: ForeignPageOptions): Promise<ForeignPage> {
  const client = new GatewayClient(options.gateway, options.sign);
  const server = createServer((request, response) => {
    answer(options, client, request, response).catch((error: unknown) => {
      send(response, 502, 'text/plain; charset=utf-8', error instanceof Error ? error.message : String(error));
    });
  });
  await listen(server, options.port);
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function listen(server: Server, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', resolve);
  });
}

async function answer(
  options: ForeignPageOptions,
  client: GatewayClient,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const { pathname } = new URL(request.url ?? '/', 'http://crm.invalid');
  if (pathname === '/style.css') return send(response, 200, 'text/css', oldStyle);
  if (pathname === '/page.js') return send(response, 200, 'text/javascript', pageScript);
  if (pathname === '/milepost-assertion') return await answerAssertion(options, request, response);
  const accounts = await client.accounts();
  const match = /^\/accounts\/([^/]+)$/.exec(pathname);
  const first = accounts[0];
  if (!match && pathname === '/' && first) {
    response.writeHead(302, { location: `/accounts/${encodeURIComponent(first.id)}` }).end();
    return;
  }
  if (!match?.[1]) return send(response, 404, 'text/plain; charset=utf-8', '404');
  const nonce = randomBytes(16).toString('base64');
  const account = await client.account(decodeURIComponent(match[1]));
  const html = accountPage({ gateway: options.gateway, accounts, account, nonce, frame: options.strict });
  send(
    response,
    200,
    'text/html; charset=utf-8',
    html,
    options.strict ? { 'content-security-policy': strictPolicy(options.gateway, nonce) } : {},
  );
}

/** The CRM's backend vouches for who is signed in there; only its own pages may ask. */
async function answerAssertion({ sign }: ForeignPageOptions, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const own = request.headers.origin === `http://${request.headers.host ?? ''}`;
  if (request.method !== 'POST' || !own) return send(response, 403, 'text/plain', '403');
  send(response, 200, 'application/json', JSON.stringify({ assertion: await sign() }));
}

function strictPolicy(gateway: string, nonce: string): string {
  return [
    "default-src 'self'",
    `script-src 'self' 'nonce-${nonce}'`,
    "connect-src 'self'",
    "style-src 'self'",
    `frame-src ${gateway}`,
    "object-src 'none'",
    "base-uri 'none'",
    "require-trusted-types-for 'script'",
    "trusted-types 'none'",
  ].join('; ');
}

function send(response: ServerResponse, status: number, type: string, body: string, headers: Record<string, string> = {}): void {
  response.writeHead(status, { 'content-type': type, 'cache-control': 'no-store', ...headers }).end(body);
}
