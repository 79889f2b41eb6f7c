import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { checkout } from '../support/program.ts';
import { documents } from './documents.ts';
import { exampleModule } from './examples.ts';

const text = documents().find(({ path }) => path === 'docs/reference/layers.md')?.text ?? '';
const { source, claims } = exampleModule(text);

let folder: string;

beforeAll(async () => {
  // Inside the package, where its own name resolves.
  await mkdir(join(checkout, 'packages/allocation/.cache'), { recursive: true });
  folder = await mkdtemp(join(checkout, 'packages/allocation/.cache/layers-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

it('the examples of the layers give what the page says', async () => {
  const file = join(folder, 'examples.ts');
  await writeFile(file, source);
  const { given } = (await import(file)) as { readonly given: readonly unknown[] };
  expect(claims.length).toBeGreaterThan(12);
  expect(claims.map(({ line }, index) => [line, given[index]])).toEqual(claims.map(({ line, claimed }) => [line, claimed]));
});
