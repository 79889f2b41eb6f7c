import type { Checkpoint } from './checkpoint-line.ts';

const dayMs = 86_400_000;

/** The lengths of an hour and a day in an ISO instant: `2026-11-21T08`, `2026-11-21`. */
const hourLength = 13;
const dayLength = 10;

/**
 * Which checkpoints say nothing that a later one does not say too: all of the last day stay, the last one of every hour of the last
 * thirty days, the last one of every day before, and the newest of each company. A place in a chain of hashes vouches for all before it.
 * @param now milliseconds since 1970.
 */
export function dispensable(checkpoints: readonly Checkpoint[], now: number): readonly Checkpoint[] {
  const last = new Map<string, Checkpoint>();
  const spare: Checkpoint[] = [];
  for (const checkpoint of checkpoints) {
    const place = `${checkpoint.tenantId} ${slotOf(checkpoint.at, now)}`;
    const before = last.get(place);
    if (before) spare.push(before);
    last.set(place, checkpoint);
  }
  return spare;
}

function slotOf(at: string, now: number): string {
  const age = now - Date.parse(at);
  if (age > 30 * dayMs) return at.slice(0, dayLength);
  return age > dayMs ? at.slice(0, hourLength) : at;
}
