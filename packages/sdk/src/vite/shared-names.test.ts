import { expect, it } from 'vitest';
import { sharedNames } from './shared-names.ts';

it('names every value of the shared module, and nothing else', async () => {
  const sdk = await import('../index.ts');
  expect([...sharedNames]).toEqual(Object.keys(sdk).sort());
});
