import type { EntityName } from '@milepost/sdk/host';
import { ApiError } from '@milepost/sdk';
import type { Locale } from '@milepost/sdk';
import type { PluginManifest } from '@milepost/sdk/manifest';
import { text } from '../texts.ts';

type HostAction = 'navigate' | 'notify' | 'confirm' | 'drafts';

/** Refuses what a manifest does not declare, and names the line that is missing. */
export interface CapabilityCheck {
  crm(entity: EntityName): void;
  host(action: HostAction): void;
  collection(name: string): void;
  shared(pluginId: string, name: string): void;
}

/**
 * The checks of one plugin. They keep a plugin to what its manifest says and make a mistake plain to its author. They are
 * no wall: the gateway knows the person, not which plugin of the page asks, and answers by what that person may see.
 */
export function capabilityCheck(manifest: PluginManifest, locale: () => Locale): CapabilityCheck {
  const refuse = (path: string, what: string): never => {
    const params = { plugin: manifest.id, what, path, entry: JSON.stringify(what) };
    throw new ApiError({
      status: 403,
      code: 'capability.refused',
      message: text('capability.refused', locale(), params),
      remedy: text('capability.refused.remedy', locale(), params),
      problems: [{ path, code: 'capability.refused', message: text('capability.refused', locale(), params) }],
    });
  };
  const { crm = [], host = [], records = [] } = manifest.capabilities;
  return {
    crm: (entity) => void (crm.includes(entity) || refuse('capabilities.crm', entity)),
    host: (action) => void (host.includes(action) || refuse('capabilities.host', action)),
    collection: (name) =>
      void (manifest.collections?.some((collection) => collection.name === name) || refuse('collections', name)),
    shared: (pluginId, name) =>
      void (records.includes(`${pluginId}/${name}`) || refuse('capabilities.records', `${pluginId}/${name}`)),
  };
}
