export { createTestHost } from './test-host.ts';
export { mountElement } from './mount-element.ts';
export { testSession } from './test-session.ts';
export type { TestHost, TestHostOptions } from './test-host.ts';
export type { MountedElement } from './mount-element.ts';
export type { TestCollection, TestRecord } from './test-collection.ts';
export type { CrmFixtures } from './test-crm.ts';
