import type { Page } from 'playwright-core';

/** One answer that a page loaded. */
export interface LoadedFile {
  readonly url: string;
  readonly type: string;
  /** As it came over the wire, headers included. */
  readonly bytes: number;
  /** Milliseconds from the start of the navigation to its last byte. */
  readonly endMs: number;
  /** When it was asked for. */
  readonly startMs: number;
}

/** A cold load of a page. */
export interface Load {
  readonly files: readonly LoadedFile[];
  /** Largest contentful paint, in milliseconds. */
  readonly lcpMs: number;
  /** The element that was painted, for people. */
  readonly lcpElement: string;
  readonly beforeLcp: { readonly requests: number; readonly scriptBytes: number; readonly allBytes: number };
  /** How many copies of Lit's renderer the page runs. */
  readonly litCopies: number;
}

/** How a slow device and a distant server are imitated. */
export interface Slowness {
  readonly cpu: number;
  readonly latencyMs: number;
}

/** Loads a page with an empty cache and answers what it took; `ready` waits until the page has what it shows. */
export async function measureLoad(page: Page, url: string, ready: (page: Page) => Promise<void>, slow?: Slowness): Promise<Load> {
  const devtools = await page.context().newCDPSession(page);
  await devtools.send('Network.enable');
  await devtools.send('Network.setCacheDisabled', { cacheDisabled: true });
  if (slow) {
    await devtools.send('Emulation.setCPUThrottlingRate', { rate: slow.cpu });
    await devtools.send('Network.emulateNetworkConditions', {
      offline: false,
      latency: slow.latencyMs,
      downloadThroughput: -1,
      uploadThroughput: -1,
    });
  }
  const started = new Map<string, { url: string; type: string; at: number }>();
  const files: { url: string; type: string; bytes: number; startMs: number; endMs: number }[] = [];
  let origin = 0;
  devtools.on('Network.requestWillBeSent', ({ requestId, request, timestamp, type }) => {
    // A document that redirects to another starts anew with it.
    if (type === 'Document') origin = timestamp;
    if (!request.url.startsWith('data:')) started.set(requestId, { url: request.url, type: type ?? '', at: timestamp });
  });
  devtools.on('Network.loadingFinished', ({ requestId, encodedDataLength, timestamp }) => {
    const request = started.get(requestId);
    if (request)
      files.push({
        url: request.url,
        type: request.type,
        bytes: encodedDataLength,
        startMs: (request.at - origin) * 1000,
        endMs: (timestamp - origin) * 1000,
      });
  });
  await page.addInitScript(() => {
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) {
        const { element } = entry as PerformanceEntry & { element?: Element };
        Object.assign(globalThis, {
          measuredLcp: {
            ms: entry.startTime,
            element: element ? `${element.localName}: ${(element.textContent ?? '').trim().slice(0, 40)}` : '',
          },
        });
      }
    }).observe({ type: 'largest-contentful-paint', buffered: true });
  });
  await page.goto(url);
  await ready(page);
  const { lcp, litCopies } = await page.evaluate(() => {
    const globals = globalThis as unknown as {
      measuredLcp?: { ms: number; element: string };
      litHtmlVersions?: string[];
    };
    return {
      lcp: globals.measuredLcp ?? { ms: Number.NaN, element: '' },
      litCopies: globals.litHtmlVersions?.length ?? 0,
    };
  });
  const before = files.filter((file) => Number.isNaN(lcp.ms) || file.startMs <= lcp.ms);
  const bytesOf = (list: typeof files): number => list.reduce((sum, { bytes }) => sum + bytes, 0);
  return {
    files: files.sort((a, b) => a.startMs - b.startMs),
    lcpMs: lcp.ms,
    lcpElement: lcp.element,
    beforeLcp: {
      requests: before.length,
      scriptBytes: bytesOf(before.filter(({ type }) => type === 'Script')),
      allBytes: bytesOf(before),
    },
    litCopies,
  };
}
