import { describe, expect, it } from 'vitest';
import { checkViews, validateManifest } from './validate.ts';

const words = { 'zh-CN': '文', en: 'Text' };
const good = {
  manifestVersion: 1,
  id: 'visit-planning',
  version: '1.0.0',
  sdk: '^1.0.0',
  name: words,
  description: words,
  contributes: { widgets: [{ id: 'today', view: 'today', title: words, slots: ['home/rep/v1'] }] },
  capabilities: { crm: ['accounts'], host: ['notify'] },
  collections: [{ name: 'visits', title: words, schema: { type: 'object' }, access: { read: 'scope', write: ['rep'] } }],
  locales: ['zh-CN', 'en'],
};

function codes(change: object, options?: { built: boolean }): readonly string[] {
  const result = validateManifest({ ...good, ...change }, options);
  return result.ok ? [] : result.problems.map((problem) => `${problem.path} ${problem.code}`);
}

describe('validateManifest', () => {
  it('fills in the remote, with a name of its own for every version', () => {
    const result = validateManifest(good);
    expect(result.ok && result.manifest.remote).toEqual({
      entry: 'remoteEntry.js',
      name: 'milepost_visit_planning_1_0_0',
      module: './plugin',
    });
  });

  it.each([
    [{ id: 'Visit Planning' }, ['id manifest.pattern']],
    [{ version: '1.0' }, ['version manifest.version']],
    [{ sdk: 'latest' }, ['sdk manifest.sdk']],
    [{ id: undefined }, ['id manifest.required']],
    [{ capabilites: {} }, ['capabilites manifest.additionalProperties']],
    [{ capabilities: { crm: ['account'] } }, ['capabilities.crm.0 manifest.enum']],
    [
      { contributes: { widgets: [...good.contributes.widgets, ...good.contributes.widgets] } },
      ['contributes.widgets.1 manifest.duplicate'],
    ],
    [{ collections: [{ ...good.collections[0], schema: { type: 'objekt' } }] }, ['collections.0.schema manifest.schema']],
    [{ collections: [{ ...good.collections[0], schema: { $ref: '#/nowhere' } }] }, ['collections.0.schema manifest.schema']],
    [{ integrity: { '../x.js': 'sha384-x' } }, ['integrity manifest.pattern', 'integrity.../x.js manifest.pattern']],
  ])('refuses %o', (change, expected) => {
    expect(codes(change)).toEqual(expected);
  });

  it('asks for what a build writes when a build is published', () => {
    expect(codes({}, { built: true })).toEqual(['integrity manifest.not-built']);
  });

  it('suggests the name that was meant', () => {
    const result = validateManifest({ ...good, capabilities: { crm: ['account'] } });
    expect(result.ok || result.problems[0]?.remedy.en).toBe('Did you mean accounts?');
  });

  it('finds views that the code does not define', () => {
    const result = validateManifest(good);
    if (!result.ok) throw new Error('unexpected');
    expect(checkViews(result.manifest, ['tody']).map(({ path, remedy }) => [path, remedy.en])).toEqual([
      ['contributes.widgets.0.view', 'Its views: tody.'],
    ]);
    expect(checkViews(result.manifest, ['today', 'unused'])).toEqual([]);
  });

  it('never throws, whatever it is given', () => {
    for (const value of [null, 1, 'x', [], {}, { contributes: null }, { manifestVersion: 2 }])
      expect(validateManifest(value).ok).toBe(false);
  });
});
