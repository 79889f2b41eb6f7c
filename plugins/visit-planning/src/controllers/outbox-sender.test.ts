import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { OutboxSender } from './outbox-sender.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

it('tries after 5, 10, 20, 40 and then every 60 seconds while something waits', async () => {
  const times: number[] = [];
  const from = Date.now();
  const sender = new OutboxSender(
    () => true,
    () => Promise.resolve(times.push((Date.now() - from) / 1000)),
  );
  sender.start();
  await vi.advanceTimersByTimeAsync(200_000);
  expect(times).toEqual([5, 15, 35, 75, 135, 195]);
  sender.stop();
  expect(vi.getTimerCount()).toBe(0);
});

it('holds no timer when nothing waits, and begins anew with the short pause', async () => {
  let waits = true;
  let sent = 0;
  const sender = new OutboxSender(
    () => waits,
    () => Promise.resolve((sent += 1)),
  );
  sender.start();
  await vi.advanceTimersByTimeAsync(40_000);
  waits = false;
  await sender.now();
  expect(vi.getTimerCount()).toBe(0);
  waits = true;
  sent = 0;
  sender.watch();
  await vi.advanceTimersByTimeAsync(5_000);
  expect(sent).toBe(1);
  sender.stop();
  await sender.now();
  expect([sent, vi.getTimerCount()]).toEqual([1, 0]);
});
