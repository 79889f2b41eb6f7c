import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { checkout } from '../support/program.ts';

interface Package {
  readonly name: string;
  readonly exports?: unknown;
  readonly bin?: Readonly<Record<string, string>>;
}

const folders = ['packages', 'plugins']
  .flatMap((parent) => readdirSync(join(checkout, parent)).map((name) => join(parent, name)))
  .concat('shell', 'test')
  .filter((folder) => existsSync(join(checkout, folder, 'package.json')));

/** The files an `exports` field names, through conditions; patterns by the folder before their star. */
function targets(entry: unknown): string[] {
  if (typeof entry === 'string') return [entry.split('*')[0] ?? entry];
  if (typeof entry !== 'object' || entry === null) return [];
  return Object.values(entry).flatMap(targets);
}

describe('package.json files', () => {
  it.each(folders)('%s exports and runs only files that exist', (folder) => {
    const json = JSON.parse(readFileSync(join(checkout, folder, 'package.json'), 'utf8')) as Package;
    const files = [...targets(json.exports), ...Object.values(json.bin ?? {})];
    // What a build writes is not there in a fresh checkout.
    const written = files.filter((file) => !file.startsWith('./dist/'));
    expect(written.filter((file) => !existsSync(join(checkout, folder, file)))).toEqual([]);
  });

  it('cover the packages of the workspace', () => {
    expect(folders).toContain('packages/sdk');
    expect(folders.length).toBeGreaterThan(15);
  });
});
