export { clientWith, request, signIn } from './client.ts';
export type { TestAnswer, TestClient } from './client.ts';
export { loadCompany, qiming, testToday, yuanshan } from './company.ts';
export type { TestCompany } from './company.ts';
export { notesPlugin, testManifest } from './plugins.ts';
export { testConfig } from './test-config.ts';
export { startTestGateway } from './test-gateway.ts';
export type { TestGateway, TestGatewayOptions } from './test-gateway.ts';
