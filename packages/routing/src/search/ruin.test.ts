import { expect, it } from 'vitest';
import { buildInstance } from '../build-instance.ts';
import { randomSpec } from '../testing/random-spec.ts';
import { buildModel } from './build-model.ts';
import { beginMove, undoMove } from './move.ts';
import { ruin } from './ruin.ts';
import { beginSearch } from './search.ts';
import type { Search } from './search.ts';
import { settingsFor } from './settings.ts';

function searchOn(frozen: boolean): Search {
  const spec = randomSpec(4, { clients: 60, days: 4, vehicles: 4 });
  const slots = spec.slots.map((slot, index) => ({
    ...slot,
    latest: 1000,
    maxDuration: undefined,
    maxVisits: undefined,
    frozen: frozen && index === 0,
  }));
  const model = buildModel(buildInstance({ ...spec, slots }));
  const initial = frozen ? [{ slot: 0, clients: [0, 1, 2, 3, 4, 5] }] : [];
  return beginSearch(model, 1, settingsFor(model), initial);
}

function visits({ state }: Search): number {
  return state.size.reduce((sum, size) => sum + size, 0);
}

it('takes whole clients out, as many visits a move as the settings say or more', () => {
  const search = searchOn(false);
  const all = visits(search);
  let taken = 0;
  for (let round = 0; round < 400; round++) {
    beginMove(search.state);
    ruin(search.state, search.near, search.settings, 'client');
    const { clients, clientCount } = search.state.move;
    for (const client of clients.subarray(0, clientCount)) {
      for (let day = 0; day < 4; day++) expect(search.state.slotOf[day * 60 + client]).toBe(-1);
    }
    taken += all - visits(search);
    undoMove(search.state);
    expect(visits(search)).toBe(all);
  }
  // Ten visits are met in strings on average; the other visits of their clients go with them.
  expect(taken / 400).toBeGreaterThan(8);
  expect(taken / 400).toBeLessThan(30);
});

it('takes single visits where it is told to', () => {
  const search = searchOn(false);
  beginMove(search.state);
  ruin(search.state, search.near, search.settings, 'visit');
  const { clients, clientCount } = search.state.move;
  const left = [...clients.subarray(0, clientCount)].map(
    (client) => [0, 1, 2, 3].filter((day) => search.state.slotOf[day * 60 + client]! >= 0).length,
  );
  expect(Math.max(...left)).toBeGreaterThan(0);
});

it('leaves frozen slots alone', () => {
  const search = searchOn(true);
  const frozen = search.state.size[0]!;
  expect(frozen).toBe(6);
  for (let round = 0; round < 200; round++) {
    beginMove(search.state);
    ruin(search.state, search.near, search.settings, round % 2 === 0 ? 'client' : 'visit');
    expect(search.state.size[0]).toBe(frozen);
    undoMove(search.state);
  }
});
