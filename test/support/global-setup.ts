import { rm } from 'node:fs/promises';
import type { TestProject } from 'vitest/node';
import { prepareTemplate } from './data-folder.ts';

/** Seeds one data folder for all journeys of a run. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const { folder } = await prepareTemplate();
  project.provide('template', folder);
  return async () => await rm(folder, { recursive: true, force: true });
}

declare module 'vitest' {
  interface ProvidedContext {
    /** A seeded data folder to copy. */
    readonly template: string;
  }
}
