import { defineConfig } from 'vitest/config';

// Journeys over the whole product: a real gateway, a real database, a real browser. One after another, because each starts servers.
export default defineConfig({
  root: new URL('..', import.meta.url).pathname,
  test: {
    include: ['test/e2e/**/*.e2e.ts'],
    globalSetup: ['test/support/global-setup.ts'],
    setupFiles: ['test/support/setup.ts'],
    reporters: [['default', { summary: false }]],
    silent: 'passed-only',
    pool: 'forks',
    fileParallelism: false,
    testTimeout: 120_000,
    hookTimeout: 180_000,
  },
});
