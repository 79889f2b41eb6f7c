import type { GatewayConfig } from '../config/config.ts';
import { testToday } from './company.ts';

/** The configuration of a demo gateway on a free port of this machine. */
export function testConfig(dataDir: string, changes: Partial<GatewayConfig> = {}): GatewayConfig {
  return {
    databaseUrl: undefined,
    port: 0,
    host: '127.0.0.1',
    dataDir,
    today: testToday,
    demo: true,
    publicUrl: undefined,
    origins: [],
    embedOrigins: [],
    embedIssuersFile: undefined,
    secret: undefined,
    metricsToken: undefined,
    trustedProxies: [],
    logLevel: 'silent',
    logTo: undefined,
    oidc: undefined,
    idempotencyDays: 7,
    loginsPerMinute: 1_000_000,
    ...changes,
  };
}
