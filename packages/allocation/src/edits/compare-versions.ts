/** Finding where two people's edits do not simply go together, by comparing each version alone with the merged one. */
import { boxOf, boxValue, holdKey, metricOf, refOf } from '../plan.ts';
import { MERGE_TEXTS } from './merge-conflict.ts';
import type { Author } from '../journal.ts';
import type { Box } from '../grid.ts';
import type { Plan } from '../plan.ts';
import type { Edit } from './edit.ts';
import type { MergeChoice, MergeConflict } from './merge-conflict.ts';
import type { Replayed } from './replay.ts';

/** The three versions of a plan and their merge. */
export interface Versions {
  readonly base: Plan;
  readonly mine: Replayed;
  readonly theirs: Replayed;
  readonly merged: Replayed;
}

/** A cell somebody entered or held. */
interface Entered {
  readonly metric: number;
  readonly box: Box;
  readonly author: Author;
}

/** All conflicts: cells they entered, then cells I entered, then holds, then edits that cannot be done. */
export function conflictsOf(versions: Versions): MergeConflict[] {
  const theirs = enteredIn(versions.theirs);
  const mine = enteredIn(versions.mine);
  const found = new Map<string, MergeConflict>();
  const look = (key: string, one: Entered): void => {
    const conflict = compare(versions, key, one, mine.get(key), theirs.get(key));
    if (conflict !== null && !found.has(key)) found.set(key, conflict);
  };
  for (const [key, one] of theirs) look(key, one);
  for (const [key, one] of mine) look(key, one);
  return [...found.values(), ...holdsOf(versions, mine, theirs), ...refusedOf(versions)];
}

function enteredIn({ done }: Replayed): Map<string, Entered> {
  const cells = new Map<string, Entered>();
  for (const { edit, after } of done) {
    const metric = metricOf(after, edit.target.metric);
    const box = boxOf(after, edit.target.at);
    const key = holdKey(metric, box);
    // Giving a hold up says nothing about the value.
    if (edit.kind !== 'release') cells.set(key, { metric, box, author: authorOf(edit) });
  }
  return cells;
}

function compare(versions: Versions, key: string, one: Entered, mine?: Entered, theirs?: Entered): MergeConflict | null {
  const { metric, box } = one;
  const values = valuesAt(versions, metric, box);
  const moved = theirs !== undefined && values.merged !== values.theirs;
  const other = mine !== undefined && values.merged !== values.mine;
  if (!moved && !other) return null;
  // An edit of mine that cannot be done is a conflict of its own, with the same values.
  if (!moved && isRefused(versions, key)) return null;
  const kind = mine !== undefined && theirs !== undefined ? 'sameCell' : moved ? 'theirsMoved' : 'mineMoved';
  const edits = versions.merged.done
    .filter(({ before, after }) => boxValue(before, metric, box) !== boxValue(after, metric, box))
    .map(({ number }) => number);
  const authors = { mine: mine?.author ?? lastAuthor(versions.merged, edits), theirs: theirs?.author ?? null };
  const choices: MergeChoice[] = kind === 'theirsMoved' ? ['both', 'theirs'] : ['mine', 'theirs', 'both'];
  return conflict(versions, `cell|${key}`, kind, one, { values, authors, edits: [...new Set(edits)], choices });
}

function isRefused({ merged }: Versions, key: string): boolean {
  return merged.refused.some(({ edit: { target } }) => {
    return holdKey(metricOf(merged.plan, target.metric), boxOf(merged.plan, target.at)) === key;
  });
}

function valuesAt({ base, mine, theirs, merged }: Versions, metric: number, box: Box) {
  const [was, own, other, both] = [base, mine.plan, theirs.plan, merged.plan].map((plan) => boxValue(plan, metric, box));
  return { base: was ?? null, mine: own ?? null, theirs: other ?? null, merged: both ?? null };
}

function conflict(
  { base }: Versions,
  id: string,
  kind: MergeConflict['kind'],
  { metric, box }: Pick<Entered, 'metric' | 'box'>,
  facts: Pick<MergeConflict, 'authors' | 'edits' | 'choices'> & {
    readonly values: ReturnType<typeof valuesAt>;
    readonly refusal?: MergeConflict['refusal'];
  },
): MergeConflict {
  const { values, refusal = null, ...rest } = facts;
  return { id, kind, ...refOf(base, metric, box), ...values, ...rest, refusal, text: MERGE_TEXTS[kind] };
}

/** Holds they made or released that the merge has the other way round. */
function holdsOf(versions: Versions, mine: ReadonlyMap<string, Entered>, theirs: ReadonlyMap<string, Entered>): MergeConflict[] {
  const { base, merged } = versions;
  const after = versions.theirs.plan.holds;
  const keys = new Set([...base.holds.keys(), ...after.keys()]);
  return [...keys].flatMap((key): MergeConflict[] => {
    const changed = base.holds.has(key) !== after.has(key);
    const hold = base.holds.get(key) ?? after.get(key);
    if (!changed || hold === undefined || merged.plan.holds.has(key) === after.has(key)) return [];
    const { metric, box } = hold;
    const edits = merged.done.filter((line) => line.before.holds.has(key) !== line.after.holds.has(key));
    const values = valuesAt(versions, metric, box);
    const authors = {
      mine:
        mine.get(key)?.author ??
        lastAuthor(
          merged,
          edits.map(({ number }) => number),
        ),
      theirs: theirs.get(key)?.author ?? null,
    };
    const facts = { values, authors, edits: edits.map(({ number }) => number), choices: ['mine', 'theirs'] as const };
    return [conflict(versions, `hold|${key}`, 'hold', hold, facts)];
  });
}

function refusedOf(versions: Versions): MergeConflict[] {
  const { base, merged, theirs } = versions;
  const lines = [
    ...theirs.refused.map((line) => ({ line, side: 'theirs' as const })),
    ...merged.refused.map((line) => ({ line, side: 'mine' as const })),
  ];
  return lines.map(({ line, side }) => {
    const { edit, number, refusal } = line;
    const [metric, box] = [metricOf(base, edit.target.metric), boxOf(base, edit.target.at)];
    const values = valuesAt(versions, metric, box);
    const author = authorOf(edit);
    const authors = side === 'mine' ? { mine: author, theirs: againstOf(theirs, refusal) } : { mine: null, theirs: author };
    const releasable = side === 'mine' && refusal.conflicts.some(({ cause }) => cause === 'hold');
    const choices: MergeChoice[] = side === 'theirs' ? ['mine'] : releasable ? ['mine', 'theirs'] : ['theirs'];
    const facts = { values, authors, edits: side === 'mine' ? [number] : [], choices, refusal };
    return conflict(versions, `refused|${side}|${number}`, 'refused', { metric, box }, facts);
  });
}

/** Who made the hold that refuses my edit, if they did. */
function againstOf(
  { done, plan }: Replayed,
  { conflicts }: Pick<NonNullable<MergeConflict['refusal']>, 'conflicts'>,
): Author | null {
  const keys = new Set(conflicts.map(({ metric, at }) => holdKey(metricOf(plan, metric), boxOf(plan, at))));
  const line = done.findLast(
    ({ edit }) => edit.kind === 'hold' && keys.has(holdKey(metricOf(plan, edit.target.metric), boxOf(plan, edit.target.at))),
  );
  return line === undefined ? null : authorOf(line.edit);
}

function lastAuthor({ done }: Replayed, numbers: readonly number[]): Author | null {
  const line = done.findLast(({ number }) => numbers.includes(number));
  return line === undefined ? null : authorOf(line.edit);
}

function authorOf({ by, at, reason }: Edit): Author {
  return Object.fromEntries(Object.entries({ by, at, reason }).filter(([, given]) => given !== undefined));
}
