import { RoutingError } from '../error.ts';

/** An address without its last slash. Throws `routing.travel.url` for anything but plain http(s) without parameters. */
export function baseUrl(url: string): string {
  if (!/^https?:\/\/[^\s?#@]+$/.test(url)) throw new RoutingError('routing.travel.url', url.replace(/[?#].*$/s, ''));
  return url.replace(/\/+$/, '');
}

/** A key that is there. Throws `routing.travel.key`, which names the provider only. */
export function givenKey(key: string, provider: string): string {
  if (key.trim() === '') throw new RoutingError('routing.travel.key', provider);
  return key.trim();
}
