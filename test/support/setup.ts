import { afterAll, afterEach } from 'vitest';
import { closeBrowser, closeContexts, pictureAll } from './browser.ts';

// For every journey: a picture of what is open when it fails, and nothing left open when it ends.
afterEach(async ({ task }) => {
  if (task.result?.state === 'fail') await pictureAll(task.name);
  await closeContexts();
});

afterAll(closeBrowser);
