import { baseUrlOf } from '../registry/snapshot.ts';
import type { PluginVersion } from '../registry/snapshot.ts';

const asked = new Set<string>();

/**
 * Asks the browser for all modules a view needs at once. Without it the container, the plugin, the view and its texts
 * come one after the other, each a round trip. A hint that is refused or fails costs nothing.
 */
export function preloadView(version: PluginVersion, view: string | undefined, locale: string, gatewayUrl: string): void {
  const { preload, remote } = version.manifest;
  const base = baseUrlOf(version, gatewayUrl);
  const files = [
    remote.entry,
    ...(preload?.plugin ?? []),
    ...(view ? (preload?.views[view] ?? []) : []),
    ...(preload?.messages[locale] ?? []),
  ];
  for (const file of files) {
    const href = new URL(file, base).href;
    if (asked.has(href)) continue;
    asked.add(href);
    const link = document.createElement('link');
    link.rel = 'modulepreload';
    link.href = href;
    const nonce = document.querySelector<HTMLScriptElement>('script[nonce]')?.nonce;
    if (nonce) link.nonce = nonce;
    if (new URL(href).origin !== location.origin) link.crossOrigin = 'anonymous';
    link.onload = link.onerror = () => link.remove();
    document.head.append(link);
  }
}
