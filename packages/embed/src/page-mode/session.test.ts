import { afterEach, describe, expect, it, vi } from 'vitest';
import { createTokenSource } from './session.ts';

const start = Date.parse('2026-11-20T08:00:00Z');

function gateway() {
  let issued = 0;
  const fetch = vi.fn(() => {
    issued += 1;
    return Promise.resolve(
      Response.json({ token: `t${issued}`, expiresAt: new Date(start + 300_000).toISOString(), expiresIn: 300 }),
    );
  });
  vi.stubGlobal('fetch', fetch);
  return fetch;
}

afterEach(() => vi.unstubAllGlobals());

describe('createTokenSource', () => {
  it('exchanges once for requests that come together', async () => {
    const fetch = gateway();
    const token = createTokenSource('https://mp.example', () => Promise.resolve('a'), 'zh-CN', { now: () => start });
    expect(await Promise.all([token(false), token(false), token(true)])).toEqual(['t1', 't1', 't1']);
    expect(fetch).toHaveBeenCalledTimes(1);
    expect(fetch).toHaveBeenCalledWith(
      'https://mp.example/api/session/exchange',
      expect.objectContaining({ credentials: 'omit', body: '{"assertion":"a"}' }),
    );
  });

  it('keeps a token until less than thirty seconds are left', async () => {
    gateway();
    let now = start;
    const token = createTokenSource('https://mp.example', () => Promise.resolve('a'), 'zh-CN', { now: () => now });
    await token(false);
    now = start + 269_000;
    expect(await token(false)).toBe('t1');
    now = start + 271_000;
    expect(await token(false)).toBe('t2');
  });

  it.each([
    ['expiresIn', { expiresIn: 300, expiresAt: '' }, {}],
    ['the Date of the answer', { expiresAt: '2026-11-20T08:05:00Z' }, { Date: 'Fri, 20 Nov 2026 08:00:00 GMT' }],
  ])('exchanges once in five minutes on a PC whose clock is 4.5 minutes fast, by %s', async (_, life, headers) => {
    const fetch = vi.fn(() =>
      Promise.resolve(Response.json({ token: 't', ...life }, { headers: headers as Record<string, string> })),
    );
    vi.stubGlobal('fetch', fetch);
    let now = start + 270_000;
    const token = createTokenSource('https://mp.example', () => Promise.resolve('a'), 'zh-CN', { now: () => now });
    await token(false);
    now += 269_000;
    await token(false);
    expect(fetch).toHaveBeenCalledTimes(1);
    now += 2000;
    await token(false);
    expect(fetch).toHaveBeenCalledTimes(2);
  });

  it('keeps back a token that is not accepted, and the old one with it', async () => {
    gateway();
    const accept = (token: string) => (token === 't2' ? Promise.reject(new Error('other person')) : Promise.resolve());
    const token = createTokenSource('https://mp.example', () => Promise.resolve('a'), 'zh-CN', { now: () => start, accept });
    expect(await token(false)).toBe('t1');
    await expect(token(true)).rejects.toThrow('other person');
    expect(await token(false)).toBe('t3');
  });

  it('tries again after a refusal, and says the gateway’s code', async () => {
    vi.stubGlobal('fetch', () =>
      Promise.resolve(Response.json({ code: 'session.assertion', detail: '它已经使用过。' }, { status: 401 })),
    );
    const token = createTokenSource('https://mp.example', () => Promise.resolve('a'), 'zh-CN');
    await expect(token(false)).rejects.toMatchObject({ code: 'session.assertion', message: '它已经使用过。' });
    gateway();
    expect(await token(false)).toBe('t1');
  });

  /** A gateway that does not answer the exchange, as a browser tells it. */
  const silent = (origin: () => Promise<Response>) =>
    vi.stubGlobal('fetch', (url: string) =>
      url.endsWith('/embed/origin') ? origin() : Promise.reject(new TypeError('Failed to fetch')),
    );
  const failure = (lang: string) => createTokenSource('https://mp.example', () => Promise.resolve('a'), lang)(false);

  it('names the line that is missing when the gateway does not answer this origin', async () => {
    silent(() => Promise.resolve(Response.json({ origin: 'http://127.0.0.1:5555', allowed: false })));
    const line = expect.stringContaining('"embed": { "origins": ["http://127.0.0.1:5555"] }') as string;
    await expect(failure('zh-CN')).rejects.toMatchObject({ code: 'embed.origin', message: line });
    await expect(failure('zh-CN')).rejects.toThrow('未获准嵌入');
    await expect(failure('en')).rejects.toThrow('is not allowed to embed');
  });

  it('says that the gateway is not there when nothing of it answers, or this origin is allowed', async () => {
    silent(() => Promise.reject(new TypeError('Failed to fetch')));
    await expect(failure('zh-CN')).rejects.toMatchObject({
      code: 'gateway.unreachable',
      message: '网关 https://mp.example 没有应答。请检查网络，以及网关是否正在运行。',
    });
    silent(() => Promise.resolve(Response.json({ origin: 'http://127.0.0.1:5555', allowed: true })));
    await expect(failure('en')).rejects.toMatchObject({ code: 'gateway.unreachable' });
  });

  it('passes on what the gateway said, with the remedy, in the person’s language', async () => {
    const fetch = vi.fn(() =>
      Promise.resolve(
        Response.json(
          { code: 'session.assertion', title: '身份声明无效', detail: '它已经使用过。', remedy: '请重新签发。' },
          { status: 401 },
        ),
      ),
    );
    vi.stubGlobal('fetch', fetch);
    await expect(failure('zh-CN')).rejects.toThrow('身份声明无效。它已经使用过。请重新签发。');
    expect(fetch).toHaveBeenCalledWith(
      'https://mp.example/api/session/exchange',
      expect.objectContaining({ headers: expect.objectContaining({ 'Accept-Language': 'zh-CN' }) as unknown }),
    );
  });
});
