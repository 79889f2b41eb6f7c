// `pnpm bench:gateway`: start times, durable writes and reads of the gateway on the demo company. Prints figures; asserts nothing.
import { rm } from 'node:fs/promises';
import { apiAs } from '../support/api.ts';
import { prepareTemplate } from '../support/data-folder.ts';
import { startPortal } from '../support/portal.ts';

const seconds = Number(process.env.BENCH_SECONDS ?? 5);
const connections = Number(process.env.BENCH_CONNECTIONS ?? 8);
const { folder: template, first } = await prepareTemplate();
const portal = await startPortal({ template });
const again = await portal.restart('SIGTERM');
const afterKill = await portal.restart('SIGKILL');
const rounded = (ms) => `${ms.toFixed(1)} ms`;
const at = (sorted, share) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;

/** Repeats a request over some connections for a while. */
async function load(what, request) {
  const latencies = [];
  const end = performance.now() + seconds * 1000;
  const one = async (worker) => {
    for (let count = 0; performance.now() < end; count += 1) {
      const begun = performance.now();
      const { status, body } = await request(worker, count);
      if (status >= 400) throw new Error(`${what}: ${status} ${JSON.stringify(body)}`);
      latencies.push(performance.now() - begun);
    }
  };
  await Promise.all(Array.from({ length: connections }, (_, worker) => one(worker)));
  latencies.sort((a, b) => a - b);
  return {
    what,
    'per second': Math.round(latencies.length / seconds),
    p50: rounded(at(latencies, 0.5)),
    p99: rounded(at(latencies, 0.99)),
    max: rounded(at(latencies, 1)),
  };
}

try {
  const ops = await apiAs(portal, portal.user('ops'));
  const rep = await apiAs(portal, portal.user('rep'));
  const { id: repId } = portal.user('rep');
  const visits = '/api/plugins/visit-planning/records/day-reports';
  const sample = (await rep.get(`${visits}?limit=1`)).body.items[0]?.value;
  const rows = [];
  const bySales = {
    entity: 'orders',
    measures: [{ op: 'sum', field: 'amountMinor', name: 'amount' }],
    groupBy: ['ownerId'],
    where: [{ field: 'orderedOn', op: 'gte', value: '2026-01-01' }],
  };
  rows.push(await load('list 100 accounts, company', () => ops.get('/api/crm/accounts?limit=100&sort=name')));
  rows.push(await load('list 100 accounts, one representative', () => rep.get('/api/crm/accounts?limit=100&sort=name')));
  rows.push(await load('orders of the year by owner', () => ops.send('POST', '/api/crm/aggregate', bySales)));
  rows.push(await load('the home page', () => ops.get('/')));
  if (sample) {
    const person = repId.split(':')[1];
    let day = Date.UTC(2024, 0, 1);
    rows.push(
      await load('durable writes of one record', () => {
        const dayOn = new Date((day += 86_400_000)).toISOString().slice(0, 10);
        return rep.send(
          'PUT',
          `${visits}/bench-${dayOn}`,
          { revision: 0, value: { ...sample, dayOn }, ownerId: person },
          { 'idempotency-key': `bench-${dayOn}` },
        );
      }),
    );
  }
  console.log(
    `\nStart: first with seeding ${(first.readyMs / 1000).toFixed(1)} s, again ${(again / 1000).toFixed(1)} s, after kill -9 ${(afterKill / 1000).toFixed(1)} s`,
  );
  console.log(`${connections} connections, ${seconds} s each\n`);
  console.table(rows);
} finally {
  await portal.stop();
  await rm(template, { recursive: true, force: true });
}
