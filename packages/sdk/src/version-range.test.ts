import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareVersions, isRange, satisfies } from './version-range.ts';

describe('satisfies', () => {
  it.each([
    ['1.2.3', '^1.2.0', true],
    ['2.0.0', '^1.2.0', false],
    ['2.0.0-beta.1', '^1.2.0', false],
    ['0.2.9', '^0.2.3', true],
    ['0.3.0', '^0.2.3', false],
    ['0.0.4', '^0.0.3', false],
    ['0.9.0', '^0', true],
    ['1.0.0', '^0', false],
    ['0.0.9', '^0.0', true],
    ['1.2.9', '~1.2.3', true],
    ['1.3.0', '~1.2.3', false],
    ['1.9.0', '~1', true],
    ['1.5.0', '>=1.0.0 <2.0.0', true],
    ['1.5.0', '1.x', true],
    ['1.5.0', '1.4.x || 2', false],
    ['2.7.1', '1.4.x || 2', true],
    ['3.0.0', '>2', true],
    ['2.9.0', '>2', false],
    ['2.9.0', '<=2', true],
    ['7.0.0', '*', true],
    ['1.0.0-rc.1', '*', false],
    ['1.0.0-rc.2', '>=1.0.0-rc.1', true],
    ['1.0.1-rc.2', '>=1.0.0-rc.1', false],
    ['2.2.2-beta.1', '<2.2.2-rc.2', true],
    ['2.2.2-rc.2', '<2.2.2-rc.2', false],
    ['1.0.0', '', true],
  ])('%s in %s is %s', (version, range, expected) => {
    expect(satisfies(version, range)).toBe(expected);
  });

  it('never accepts what is no range', () => {
    for (const range of ['latest', '1.0.0.0', '^^1', '>= 1.0.0 x y', '1.0.0 || latest'])
      expect([range, isRange(range)]).toEqual([range, false]);
  });

  it('orders versions totally', () => {
    const version = fc
      .tuple(
        fc.nat(3),
        fc.nat(3),
        fc.nat(3),
        fc.constantFrom('', '-alpha', '-alpha.1', '-alpha.beta', '-beta.2', '-beta.11', '-rc.1'),
      )
      .map(([major, minor, patch, pre]) => `${major}.${minor}.${patch}${pre}`);
    fc.assert(fc.property(version, version, (a, b) => Math.sign(compareVersions(a, b)) + Math.sign(compareVersions(b, a)) === 0));
    const worked = [
      '1.0.0-alpha',
      '1.0.0-alpha.1',
      '1.0.0-alpha.beta',
      '1.0.0-beta',
      '1.0.0-beta.2',
      '1.0.0-beta.11',
      '1.0.0-rc.1',
      '1.0.0',
    ];
    expect([...worked].reverse().sort(compareVersions)).toEqual(worked);
  });
});
