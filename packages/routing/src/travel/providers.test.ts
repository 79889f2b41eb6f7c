import { http, HttpResponse, delay } from 'msw';
import { setupServer } from 'msw/node';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { amap } from './amap.ts';
import { baidu } from './baidu.ts';
import { fetchSend } from './fetch-send.ts';
import { osrm } from './osrm.ts';
import { valhalla } from './valhalla.ts';
import type { Datum, Point } from './point.ts';
import type { TravelProvider } from './provider.ts';

const server = setupServer();
beforeAll(() => server.listen());
afterEach(() => server.resetHandlers());
afterAll(() => server.close());

const send = fetchSend({ timeoutMs: 60 });
const KEY = 'key-that-nobody-must-see';
const point = (lng: number, lat: number, datum: Datum = 'wgs84'): Point => ({ lng, lat, datum });
const a = point(121.4737, 31.2304);
const b = point(121.5, 31.3);
const c = point(121.6, 31.1);

interface Case {
  readonly name: string;
  readonly provider: TravelProvider;
  readonly route: string;
  readonly method: 'get' | 'post';
  /** The documented answer for a and b to c: 600 s and 8,000 m, then no way. */
  readonly answer: unknown;
  readonly faults: readonly (readonly [kind: string, status: number, body: unknown])[];
}

const cases: readonly Case[] = [
  {
    ...{ name: 'osrm', provider: osrm({ url: 'https://osrm.test/', token: KEY }), method: 'get' },
    route: 'https://osrm.test/table/v1/driving/:points',
    answer: { code: 'Ok', durations: [[600], [null]], distances: [[8000], [null]], sources: [], destinations: [] },
    faults: [
      ['refused', 400, { code: 'TooBig', message: `Too many table coordinates ${KEY}` }],
      ['refused', 400, { code: 'NoSegment', message: 'Could not find a matching segment' }],
      ['malformed', 200, { code: 'Ok', durations: [[600]], distances: [[8000]] }],
    ],
  },
  {
    ...{
      name: 'valhalla',
      method: 'post',
      provider: valhalla({ url: 'https://valhalla.test', header: { name: 'x-api-key', key: KEY } }),
    },
    route: 'https://valhalla.test/sources_to_targets',
    answer: {
      units: 'kilometers',
      sources_to_targets: [
        [{ distance: 8, time: 600, to_index: 0, from_index: 0 }],
        [{ distance: null, time: null, to_index: 0, from_index: 1 }],
      ],
    },
    faults: [
      ['refused', 400, { error_code: 150, error: `Exceeded max locations ${KEY}`, status_code: 400, status: 'Bad Request' }],
      ['key', 401, { error: 'Unauthorized' }],
      ['malformed', 200, { sources_to_targets: [[]] }],
    ],
  },
  {
    ...{ name: 'amap', provider: amap({ key: KEY }), method: 'get' },
    route: 'https://restapi.amap.com/v3/distance',
    answer: {
      ...{ status: '1', info: 'OK', infocode: '10000', count: '2' },
      results: [
        { origin_id: '1', dest_id: '1', distance: '8000', duration: '600' },
        { origin_id: '2', dest_id: '1', distance: '0', duration: '0', info: '指定地点之间没有可以行车的道路', code: '1' },
      ],
    },
    faults: [
      ['key', 200, { status: '0', info: `INVALID_USER_KEY ${KEY}`, infocode: '10001' }],
      ['quota', 200, { status: '0', info: 'DAILY_QUERY_OVER_LIMIT', infocode: '10003' }],
      ['busy', 200, { status: '0', info: 'CUQPS_HAS_EXCEEDED_THE_LIMIT', infocode: '10021' }],
      ['refused', 200, { status: '0', info: 'INVALID_PARAMS', infocode: '20000' }],
      ['malformed', 200, { status: '1', info: 'OK', infocode: '10000' }],
    ],
  },
  {
    ...{ name: 'baidu', provider: baidu({ key: KEY }), method: 'get' },
    route: 'https://api.map.baidu.com/routematrix/v2/driving',
    answer: {
      ...{ status: 0, message: '成功' },
      result: [
        { distance: { text: '8.0公里', value: 8000 }, duration: { text: '10分钟', value: 600 } },
        { distance: {}, duration: {} },
      ],
    },
    faults: [
      ['key', 200, { status: 200, message: `APP不存在，AK有误请检查再重试 ${KEY}` }],
      ['quota', 200, { status: 302, message: '天配额超限，限制访问' }],
      ['busy', 200, { status: 401, message: '当前并发量已经超过约定并发配额，限制访问' }],
      ['refused', 200, { status: 2, message: 'Parameter Invalid' }],
      ['malformed', 200, { status: 0, message: '成功', result: [] }],
    ],
  },
];

describe.each(cases)('$name', ({ provider, route, method, answer, faults }) => {
  it('reads seconds and metres of the documented answer, and null where there is no way', async () => {
    server.use(http[method](route, () => HttpResponse.json(answer as object)));
    const table = await provider.ask([a, b], [c], send);
    expect(table).toEqual({ ok: true, table: { seconds: [600, null], metres: [8000, null] } });
  });

  it.each(faults)('tells %s by what it answers (HTTP %i), without the key', async (kind, status, body) => {
    server.use(http[method](route, () => HttpResponse.json(body as object, { status })));
    const told = await provider.ask([a, b], [c], send);
    expect(told).toMatchObject({ ok: false, fault: kind });
    expect(JSON.stringify(told)).not.toContain(KEY);
  });

  it('is not thrown by a page of a proxy, a hang, or nobody there', async () => {
    server.use(http[method](route, () => HttpResponse.html('<h1>502</h1>', { status: 502 })));
    expect(await provider.ask([a, b], [c], send)).toEqual({ ok: false, fault: 'busy', detail: 'HTTP 502' });
    server.use(http[method](route, () => HttpResponse.html('<h1>hello</h1>')));
    expect(await provider.ask([a, b], [c], send)).toMatchObject({ ok: false, fault: 'malformed' });
    server.use(http[method](route, () => HttpResponse.error()));
    expect(await provider.ask([a, b], [c], send)).toMatchObject({ ok: false, fault: 'unreachable' });
    server.use(http[method](route, () => delay(5_000).then(() => HttpResponse.json({}))));
    expect(await provider.ask([a, b], [c], send)).toMatchObject({ ok: false, fault: 'timeout' });
  });
});

/** What the provider sends, seen by the service. */
async function sentBy(provider: TravelProvider, origins: readonly Point[], destinations: readonly Point[]): Promise<Request> {
  let seen: Request | undefined;
  await provider.ask(origins, destinations, (request) => {
    seen = new Request(request.url, { method: request.method, headers: request.headers, body: request.body });
    return Promise.resolve({ status: null, why: 'unreachable' });
  });
  return seen!;
}

describe('what is asked', () => {
  it('OSRM: longitude first, sources and destinations by position, the token in a header', async () => {
    const request = await sentBy(cases[0]!.provider, [a, b], [c]);
    expect(request.url).toBe(
      'https://osrm.test/table/v1/driving/121.473700,31.230400;121.500000,31.300000;121.600000,31.100000?sources=0;1&destinations=2&annotations=duration,distance',
    );
    expect(request.headers.get('authorization')).toBe(`Bearer ${KEY}`);
  });

  it('Valhalla: sources and targets in the body, the key in the header it is wanted in', async () => {
    const request = await sentBy(cases[1]!.provider, [a], [b, c]);
    expect(request.headers.get('x-api-key')).toBe(KEY);
    expect(await request.json()).toEqual({
      ...{ sources: [{ lat: 31.2304, lon: 121.4737 }], costing: 'auto', units: 'kilometers' },
      targets: [
        { lat: 31.3, lon: 121.5 },
        { lat: 31.1, lon: 121.6 },
      ],
    });
  });

  it('AMap: longitude first, origins separated by bars, by car', async () => {
    const { searchParams } = new URL((await sentBy(cases[2]!.provider, [a, b], [c])).url);
    expect(Object.fromEntries(searchParams)).toEqual({
      ...{ origins: '121.473700,31.230400|121.500000,31.300000', destination: '121.600000,31.100000' },
      ...{ type: '1', output: 'JSON', key: KEY },
    });
  });

  it('Baidu: latitude first, the datum named', async () => {
    const { searchParams } = new URL((await sentBy(cases[3]!.provider, [a, b], [c])).url);
    expect(Object.fromEntries(searchParams)).toEqual({
      ...{ origins: '31.230400,121.473700|31.300000,121.500000', destinations: '31.100000,121.600000' },
      ...{ coord_type: 'bd09ll', output: 'json', ak: KEY },
    });
  });

  it('no provider asks for more than its service takes', () => {
    const sizes = cases.map(({ provider: { maxOrigins, maxDestinations, maxPairs } }) => [maxOrigins, maxDestinations, maxPairs]);
    expect(sizes).toEqual([
      [50, 50, 2500],
      [50, 50, 2500],
      [100, 1, 100],
      [50, 7, 50],
    ]);
  });
});

it('keys that are missing and addresses with parameters are refused, without repeating them', () => {
  expect(() => amap({ key: ' ' })).toThrow(expect.objectContaining({ code: 'routing.travel.key' }));
  expect(() => osrm({ url: `https://x.test/?key=${KEY}` })).toThrow(
    expect.objectContaining({ code: 'routing.travel.url', message: expect.not.stringContaining(KEY) as string }),
  );
});
