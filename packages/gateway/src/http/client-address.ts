import { BlockList, isIP } from 'node:net';
import { getConnInfo } from '@hono/node-server/conninfo';
import type { GatewayConfig } from '../config/config.ts';
import { isLoopback } from '../config/addresses.ts';
import type { GatewayContext } from './env.ts';

type ProxyConfig = Pick<GatewayConfig, 'trustedProxies'>;

const forwardingHeaders = ['x-forwarded-for', 'forwarded', 'x-real-ip'] as const;
const lists = new WeakMap<readonly string[], BlockList>();

/**
 * The address of whoever asks. Behind trusted proxies it is the last address of `X-Forwarded-For` that no trusted proxy has;
 * what stands before it anybody can write. Without trusted proxies it is the address of the connection. Requests inside the
 * process (tests) come from 127.0.0.1.
 */
export function addressOf(c: GatewayContext, config: ProxyConfig): string {
  const peer = peerOf(c);
  if (!isTrusted(peer, config)) return peer;
  const hops = (c.req.header('x-forwarded-for') ?? '')
    .split(',')
    .map((hop) => plain(hop))
    .filter(Boolean);
  for (const hop of hops.reverse()) {
    // Not an address: nothing before it can be believed either.
    if (isIP(hop) === 0) return peer;
    if (!isTrusted(hop, config)) return hop;
  }
  return plain(hops.at(-1) ?? peer);
}

/**
 * True when the request comes from a program on this machine. One that says it was forwarded does so only when a trusted proxy
 * names an address of this machine: a proxy beside us would otherwise make the whole world local.
 */
export function isFromThisMachine(c: GatewayContext, config: ProxyConfig): boolean {
  const forwarded = forwardingHeaders.filter((name) => c.req.header(name) !== undefined);
  if (forwarded.length > 0 && (!isTrusted(peerOf(c), config) || !forwarded.includes('x-forwarded-for'))) return false;
  return isLoopback(addressOf(c, config));
}

function peerOf(c: GatewayContext): string {
  if (!c.env?.incoming) return '127.0.0.1';
  return plain(getConnInfo(c).remote.address ?? '');
}

/** Without the port, the brackets and the IPv6 way of writing IPv4. */
function plain(hop: string): string {
  const text = hop
    .trim()
    .replace(/^\[([^\]]*)\](:\d+)?$/, '$1')
    .replace(/^::ffff:(?=\d+\.)/i, '');
  return /^\d+\.\d+\.\d+\.\d+:\d+$/.test(text) ? text.slice(0, text.indexOf(':')) : text;
}

function isTrusted(address: string, { trustedProxies }: ProxyConfig): boolean {
  const family = isIP(address);
  return family !== 0 && listOf(trustedProxies).check(address, family === 4 ? 'ipv4' : 'ipv6');
}

function listOf(trusted: readonly string[]): BlockList {
  const known = lists.get(trusted);
  if (known) return known;
  const list = new BlockList();
  for (const item of trusted) {
    const [address = '', bits] = item.split('/');
    const family = isIP(address) === 4 ? 'ipv4' : 'ipv6';
    if (bits === undefined) list.addAddress(address, family);
    else list.addSubnet(address, Number(bits), family);
  }
  lists.set(trusted, list);
  return list;
}
