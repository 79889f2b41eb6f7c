import { expect, it } from 'vitest';
import { request, startTestGateway } from '../testing/index.ts';
import { signDemoAssertion } from './embed-issuers.ts';

it('limits attempts to sign in from one address', async () => {
  const test = await startTestGateway({ config: { loginsPerMinute: 3 } });
  try {
    const statuses: number[] = [];
    for (let n = 0; n < 5; n += 1) statuses.push((await request(test.gateway, 'GET', '/api/demo/users')).status);
    expect(statuses).toEqual([200, 200, 200, 429, 429]);
  } finally {
    await test.close();
  }
});

it('limits attempts of one account, from wherever they come', async () => {
  const test = await startTestGateway({ config: { loginsPerMinute: 2 } });
  try {
    const exchange = async (personId: string): Promise<number> => {
      const assertion = await signDemoAssertion(test.dataDir, 'qm', personId);
      const init = {
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ assertion }),
      };
      return (await request(test.gateway, 'POST', '/api/session/exchange', init)).status;
    };
    const statuses: number[] = [];
    for (const personId of ['amy', 'amy', 'amy', 'bob']) statuses.push(await exchange(personId));
    expect(statuses).toEqual([200, 200, 429, 200]);
  } finally {
    await test.close();
  }
});
