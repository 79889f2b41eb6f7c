import { runInThisContext } from 'node:vm';
import { describe, expect, it } from 'vitest';
import * as data from '../../packages/calendar/src/data/index.ts';
import * as calendar from '../../packages/calendar/src/index.ts';
import * as recurrence from '../../packages/calendar/src/recurrence/index.ts';
import { documents } from './documents.ts';

type Modules = Readonly<Record<string, unknown>>;

const modules: Modules = {
  '@milepost/calendar': calendar,
  '@milepost/calendar/data': data,
  '@milepost/calendar/recurrence': recurrence,
};

type Check = (actual: unknown, expected: unknown, line: string) => void;
type Example = (modules: Modules, check: Check, file: string) => void;

/** A block as a function: imports become look-ups, types go, `expression; // → value` becomes a check. */
function exampleOf(block: string): Example {
  const body = block
    .replace(/^import type .+$/gm, '')
    .replace(/^const (\w+): \w+ = /gm, 'const $1 = ')
    .replace(/^import (\{[^}]+\}) from '([^']+)';$/gm, (_, names: string, from: string) => `const ${names} = modules['${from}'];`)
    .replace(/^(.+); \/\/ → (.+)$/gm, (line, expression: string, value: string) => {
      return `check(${expression}, ${value}, ${JSON.stringify(line)});`;
    });
  return runInThisContext(`(modules, check, file) => {\n${body}\n}`) as Example;
}

const pages = documents().filter(({ path }) => path === 'docs/reference/calendar.md' || path === 'packages/calendar/README.md');

describe.each(pages)('$path', ({ text }) => {
  const [, file = ''] = /^```json\n(.*?)^```$/ms.exec(text) ?? [];
  const blocks = [...text.matchAll(/^```ts\n(.*?)^```$/gms)].map(([, block = '']) => block);

  it.each(blocks.map((block) => ({ block })))('says what comes out: %#', ({ block }) => {
    let checked = 0;
    exampleOf(block)(
      modules,
      (actual, expected, line) => {
        checked += 1;
        expect(actual, line).toEqual(expected);
      },
      file,
    );
    expect(checked).toBe(block.split('// →').length - 1);
    expect(checked).toBeGreaterThan(0);
  });
});

it('both pages about calendars are there', () => {
  expect(pages).toHaveLength(2);
});
