import { describe, expect, it } from 'vitest';
import { pageParams, readScope, searchOf, writeScope } from './scope-url.ts';
import type { Scope } from '@milepost/sdk';

const fallback: Scope = { unitId: null, personId: null, period: '2026-11' };

function written(search: string, scope: Scope): string {
  const params = new URLSearchParams(search);
  writeScope(params, scope, fallback);
  return searchOf(params);
}

describe('scope and period in the URL', () => {
  it('are read as they are written, and readable', () => {
    const scope: Scope = { unitId: 'e1', personId: 'p:1', period: '2026-Q3' };
    expect(written('?q=a', scope)).toBe('?q=a&scope=unit:e1|person:p:1&period=2026-Q3');
    expect(readScope(written('', scope), fallback)).toEqual(scope);
  });

  it('are left out while they are the default', () => {
    expect(written('?scope=unit:e1&period=2025', fallback)).toBe('');
  });

  it('fall back when they cannot be read', () => {
    expect(readScope('?period=2026-13&scope=', fallback)).toEqual(fallback);
    expect(readScope('?period=0000&scope=nonsense', fallback)).toEqual(fallback);
  });

  it('tell "everything" apart from the default where the default is a unit', () => {
    const own: Scope = { ...fallback, unitId: 'e1' };
    const params = new URLSearchParams();
    writeScope(params, { ...own, unitId: null }, own);
    expect(params.get('scope')).toBe('all');
    expect(readScope(searchOf(params), own).unitId).toBeNull();
  });

  it('are not the page’s own parameters', () => {
    expect(pageParams('?scope=unit:e1&period=2026&sort=orders')).toEqual({ sort: 'orders' });
  });
});
