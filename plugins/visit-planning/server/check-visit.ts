import { dayOfInstant, isBusinessDate } from '@milepost/calendar';
import { canonicalJson } from '@milepost/gateway/server-part';
import type { PendingWrite, ServerContext, ServerProblem } from '@milepost/gateway/server-part';
import { settingsOf } from '../src/domain/settings.ts';
import { effectivenessBy, ratioBp, ruleFor } from '../src/domain/summary.ts';
import { reachable } from '../src/domain/transitions.ts';
import type { Visit } from '../src/domain/types.ts';
import { messages } from './messages.ts';

type Report = (path: string, code: keyof typeof messages) => void;
type Write = PendingWrite<Visit>;

/** The invariants of one visit, recomputed with the engine that the page uses. */
export function checkVisit(ctx: ServerContext, write: Write): readonly ServerProblem[] {
  const problems: ServerProblem[] = [];
  const report: Report = (path, code) => void problems.push(ctx.problem(path, code, messages[code]));
  const { previous, next } = write;
  if (!next) {
    checkRemoval(ctx, previous, report);
    return problems;
  }
  // Under its old id a visit could come back without its moves.
  if (write.restored) report('', 'visit.deleted');
  checkBelonging(write, report);
  checkDates(next.value, report);
  if (problems.length > 0) return problems;
  checkState(next.value, ctx.today, report);
  checkComputed(next.value, report);
  if (!ctx.seeding) {
    checkClock(ctx, previous?.value ?? null, next.value, report);
    checkRule(ctx, previous?.value ?? null, next.value, report);
  }
  if (previous) checkChange(ctx, previous.value, next.value, report);
  else if (next.value.amendments.length > 0) report('amendments', 'visit.amendment');
  return problems;
}

// Long enough to take back what was just placed.
const slipMs = 5 * 60_000;

/** What was to happen today or earlier is cancelled with a reason; only a slip of the hand is taken back. */
function checkRemoval({ today }: ServerContext, previous: Write['previous'], report: Report): void {
  if (!previous) return;
  const { status, dayOn, moves } = previous.value;
  if (status !== 'planned') return report('status', 'visit.keep');
  if (previous.revision === 1 && Date.now() - Date.parse(previous.createdAt) < slipMs) return;
  if ([dayOn, ...moves.map(({ from }) => from)].some((day) => day <= today)) report('dayOn', 'visit.cancelInstead');
}

function checkBelonging({ previous, next }: Write, report: Report): void {
  if (!next?.accountId) report('', 'visit.account');
  if (!next?.ownerId) report('', 'visit.owner');
  if (previous && next && previous.accountId !== next.accountId) report('', 'visit.accountFixed');
  if (previous && next && previous.ownerId !== next.ownerId && previous.value.status !== 'planned')
    report('', 'visit.ownerFixed');
}

function checkDates(value: Visit, report: Report): void {
  if (!isBusinessDate(value.dayOn)) report('dayOn', 'date.unreal');
  value.moves.forEach((move, index) => {
    if (!isBusinessDate(move.from)) report(`moves.${index}.from`, 'date.unreal');
    if (!isBusinessDate(move.to)) report(`moves.${index}.to`, 'date.unreal');
  });
  for (const field of ['startedAt', 'completedAt'] as const) {
    const instant = value[field];
    if (instant !== null && Number.isNaN(Date.parse(instant))) report(field, 'instant.unreal');
  }
}

/** Each state has its fields, and none of another. */
function checkState(value: Visit, today: string, report: Report): void {
  const { status, startedAt, completedAt, summary, effective, cancelReason } = value;
  const started = status === 'inProgress' || status === 'completed';
  const done = status === 'completed';
  if (started && startedAt === null) report('startedAt', 'visit.startMissing');
  if (status === 'planned' && startedAt !== null) report('startedAt', 'visit.notStarted');
  if (done !== (completedAt !== null)) report('completedAt', done ? 'visit.endMissing' : 'visit.notCompleted');
  if (done !== (summary !== null)) report('summary', done ? 'visit.summaryMissing' : 'visit.notCompleted');
  if (done !== (effective !== null)) report('effective', done ? 'visit.effectiveWrong' : 'visit.notCompleted');
  if ((status === 'cancelled') !== (cancelReason !== null && cancelReason.trim() !== ''))
    report('cancelReason', 'visit.cancelReason');
  if (started && value.dayOn > today) report('dayOn', 'visit.future');
  if (startedAt && completedAt && Date.parse(completedAt) < Date.parse(startedAt)) report('completedAt', 'visit.endBeforeStart');
}

function checkComputed(value: Visit, report: Report): void {
  const goal = value.summary?.goal;
  if (goal && goal.ratioBp !== ratioBp(goal.targetMinor, goal.actualMinor)) report('summary.goal.ratioBp', 'visit.ratio');
  if (!value.effective || !value.summary) return;
  const computed = effectivenessBy(value, value.effective.rule);
  const same =
    computed.value === value.effective.value &&
    [...computed.reasons].sort().join() === [...value.effective.reasons].sort().join();
  if (!same) report('effective', 'visit.effectiveWrong');
}

/** A visit is judged by the company's rule of the moment it is completed; afterwards that rule stays with it. */
function checkRule(ctx: ServerContext, before: Visit | null, after: Visit, report: Report): void {
  if (before?.status === 'completed' || !after.effective) return;
  const { minStayMinutes, required } = after.effective.rule;
  const rule = ruleFor(after.purpose, settingsOf(ctx.config));
  const equal = minStayMinutes === rule.minStayMinutes && same([...required].sort(), [...rule.required].sort());
  if (!equal) report('effective.rule', 'visit.rule');
}

// Clocks of phones are a little off.
const clockToleranceMs = 5 * 60_000;

/** A visit counts on the day it began in the company's zone, and nothing has happened that is still to come. */
function checkClock(ctx: ServerContext, before: Visit | null, after: Visit, report: Report): void {
  const now = Date.now();
  for (const field of ['startedAt', 'completedAt'] as const) {
    const instant = after[field];
    if (instant !== null && instant !== before?.[field] && Date.parse(instant) > now + clockToleranceMs)
      report(field, 'visit.clock');
  }
  const { startedAt, dayOn } = after;
  if (startedAt === null || (before?.startedAt === startedAt && before.dayOn === dayOn)) return;
  const { timeZone } = ctx.session.tenant;
  // Where the business day is fixed, it is not the day of any clock.
  if (dayOfInstant(new Date(now).toISOString(), timeZone) !== ctx.today) return;
  if (dayOfInstant(new Date(startedAt).toISOString(), timeZone) !== dayOn) report('startedAt', 'visit.startDay');
}

function checkChange(ctx: ServerContext, before: Visit, after: Visit, report: Report): void {
  if (!reachable[before.status].includes(after.status)) return report('status', 'visit.transition');
  if (before.status === 'completed') return checkAmendment(ctx, before, after, report);
  if (before.status === 'cancelled' && !same(before, after)) return report('status', 'visit.frozen');
  if (before.startedAt !== null && before.startedAt !== after.startedAt) report('startedAt', 'visit.startFixed');
  if (after.amendments.length > 0) report('amendments', 'visit.amendment');
  if (before.dayOn !== after.dayOn) checkMove(ctx.today, before, after, report);
  else if (!same(before.moves, after.moves)) report('moves', 'visit.moves');
}

/** A visit on another day says where it was; one that was promised for today or earlier also says why. */
function checkMove(today: string, before: Visit, after: Visit, report: Report): void {
  const last = after.moves.at(-1);
  if (!last || last.to !== after.dayOn || !continues(before, after.moves)) return report('moves', 'visit.moves');
  if (before.dayOn <= today && after.status === 'planned' && last.reason.trim() === '') report('moves', 'visit.moveReason');
}

const keptMoves = 20;

/** Whether moves go on from where the visit stood: earlier ones kept (the latest twenty), one or more added. */
function continues(before: Visit, moves: Visit['moves']): boolean {
  return moves.some((move, index) => {
    const added = moves.length - index;
    const kept = added >= keptMoves ? [] : before.moves.slice(-(keptMoves - added));
    return move.from === before.dayOn && same(moves.slice(0, index), kept);
  });
}

/** What is summed up is final: only the summary may change, with a reason, by whoever signs it. */
function checkAmendment(ctx: ServerContext, before: Visit, after: Visit, report: Report): void {
  if (same(before, after)) return;
  const frozen = ({ summary: _summary, effective, amendments: _amendments, ...rest }: Visit): unknown => ({
    ...rest,
    rule: effective?.rule,
  });
  if (!same(frozen(before), frozen(after))) return report('status', 'visit.frozen');
  const added = after.amendments.at(-1);
  const kept = same(after.amendments.slice(0, -1), before.amendments);
  if (!added || !kept || added.reason.trim() === '' || added.by !== ctx.session.user.personId)
    report('amendments', 'visit.amendment');
}

// Key order is not part of a value.
function same(a: unknown, b: unknown): boolean {
  return canonicalJson(a) === canonicalJson(b);
}
