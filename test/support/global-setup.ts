import { rm } from 'node:fs/promises';
import type { TestProject } from 'vitest/node';
import { prepareTemplate } from './data-folder.ts';

/** Seeds one data folder for all journeys of a run; MILEPOST_TEST_TEMPLATE names one that is there already, for quick repeats. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const kept = process.env['MILEPOST_TEST_TEMPLATE'];
  const folder = kept ?? (await prepareTemplate()).folder;
  project.provide('template', folder);
  return async () => {
    if (!kept) await rm(folder, { recursive: true, force: true });
  };
}

declare module 'vitest' {
  interface ProvidedContext {
    /** A seeded data folder to copy. */
    readonly template: string;
  }
}
