// What tests outside vitest workers (processes that get killed) need: no import of vitest here.
export { loadCompany, qiming, testToday, yuanshan } from './company.ts';
export type { TestCompany } from './company.ts';
export { notesPlugin, testManifest } from './plugins.ts';
export { testConfig } from './test-config.ts';
