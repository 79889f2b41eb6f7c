import type { PortalFile } from '@milepost/sdk/portal';
import { resolveVersion } from './registry.ts';
import type { RegistryState } from './registry.ts';
import { baseUrlOf } from './snapshot.ts';

/**
 * The `integrity` section of the shell page's import map: the hash of every script of the resolved and the last known
 * good versions. The browser then refuses a module whose bytes are not those that were published, also when
 * another module imports it. Module Federation itself has no such check.
 */
export function importMapIntegrity(
  state: RegistryState,
  portal: Pick<PortalFile, 'plugins'> | null,
): Readonly<Record<string, string>> {
  const entries = Object.entries(portal?.plugins ?? {}).flatMap(([id, { version }]) => {
    const found = resolveVersion(state, id, version);
    return [found?.current, found?.lastKnownGood].flatMap((published) =>
      published
        ? Object.entries(published.manifest.integrity ?? {})
            .filter(([file]) => /\.m?js$/.test(file))
            .map(([file, hash]) => [baseUrlOf(published) + file, hash] as const)
        : [],
    );
  });
  return Object.fromEntries(entries);
}
