/**
 * Two people edited one plan. Theirs are done first, mine on top; what then does not hold from either of them is said, with
 * both values, and left to a person. Nothing is lost in silence: a conflict that nobody decided stays in the answer.
 */
import { conflictsOf } from './compare-versions.ts';
import { replay, scriptOf } from './replay.ts';
import type { Plan } from '../plan.ts';
import type { Edit } from './edit.ts';
import type { MergeChoice, MergeConflict } from './merge-conflict.ts';
import type { Replayed, ScriptLine } from './replay.ts';

/** What became of a merge. */
export interface Merge {
  /** Both people's edits; where they conflict, mine on top of theirs until somebody chooses. */
  readonly plan: Plan;
  /** What nobody has decided yet, or what a choice could not bring about. */
  readonly conflicts: readonly MergeConflict[];
  /** The edits that lead from their plan to the merged one. */
  readonly edits: readonly Edit[];
  /** Numbers of my edits that are not part of it: refused, or dropped by a choice. */
  readonly dropped: readonly number[];
}

/**
 * Merges two lists of edits of the same plan. The same input gives the same bytes. `choices` by conflict id: 'theirs' drops
 * my edits that are concerned, 'mine' restores my value (releasing the holds that refused it), 'both' accepts the merge.
 */
export function mergeEdits(
  base: Plan,
  mine: readonly Edit[],
  theirs: readonly Edit[],
  choices: Readonly<Record<string, MergeChoice>> = {},
): Merge {
  const theirsAlone = replay(base, scriptOf(theirs));
  const first = replay(theirsAlone.plan, scriptOf(mine));
  const plain = conflictsOf({ base, mine: replay(base, scriptOf(mine)), theirs: theirsAlone, merged: first });
  const decided = plain.filter(({ id }) => choices[id] !== undefined);
  if (decided.length === 0) return answer(mine, first, plain);
  const script = scriptFor(mine, decided, choices);
  const merged = replay(theirsAlone.plan, script);
  // What I dropped is no longer mine: the comparison is with the rest.
  const kept = replay(
    base,
    script.filter(({ number }) => number !== FROM_CHOICE),
  );
  const left = conflictsOf({ base, mine: kept, theirs: theirsAlone, merged });
  const before = new Map(decided.map((conflict) => [conflict.id, conflict]));
  return answer(
    mine,
    merged,
    left.filter((conflict) => !isSettled(conflict, before.get(conflict.id), choices[conflict.id])),
  );
}

function answer(mine: readonly Edit[], { plan, done }: Replayed, conflicts: readonly MergeConflict[]): Merge {
  const numbers = new Set(done.map(({ number }) => number));
  return {
    plan,
    conflicts,
    edits: done.map(({ edit }) => edit),
    dropped: mine.flatMap((_, number) => (numbers.has(number) ? [] : [number])),
  };
}

/** Lines that were not typed by me but follow from a choice. */
const FROM_CHOICE = -1;

function scriptFor(
  mine: readonly Edit[],
  conflicts: readonly MergeConflict[],
  choices: Readonly<Record<string, MergeChoice>>,
): ScriptLine[] {
  const dropped = new Set<number>();
  const before = new Map<number, Edit[]>();
  const last: Edit[] = [];
  for (const conflict of conflicts) {
    const choice = choices[conflict.id];
    if (choice === 'theirs') conflict.edits.forEach((number) => dropped.add(number));
    if (choice === 'mine') restoreMine(conflict, before, last);
  }
  const lines = scriptOf(mine).flatMap((line): ScriptLine[] =>
    dropped.has(line.number) ? [] : [...fromChoice(before.get(line.number) ?? []), line],
  );
  return [...lines, ...fromChoice(last)];
}

function fromChoice(edits: readonly Edit[]): ScriptLine[] {
  return edits.map((edit) => ({ edit, number: FROM_CHOICE }));
}

function restoreMine(conflict: MergeConflict, before: Map<number, Edit[]>, last: Edit[]): void {
  const { kind, metric, at, mine, authors, edits, refusal } = conflict;
  const author = authors.mine ?? {};
  if (kind === 'sameCell' || kind === 'mineMoved') {
    const target = { metric, at };
    last.push(mine === null ? { kind: 'clear', target, ...author } : { kind: 'set', target, value: mine, ...author });
  }
  if (kind !== 'refused' || refusal === null) return;
  const releases = refusal.conflicts
    .filter(({ cause }) => cause === 'hold')
    .map((held): Edit => ({ kind: 'release', target: { metric: held.metric, at: held.at }, ...author }));
  for (const number of edits) before.set(number, releases);
}

/** Whether a choice was made and took effect. */
function isSettled(now: MergeConflict, decided: MergeConflict | undefined, choice: MergeChoice | undefined): boolean {
  // A hold given up because I chose my edit over it was decided there.
  if (now.kind === 'hold' && now.edits.every((number) => number === FROM_CHOICE)) return true;
  if (choice === undefined || decided === undefined) return false;
  // An edit of theirs that cannot be done is only to be taken note of.
  if (now.kind === 'refused') return now.authors.mine === null;
  if (now.kind === 'hold') return choice === 'mine';
  return choice === 'both' || now.merged === decided[choice];
}
