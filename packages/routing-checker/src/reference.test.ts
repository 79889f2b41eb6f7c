import { readFile } from 'node:fs/promises';
import { expect, it } from 'vitest';
import { broken } from './messages.ts';

it('has every constraint in the reference, and no other', async () => {
  const page = await readFile(new URL('../../../docs/reference/routes-file.md', import.meta.url), 'utf8');
  const listed = page.slice(page.indexOf('## What is checked')).matchAll(/`([a-z]+\.[a-z]+)`/g);
  expect([...new Set([...listed].map((match) => match[1]))].sort()).toEqual(Object.keys(broken).sort());
});
