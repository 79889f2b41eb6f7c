import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client';
import type { Database } from '../database/database.ts';

/** What the gateway counts; `/metrics` shows it. Labels are route patterns, never ids. */
export interface Metrics {
  readonly registry: Registry;
  readonly requestSeconds: Histogram<'method' | 'route' | 'status'>;
  readonly pluginFailures: Counter<'plugin' | 'phase'>;
}

/** Metrics of one gateway. */
export function createMetrics(database: Database): Metrics {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry, eventLoopMonitoringPrecision: 20 });
  const pool = new Gauge({
    name: 'milepost_database_connections',
    help: 'Connections of the request pool',
    labelNames: ['state'] as const,
    registers: [registry],
    collect() {
      pool.set({ state: 'total' }, database.app.totalCount);
      pool.set({ state: 'idle' }, database.app.idleCount);
      pool.set({ state: 'waiting' }, database.app.waitingCount);
    },
  });
  return {
    registry,
    requestSeconds: new Histogram({
      name: 'milepost_request_seconds',
      help: 'Duration of requests by route pattern',
      labelNames: ['method', 'route', 'status'],
      buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10],
      registers: [registry],
    }),
    pluginFailures: new Counter({
      name: 'milepost_plugin_failures_total',
      help: 'Failures of plugins that browsers reported',
      labelNames: ['plugin', 'phase'],
      registers: [registry],
    }),
  };
}
