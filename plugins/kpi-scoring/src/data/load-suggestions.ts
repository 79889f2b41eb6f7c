import { samePeriodLastYear } from '@milepost/calendar';
import { chunksOf } from '../domain/chunks.ts';
import type { SuggestionBase } from '../domain/targets.ts';
import type { MirrorReader } from './reader.ts';

/** Sales of people in the same month of last year; null for those without any order then, or who came during it: part of a month says little. */
export async function loadLastYear(
  mirror: MirrorReader,
  people: readonly { readonly id: string; readonly since: string }[],
  month: string,
): Promise<SuggestionBase[]> {
  const lastYear = samePeriodLastYear(month);
  const there = people.filter((person) => person.since <= `${lastYear}-01`).map((person) => person.id);
  const parts = await Promise.all(
    chunksOf(there, 300).map((some) =>
      mirror.aggregate({
        entity: 'orders',
        measures: [{ name: 'sum', op: 'sum', field: 'amountMinor' }],
        groupBy: ['ownerId'],
        where: [
          { field: 'ownerId', op: 'in', value: some },
          { field: 'month:orderedOn', op: 'eq', value: lastYear },
          { field: 'status', op: 'ne', value: 'cancelled' },
        ],
      }),
    ),
  );
  const sums = new Map(parts.flat().map((row) => [String(row['ownerId']), Number(row['sum'] ?? 0)]));
  return people.map(({ id }) => ({ personId: id, lastYear: sums.get(id) ?? null }));
}
