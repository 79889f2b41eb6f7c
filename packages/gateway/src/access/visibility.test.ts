import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { entities } from '@milepost/crm';
import type { MirrorRow } from '@milepost/crm';
import { arrayLiteral } from './settings.ts';
import { PgMirrorSink } from '../mirror/index.ts';
import { signIn, startTestGateway, testToday } from '../testing/index.ts';
import type { TestGateway } from '../testing/index.ts';

/**
 * The model is written from `docs/reference/access.md` alone and shares nothing with the code under test: it walks from a
 * row up the tree and asks whether the person leads one of the units passed, where the code walks down from units led.
 */
interface Unit {
  id: string;
  parentId: string | null;
  managerId: string | null;
  validFrom: string;
  validTo: string | null;
}
interface Membership {
  personId: string;
  unitId: string;
  primary: boolean;
  validFrom: string;
  validTo: string | null;
}
interface Row {
  id: string;
  ownerId: string;
  unitId: string | null;
  accessOwnerId: string | null;
}
interface World {
  units: Unit[];
  people: { id: string; role: string }[];
  memberships: Membership[];
  rows: Row[];
}

const on = (span: { validFrom: string; validTo: string | null }): boolean =>
  span.validFrom <= testToday && (span.validTo === null || span.validTo > testToday);

function leadsAbove(world: World, viewer: string, unitId: string | null): boolean {
  for (let unit = world.units.find(({ id }) => id === unitId); unit; unit = world.units.find(({ id }) => id === unit?.parentId)) {
    if (unit.managerId === viewer && on(unit)) return true;
  }
  return false;
}

function inBranch(world: World, viewer: string, personId: string | null): boolean {
  if (personId === null) return false;
  if (personId === viewer) return true;
  const works = world.memberships.some(
    (row) => row.personId === personId && row.primary && on(row) && leadsAbove(world, viewer, row.unitId),
  );
  const leads = world.units.some((unit) => unit.managerId === personId && on(unit) && leadsAbove(world, viewer, unit.id));
  return works || leads;
}

function sees(world: World, viewer: { id: string; role: string }, row: Row): boolean {
  if (['ops', 'auditor', 'admin'].includes(viewer.role)) return true;
  if (viewer.role === 'rep') return row.ownerId === viewer.id || row.accessOwnerId === viewer.id;
  return (
    inBranch(world, viewer.id, row.ownerId) ||
    inBranch(world, viewer.id, row.accessOwnerId) ||
    leadsAbove(world, viewer.id, row.unitId)
  );
}

const ids = (prefix: string, n: number): string[] => Array.from({ length: n }, (_, index) => `${prefix}${index}`);
const day = fc.constantFrom('2020-01-01', '2025-06-01', testToday, '2026-03-17', '2027-01-01');
const span = fc
  .tuple(day, fc.option(day))
  .map(([a, b]) => ({ validFrom: b !== null && b < a ? b : a, validTo: b !== null && b < a ? a : b }));

const world: fc.Arbitrary<World> = fc
  .tuple(fc.integer({ min: 2, max: 9 }), fc.integer({ min: 3, max: 9 }))
  .chain(([unitCount, personCount]) => {
    const people = ids('p', personCount);
    const units = ids('u', unitCount);
    const person = fc.constantFrom(...people);
    const unit = fc.constantFrom(...units);
    return fc.record({
      units: fc.tuple(
        ...units.map((id, index) =>
          fc
            .record({
              id: fc.constant(id),
              parentId: index === 0 ? fc.constant(null) : fc.option(fc.constantFrom(...units.slice(0, index)), { freq: 8 }),
              managerId: fc.option(person),
            })
            .chain((rest) => span.map((dates) => ({ ...rest, ...dates }))),
        ),
      ),
      people: fc.tuple(
        ...people.map((id) =>
          fc.record({
            id: fc.constant(id),
            role: fc.constantFrom('rep', 'rep', 'manager', 'manager', 'manager', 'ops'),
          }),
        ),
      ),
      memberships: fc.array(
        fc
          .record({ personId: person, unitId: unit, primary: fc.boolean() })
          .chain((rest) => span.map((dates) => ({ ...rest, ...dates }))),
        { maxLength: 14 },
      ),
      rows: fc
        .array(fc.record({ ownerId: person, unitId: fc.option(unit), accessOwnerId: fc.option(person) }), {
          minLength: 4,
          maxLength: 14,
        })
        .map((rows) => rows.map((row, index) => ({ id: `r${index}`, ...row }))),
    });
  });

let test: TestGateway;
beforeAll(async () => {
  test = await startTestGateway({ companies: false });
});
afterAll(() => test?.close());

async function load(tenantId: string, { units, people, memberships, rows }: World): Promise<void> {
  const sink = new PgMirrorSink(test.gateway.kit.database.loader, {
    onLoaded: () => test.gateway.kit.sessions.forget(),
  });
  const name = 'x';
  const account = {
    name,
    customerType: 'retail',
    tier: 'A',
    currency: 'CNY',
    createdOn: '2020-01-01',
    status: 'active',
  };
  await sink.begin(
    { id: tenantId, name, currency: 'CNY', timeZone: 'UTC', fiscalYearStartMonth: 1, locale: 'en' },
    { replace: true, source: 'test' },
  );
  await sink.upsert(
    'units',
    units.map((unit) => ({ ...unit, name, kind: 'team', path: `/${unit.id}/` })),
  );
  await sink.upsert(
    'people',
    people.map((person) => ({ ...person, name, joinedOn: '2019-01-01' })),
  );
  await sink.upsert(
    'memberships',
    memberships.map((row, index) => ({ ...row, id: `m${index}` })),
  );
  await sink.upsert(
    'accounts',
    rows.map((row): MirrorRow => ({ ...row, ...account })),
  );
  await sink.upsert(
    'orders',
    rows.map((row): MirrorRow => ({
      ...row,
      accountId: row.id,
      orderedOn: '2026-01-01',
      status: 'confirmed',
      amountMinor: 1,
      taxMinor: 0,
      currency: 'CNY',
    })),
  );
  await sink.finish('given');
}

it(
  'shows every person exactly the rows that the rules give them, through lists, single reads and sums',
  { timeout: 120_000 },
  async () => {
    let cases = 0;
    await fc.assert(
      fc.asyncProperty(world, async (made) => {
        await load('w', made);
        for (const viewer of made.people) {
          const client = await signIn(test.gateway, `w:${viewer.id}`);
          const expected = made.rows
            .filter((row) => sees(made, viewer, row))
            .map(({ id }) => id)
            .sort();
          const listed = await client.get<{ items: { id: string }[] }>('/api/crm/accounts?limit=1000');
          expect(listed.body.items.map(({ id }) => id).sort()).toEqual(expected);
          const sum = await client.send<{ rows: object[] }>('POST', '/api/crm/aggregate', {
            entity: 'orders',
            measures: [{ name: 'n', op: 'sum', field: 'amountMinor' }],
          });
          expect(sum.body.rows).toEqual([{ n: expected.length === 0 ? null : expected.length }]);
          const probe = made.rows[cases % made.rows.length] as Row;
          expect((await client.get(`/api/crm/orders/${probe.id}`)).status).toBe(expected.includes(probe.id) ? 200 : 404);
          cases += made.rows.length;
        }
      }),
      { numRuns: 60, seed: 4780 },
    );
    expect(cases).toBeGreaterThan(2_000);
  },
);

it('shows records by the same rules', { timeout: 60_000 }, async () => {
  await fc.assert(
    fc.asyncProperty(world, async (made) => {
      await load('v', made);
      const rows = made.rows.map((row) => ({ ...row, accessOwnerId: null }));
      const loader = await test.gateway.kit.database.app.connect();
      try {
        await loader.query('BEGIN');
        await loader.query(
          `SELECT set_config('app.tenant', 'v', true), set_config('app.scope', 'all', true), set_config('app.writes', 'all', true),
             set_config('app.person', 'x', true), set_config('app.visible_people', '{}', true), set_config('app.visible_units', '{}', true),
             set_config('app.open_collections', $1, true)`,
          [arrayLiteral([])],
        );
        await loader.query('UPDATE record SET deleted = true, revision = revision + 1 WHERE NOT deleted');
        await loader.query(
          `INSERT INTO record (tenant_id, plugin_id, collection, id, revision, owner_id, unit_id, value, updated_by)
           SELECT 'v', 'notes', 'entries', gen_random_uuid() || '/' || r.id, 1, r.owner, r.unit, '{"text":"x"}', 'x'
           FROM unnest($1::text[], $2::text[], $3::text[]) AS r (id, owner, unit)`,
          [rows.map(({ id }) => id), rows.map(({ ownerId }) => ownerId), rows.map(({ unitId }) => unitId)],
        );
        await loader.query('COMMIT');
      } finally {
        loader.release();
      }
      for (const viewer of made.people) {
        const client = await signIn(test.gateway, `v:${viewer.id}`);
        const listed = await client.get<{ items: { id: string }[] }>('/api/plugins/notes/records/entries?limit=1000');
        const expected = rows
          .filter((row) => sees(made, viewer, row))
          .map(({ id }) => id)
          .sort();
        expect(listed.body.items.map(({ id }) => id.split('/')[1]).sort()).toEqual(expected);
      }
    }),
    { numRuns: 25, seed: 4781 },
  );
});

it('covers every entity that belongs to people', () => {
  for (const { visibility, fields, name } of Object.values(entities)) {
    if (visibility !== 'scope') continue;
    expect(
      fields.map((field) => field.name),
      name,
    ).toEqual(expect.arrayContaining(['ownerId', 'unitId', 'accessOwnerId']));
  }
});
