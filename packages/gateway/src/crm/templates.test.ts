import { entityNames } from '@milepost/crm';
import { templateCsv } from '@milepost/crm/csv';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { startTestGateway } from '../testing/index.ts';
import type { TestClient, TestGateway } from '../testing/index.ts';

let test: TestGateway;
let amy: TestClient;

beforeAll(async () => {
  test = await startTestGateway();
  amy = await test.as('amy');
});
afterAll(() => test?.close());

it.each(['zh-CN', 'en'] as const)('gives the files that the command writes, in %s', async (lang) => {
  for (const entity of entityNames) {
    const answer = await amy.get<string>(`/api/import/templates/${entity}.csv?lang=${lang}`);
    expect(answer.status).toBe(200);
    // `text()` of a response takes the mark for spreadsheets away.
    expect(answer.body).toBe(templateCsv(entity, lang).replace(/^\uFEFF/, ''));
    // No cell of a template starts what a spreadsheet would run.
    expect(answer.body.split(/[\r\n,]+/).filter((cell) => /^"?[=+\-@\t]/.test(cell))).toEqual([]);
  }
});

it('follows the language of the person, and names the file for them', async () => {
  const answer = await amy.get<string>('/api/import/templates/accounts.csv', { 'accept-language': 'zh-CN' });
  expect(answer.body).toContain('示例商贸');
  expect(answer.headers.get('content-disposition')).toContain(`filename="accounts.csv"; filename*=UTF-8''`);
  expect((await amy.get<string>('/api/import/templates/accounts.csv?lang=en', { 'accept-language': 'zh-CN' })).body).toContain(
    'Shanghai Example Trading',
  );
  expect((await amy.get<{ code: string }>('/api/import/templates/secrets.csv')).body.code).toBe('crm.unknown-entity');
  expect((await amy.get('/api/import/templates/accounts.csv?lang=fr')).status).toBe(400);
});
