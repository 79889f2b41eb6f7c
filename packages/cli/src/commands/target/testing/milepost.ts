/** Commands on target files in a folder of their own, for tests. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect } from 'vitest';
import { localeOf } from '../../../context.ts';
import { run } from '../../../run.ts';

/* eslint-disable @typescript-eslint/no-explicit-any -- specs are taken apart and put together wrongly in tests */

/** The folder of the test, and what the last command said. */
export let folder: string;
export let out: string;
export let err: string;
export let cancel: AbortController;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'milepost-target-'));
  cancel = new AbortController();
});
afterEach(() => rm(folder, { recursive: true }));

/** Runs `milepost target …` in the folder. */
export function milepost(...args: string[]): Promise<number> {
  [out, err] = ['', ''];
  return run(['target', ...args], '0.1.0', {
    ...{ locale: localeOf(args, {}), cwd: folder, interactive: false, terminal: false, signal: cancel.signal },
    ...{ out: (text) => void (out += text), err: (text) => void (err += text), today: () => '2026-11-21' },
    openMirror: () => Promise.reject(new Error('no database here')),
  });
}

/** Writes a file into the folder. */
export const write = (name: string, content: unknown) =>
  writeFile(join(folder, name), typeof content === 'string' ? content : JSON.stringify(content));

/** 1,200 yuan over two people and the quarters of 2026. */
export const spec = () =>
  ({
    format: 'milepost.target-spec/1',
    metrics: [{ id: 'sales', kind: 'money', currency: 'CNY', tax: 'included' }],
    calendar: { country: 'CN' },
    axes: [
      {
        ...{ id: 'organisation', kind: 'organisation' },
        members: [
          { id: 'north', parentId: null, name: '华北区' },
          { id: 'li', parentId: 'north', name: '李雷' },
          { id: 'wang', parentId: 'north', name: '王芳' },
        ],
      },
      { kind: 'time', period: '2026', grain: 'quarter', fiscalYearStartMonth: 1 },
    ],
    facts: { past: { axes: ['organisation'], rows: [{ at: { organisation: 'li' }, amount: 900, currency: 'CNY' }, { at: { organisation: 'wang' }, amount: 300, currency: 'CNY' }] } }, // prettier-ignore
    targets: [
      {
        ...{ total: 120000, by: '陈静', at: '2025-12-15T10:00:00+08:00' },
        steps: [
          { axis: 'organisation', method: 'prior', facts: 'past' },
          { axis: 'time', method: 'even' },
        ],
      },
    ],
  }) as any;

/** A plan of that spec as plan.json. */
export async function planned(): Promise<void> {
  await write('spec.json', spec());
  expect(await milepost('decompose', 'spec.json', '--out', 'plan.json')).toBe(0);
}

/** Makes a spec another one. */
export type Change = (spec: any) => unknown;
export const members = (value: any): any[] => value.axes[0].members;
export const steps = (value: any): any[] => value.targets[0].steps;
export const grown = { axis: 'organisation', method: 'growth', base: { method: 'prior', facts: 'past' } };
export const hold = (organisation: string, amount: number) => ({ target: { at: { organisation } }, amount });
