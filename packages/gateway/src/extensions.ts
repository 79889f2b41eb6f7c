import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Logger } from 'pino';
import type { GatewayConfig } from './config/config.ts';
import type { GatewayExtension } from './gateway.ts';
import { createLog } from './log.ts';
import { pluginHost } from './registry/plugin-host.ts';
import { demoRecords } from './server-part/demo-records.ts';

/** What a start is told beside its configuration. */
export interface ExtensionOptions {
  /** Absolute path of the portal file, or undefined for the one of the checkout. */
  readonly portalFile: string | undefined;
  /** The log of the gateway; one of its own when left out. */
  readonly log?: Logger;
}

const checkout = new URL('../../../', import.meta.url);

/** The parts of a full gateway that live in folders of their own: registry, portal file, static files. */
export function extensionsFor(config: GatewayConfig, options: ExtensionOptions): readonly GatewayExtension[] {
  const log = options.log ?? createLog(config);
  return [
    pluginHost({
      dataDir: config.dataDir,
      portalFile: options.portalFile ?? inCheckout('shell/portal.json'),
      log,
      shellDir: present('shell/dist'),
      embedDir: present('packages/embed/dist'),
      workspace: inCheckout('plugins'),
    }),
    demoRecords(log),
  ];
}

function inCheckout(path: string): string {
  return fileURLToPath(new URL(path, checkout));
}

/** A folder of the checkout that a build wrote, or null. */
function present(path: string): string | null {
  const folder = inCheckout(path);
  return existsSync(folder) ? folder : null;
}
