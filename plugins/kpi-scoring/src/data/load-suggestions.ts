import { samePeriodLastYear } from '@milepost/calendar';
import { chunksOf } from '../domain/chunks.ts';
import type { SuggestionBase } from '../domain/targets.ts';
import type { MirrorReader } from './reader.ts';

/** Sales of people in the same month of last year; null for those without any order then. */
export async function loadLastYear(mirror: MirrorReader, people: readonly string[], month: string): Promise<SuggestionBase[]> {
  const parts = await Promise.all(
    chunksOf(people, 300).map((some) =>
      mirror.aggregate({
        entity: 'orders',
        measures: [{ name: 'sum', op: 'sum', field: 'amountMinor' }],
        groupBy: ['ownerId'],
        where: [
          { field: 'ownerId', op: 'in', value: some },
          { field: 'month:orderedOn', op: 'eq', value: samePeriodLastYear(month) },
          { field: 'status', op: 'ne', value: 'cancelled' },
        ],
      }),
    ),
  );
  const sums = new Map(parts.flat().map((row) => [String(row['ownerId']), Number(row['sum'] ?? 0)]));
  return people.map((personId) => ({ personId, lastYear: sums.get(personId) ?? null }));
}
