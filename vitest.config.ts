import { defineConfig } from 'vitest/config';

// Fast tests of pure code and of the gateway. Elements run in a real browser (.config/web-test-runner.mjs), journeys over
// the whole product separately (.config/vitest-e2e.config.ts).
export default defineConfig({
  oxc: {
    // Lit's decorators are the legacy kind; tsconfig.base.json says the same to the editor.
    decorator: { legacy: true },
    typescript: { removeClassFieldsWithoutInitializer: true },
    assumptions: { setPublicClassFields: true },
  },
  test: {
    include: ['packages/**/*.test.ts', 'plugins/**/*.test.ts', 'shell/**/*.test.ts', 'test/**/*.test.ts'],
    exclude: ['**/node_modules/**', '**/dist/**', '**/*.browser.test.ts'],
    globalSetup: ['packages/gateway/src/postgres/testing/global-setup.ts'],
    reporters: [['default', { summary: false }]],
    silent: 'passed-only',
    // Separate processes: gateway tests start servers and send signals.
    pool: 'forks',
    maxWorkers: 2,
    testTimeout: 20_000,
    hookTimeout: 60_000,
  },
});
