import { afterEach, describe, expect, it, vi } from 'vitest';
import { createTokenSource } from './session.ts';

const start = Date.parse('2026-11-20T08:00:00Z');

function gateway() {
  let issued = 0;
  const fetch = vi.fn(() => {
    issued += 1;
    return Promise.resolve(Response.json({ token: `t${issued}`, expiresAt: new Date(start + issued * 300_000).toISOString() }));
  });
  vi.stubGlobal('fetch', fetch);
  return fetch;
}

afterEach(() => vi.unstubAllGlobals());

describe('createTokenSource', () => {
  it('exchanges once for requests that come together', async () => {
    const fetch = gateway();
    const token = createTokenSource('https://mp.example', () => Promise.resolve('a'), () => start);
    expect(await Promise.all([token(false), token(false), token(true)])).toEqual(['t1', 't1', 't1']);
    expect(fetch).toHaveBeenCalledTimes(1);
    expect(fetch).toHaveBeenCalledWith('https://mp.example/api/session/exchange', expect.objectContaining({ credentials: 'omit', body: '{"assertion":"a"}' }));
  });

  it('keeps a token until less than thirty seconds are left', async () => {
    gateway();
    let now = start;
    const token = createTokenSource('https://mp.example', () => Promise.resolve('a'), () => now);
    await token(false);
    now = start + 269_000;
    expect(await token(false)).toBe('t1');
    now = start + 271_000;
    expect(await token(false)).toBe('t2');
  });

  it('tries again after a refusal, and says the gateway’s code', async () => {
    vi.stubGlobal('fetch', () => Promise.resolve(Response.json({ code: 'session.assertion', detail: '它已经使用过。' }, { status: 401 })));
    const token = createTokenSource('https://mp.example', () => Promise.resolve('a'));
    await expect(token(false)).rejects.toMatchObject({ code: 'session.assertion', message: '它已经使用过。' });
    gateway();
    expect(await token(false)).toBe('t1');
  });
});
