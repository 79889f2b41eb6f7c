import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { noticeMessages } from '../../packages/routing/src/compile/notice-messages.ts';
import { DEFAULT_WEIGHTS } from '../../packages/routing/src/problem/default-weights.ts';
import { DEFAULT_PROFILE } from '../../packages/routing/src/travel/speed-profile.ts';
import schema from '../../packages/routing/src/problem/visit-problem.schema.json' with { type: 'json' };
import { checkout } from '../support/program.ts';
import { documents } from './documents.ts';
import { exampleModule } from './examples.ts';

const text = documents().find(({ path }) => path === 'docs/reference/visit-problem.md')?.text ?? '';
const { source, claims } = exampleModule(text);

let folder: string;

beforeAll(async () => {
  // Inside the package, where its own name resolves.
  await mkdir(join(checkout, 'packages/routing/.cache'), { recursive: true });
  folder = await mkdtemp(join(checkout, 'packages/routing/.cache/docs-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

it('the month runs and gives what the page says', async () => {
  const file = join(folder, 'examples.ts');
  await writeFile(file, source);
  const { given } = (await import(file)) as { readonly given: readonly unknown[] };
  expect(claims.length).toBeGreaterThan(8);
  expect(claims.map(({ line }, index) => [line, given[index]])).toEqual(claims.map(({ line, claimed }) => [line, claimed]));
});

it('every field of the file is on the page, and nothing else is called a notice', () => {
  const { properties, definitions } = schema;
  const shown = [
    properties,
    definitions.representative.properties,
    definitions.customer.properties,
    definitions.weights.properties,
  ];
  const missing = shown
    .flatMap((fields) => Object.keys(fields))
    .filter((name) => name !== '$schema' && !text.includes(`\`${name}\``));
  expect(missing).toEqual([]);
  const named = [...text.matchAll(/`((?:days|place|lunch|travel|appointment)\.\w+)`/g)].map(([, code = '']) => code);
  expect(named.filter((code) => !(code in noticeMessages) && code !== 'place.missing')).toEqual([]);
});

it('the defaults on the page are those of the code', () => {
  const rows = [...text.matchAll(/^\| `(\w+)` \| ([\d.]+) \|/gm)].map(([, name = '', value]) => [name, Number(value)]);
  expect(Object.fromEntries(rows)).toEqual(DEFAULT_WEIGHTS);
  expect(text).toContain(`factor ${DEFAULT_PROFILE.detourFactor}`);
});
