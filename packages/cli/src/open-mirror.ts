import type { MirrorAccess } from '@milepost/crm';

/**
 * Opens the mirror of the configured database through the gateway: DATABASE_URL, else the embedded server.
 * The gateway is loaded only here, so commands without a database start at once.
 */
export async function openMirror(): Promise<MirrorAccess> {
  const gateway = await import('@milepost/gateway/mirror');
  const { DATABASE_URL, MILEPOST_DATA } = process.env;
  return gateway.openMirror({ DATABASE_URL, MILEPOST_DATA });
}
