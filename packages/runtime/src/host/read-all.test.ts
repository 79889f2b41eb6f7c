import { describe, expect, it } from 'vitest';
import { readAll } from './crm-api.ts';

/** As the gateway pages: the cursor is a position, null behind the last row. */
function rows(count: number) {
  const limits: number[] = [];
  const read = async ({ limit, cursor }: { readonly limit: number; readonly cursor?: string }) => {
    limits.push(limit);
    const from = Number(cursor ?? 0);
    const to = Math.min(from + limit, count);
    return { items: Array.from({ length: to - from }, (_, index) => from + index), next: to < count ? String(to) : null };
  };
  return { limits, read };
}

describe('readAll', () => {
  it('reads past the page size to the end', async () => {
    const { read, limits } = rows(2500);
    expect(await readAll(read, {}, () => 'en')).toHaveLength(2500);
    expect(limits).toEqual([1000, 1000, 1000]);
  });

  it('takes limit for the size of a page only', async () => {
    const { read, limits } = rows(5);
    expect(await readAll(read, { limit: 2 }, () => 'en')).toEqual([0, 1, 2, 3, 4]);
    expect(limits).toEqual([2, 2, 2]);
  });

  it('answers exactly max, and refuses rather than answer a part', async () => {
    expect(await readAll(rows(1500).read, { max: 1500 }, () => 'en')).toHaveLength(1500);
    const refused = readAll(rows(1501).read, { max: 1500 }, () => 'zh-CN');
    await expect(refused).rejects.toMatchObject({
      code: 'read.too-many',
      message: expect.stringMatching(/1,?500 条/) as string,
      remedy: expect.stringContaining('max') as string,
    });
  });

  it('stops at 10,000 when nothing is said', async () => {
    await expect(readAll(rows(10_001).read, {}, () => 'en')).rejects.toMatchObject({ code: 'read.too-many' });
  });
});
