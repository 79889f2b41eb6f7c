import { afterEach, describe, expect, it, vi } from 'vitest';
import { fromEndpoint, fromFunction } from './assertion.ts';

afterEach(() => vi.unstubAllGlobals());

const answer = (response: () => Promise<Response>) => {
  vi.stubGlobal('fetch', response);
  return (lang = 'zh-CN') => fromEndpoint('/milepost-assertion', lang)();
};

describe('fromEndpoint', () => {
  it('answers the assertion', async () => {
    expect(await answer(() => Promise.resolve(Response.json({ assertion: 'a' })))()).toBe('a');
  });

  it.each([
    [500, 'CRM 服务器的 /milepost-assertion 应答了 500，没有给出登录凭证。请查看 CRM 服务器的日志。'],
    [
      404,
      'CRM 服务器的 /milepost-assertion 应答了 404，没有给出登录凭证。请检查 token-endpoint 属性，以及 CRM 服务器上是否有这个接口。',
    ],
    [401, 'CRM 服务器的 /milepost-assertion 应答了 401，没有给出登录凭证。请重新登录 CRM。'],
  ])('says what %i of the CRM’s server means', async (status, message) => {
    await expect(answer(() => Promise.resolve(new Response('', { status })))()).rejects.toMatchObject({
      code: 'embed.token-endpoint',
      message,
    });
  });

  it('tells a page for people, and JSON without an assertion, from an answer', async () => {
    for (const body of ['<html>sign in', '{}', '{"assertion":7}', 'null']) {
      await expect(answer(() => Promise.resolve(new Response(body)))('en'), body).rejects.toThrow(
        'did not answer with {"assertion": "…"}',
      );
    }
    await expect(answer(() => Promise.reject(new TypeError('Failed to fetch')))()).rejects.toThrow('没有应答');
  });
});

it('tells what a function of the page threw as the page’s', async () => {
  const failing = fromFunction(() => Promise.reject(new Error('boom')), 'en');
  await expect(failing()).rejects.toMatchObject({
    code: 'embed.assertion',
    message: 'The page’s getAssertion failed: boom. Check the scripts of this page.',
  });
});
