/** Methods as data: `{ "method": "prior", "facts": "sales2025" }` and the like. */
import { blended } from '../baselines/blended.ts';
import { bucket } from '../baselines/bucket.ts';
import { compileFacts } from '../baselines/compile-facts.ts';
import { firstWithBase } from '../baselines/first-with-base.ts';
import { growth } from '../baselines/growth.ts';
import { prior } from '../baselines/prior.ts';
import { isBusinessDate, isPlanPeriod } from '@milepost/calendar';
import { alignToSpringFestival } from '../baselines/align-to-spring-festival.ts';
import { planSpan } from '../baselines/placing.ts';
import { reference } from '../baselines/reference.ts';
import { spreadMonths } from '../baselines/spread-months.ts';
import { samePeriod, yearsLater } from '../baselines/time-map.ts';
import { trailingTwelveMonths } from '../baselines/trailing.ts';
import { baselineError } from '../baselines/baseline-error.ts';
import { fileError } from './file-error.ts';
import { checkMemberIds } from '../methods/by-member.ts';
import { driver } from '../methods/driver.ts';
import { even } from '../methods/even.ts';
import { manual } from '../methods/manual.ts';
import { seasonality } from '../methods/seasonality.ts';
import { workingDays } from '../methods/working-days.ts';
import { readAt } from './cell-file.ts';
import { placed } from './placed.ts';
import { amountOf, booleanOf, choiceOf, fieldsOf, listOf, numberOf, textOf, textsOf } from './shape.ts';
import type { PeriodScheme } from '@milepost/calendar';
import type { Axis } from '../axis.ts';
import type { Facts, FactsReport } from '../baselines/facts.ts';
import type { Method } from '../methods/method.ts';
import type { Plan } from '../plan.ts';
import type { FactsByName, PlacedFacts } from './read-facts.ts';
import type { SpecCalendar } from './read-calendar.ts';
import type { Fields } from './shape.ts';

/** What methods are made from. */
export interface MethodContext {
  readonly plan: Plan;
  readonly metric: number;
  readonly facts: FactsByName;
  readonly calendar: SpecCalendar | null;
  /** The axis that is divided; missing for a fallback, which stands for all of them. */
  readonly axis?: string;
  /** What the time axis says about its periods; null without one that says it. */
  readonly scheme: PeriodScheme | null;
  /** The plan in a file beside the spec. */
  readonly planBeside: (name: string, path: string) => Plan;
  /** Takes what became of facts: rows that were not used are shown to people. */
  readonly report: (path: string, facts: string, report: FactsReport, assumedCurrency?: string) => void;
  /** Told while a plan is divided: guardrails of the method at `path` that the total of a pool left no room for. */
  readonly railsMissed: (path: string, pool: string) => void;
}

type Reader = (value: unknown, path: string, context: MethodContext, extra: readonly string[]) => Method;

const READERS: Readonly<Record<string, Reader>> = {
  even: (value, path, _, extra) => {
    const { per } = fieldsOf(value, path, ['method!', 'per', ...extra]);
    return even(per === undefined ? 'leaf' : choiceOf(per, `${path}.per`, ['leaf', 'child'] as const));
  },
  driver: readDriver,
  seasonality: readSeasonality,
  workingDays: readWorkingDays,
  manual: readManual,
  prior: readPrior,
  reference: readReference,
  trailing: readTrailing,
  blended: readBlended,
  growth: readGrowth,
  bucket: readBucket,
  firstWithBase: (value, path, context, extra) => {
    const fields = fieldsOf(value, path, ['method!', 'methods!', ...extra]);
    const methods = listOf(fields['methods'], `${path}.methods`).map((item, at) =>
      readMethod(item, `${path}.methods.${at}`, context),
    );
    return placed(path, () => firstWithBase(methods));
  },
};

/** The names a spec can use. */
export const methodNames: readonly string[] = Object.keys(READERS);

/** Reads a method. `extra` are properties that belong to what it stands in. Throws with the path of what is wrong. */
export function readMethod(value: unknown, path: string, context: MethodContext, extra: readonly string[] = []): Method {
  const name = (value as Fields | null)?.['method'];
  const reader = typeof name === 'string' && Object.hasOwn(READERS, name) ? READERS[name] : undefined;
  if (reader !== undefined) return reader(value, path, context, extra);
  fieldsOf(value, path, [...Object.keys(value ?? {}), 'method!']);
  choiceOf(name, `${path}.method`, methodNames);
  throw fileError('allocation.file.missing', 'method', path);
}

function readDriver(value: unknown, path: string, context: MethodContext, extra: readonly string[]): Method {
  const fields = fieldsOf(value, path, ['method!', 'values!', 'name', ...extra]);
  const values = numbersOf(fields['values'], `${path}.values`, true);
  checkMemberIds(values, axesOf(context), `${path}.values`);
  const name = fields['name'] === undefined ? 'driver' : textOf(fields['name'], `${path}.name`);
  return placed(path, () => driver(values, name));
}

function readSeasonality(value: unknown, path: string, _: MethodContext, extra: readonly string[]): Method {
  const fields = fieldsOf(value, path, ['method!', 'profile!', 'name', ...extra]);
  const profile = numbersOf(fields['profile'], `${path}.profile`, false) as Readonly<Record<string, number>>;
  const name = fields['name'] === undefined ? 'seasonality' : textOf(fields['name'], `${path}.name`);
  return placed(path, () => seasonality(profile, name));
}

function readWorkingDays(value: unknown, path: string, { calendar }: MethodContext, extra: readonly string[]): Method {
  const fields = fieldsOf(value, path, ['method!', 'acceptUnknown', ...extra]);
  if (calendar === null) throw fileError('allocation.file.missing', 'calendar', path);
  const acceptUnknown =
    fields['acceptUnknown'] === undefined ? false : booleanOf(fields['acceptUnknown'], `${path}.acceptUnknown`);
  return placed(path, () => workingDays(calendar.days, { acceptUnknown }));
}

function readManual(value: unknown, path: string, context: MethodContext, extra: readonly string[]): Method {
  const fields = fieldsOf(value, path, ['method!', 'entries!', 'rest', ...extra]);
  const entries = listOf(fields['entries'], `${path}.entries`).map((item, at) => {
    const place = `${path}.entries.${at}`;
    const entry = fieldsOf(item, place, ['at!', 'amount!']);
    return { at: readAt(context.plan, entry['at'], `${place}.at`), amount: amountOf(entry['amount'], `${place}.amount`) };
  });
  return manual(entries, fields['rest'] === undefined ? even() : readMethod(fields['rest'], `${path}.rest`, context));
}

function readPrior(value: unknown, path: string, context: MethodContext, extra: readonly string[]): Method {
  const fields = fieldsOf(value, path, ['method!', 'facts!', 'years', 'springFestival', ...extra]);
  const years = fields['years'] === undefined ? 1 : amountOf(fields['years'], `${path}.years`);
  const { name, facts } = factsNamed(fields['facts'], `${path}.facts`, context);
  const { plan, scheme } = context;
  const isAligned = fields['springFestival'] !== undefined && booleanOf(fields['springFestival'], `${path}.springFestival`);
  const own = isAligned ? alignedFacts(facts, years, path, context) : facts;
  const time = isAligned ? samePeriod : yearsLater(years);
  const table = placed(path, () => compileFacts(plan, own, { time, scheme: scheme ?? 1 }));
  // Aligned facts are days of their own: their rows stand nowhere in the file.
  const shown = isAligned ? table.report : atPlaces(table.report, facts);
  context.report(path, name, shown, assumedCurrency(facts, context));
  const named = [
    'prior',
    ...(isAligned ? ['springFestival'] : []),
    ...(years === 1 ? [] : [`${years}years`]),
    ...unitOf(facts, context),
  ];
  const method = prior(table, named.join(':'));
  return isAligned ? withEmptyHolidays(method, context.calendar) : method;
}

/** Facts without a currency under money may count anything: explanations must not take their sums for money. */
function unitOf(facts: PlacedFacts, context: MethodContext): string[] {
  const isMoney = context.plan.metrics[context.metric]?.kind === 'money';
  const isOpen = facts.rows[0]?.currency === undefined && assumedCurrency(facts, context) === undefined;
  return isMoney && isOpen ? ['counts'] : [];
}

/** The currency that amounts without one are taken to be in: that of the only money metric of the plan. */
function assumedCurrency({ openCurrency }: PlacedFacts, { plan, metric }: MethodContext): string | undefined {
  const money = plan.metrics.filter(({ kind }) => kind === 'money');
  const own = plan.metrics[metric];
  return openCurrency && money.length === 1 && own?.kind === 'money' ? own.currency : undefined;
}

/** A report whose rows are named by their places in the file. */
function atPlaces(report: FactsReport, { placeOf }: PlacedFacts): FactsReport {
  const unused = report.unused.map((one) => ({ ...one, path: placeOf(Number(one.path.slice('rows.'.length))) }));
  return { ...report, unused };
}

/**
 * A period without working days, such as a week within the holidays, gets nothing of what was spread over working days. It
 * must not stay null beside periods that have something: later edits fill cells that nobody has set first.
 */
function withEmptyHolidays(method: Method, calendar: SpecCalendar | null): Method {
  if (calendar === null) return method;
  const { days } = calendar;
  return {
    ...method,
    weigh(pooling, out) {
      method.weigh(pooling, out);
      const axis = pooling.plan.grid.axes[pooling.axis] as Axis;
      if (axis.kind !== 'time' || out.every(Number.isNaN)) return;
      pooling.members.forEach((member, at) => {
        const id = axis.ids[member] as string;
        if (Number.isNaN(out[at]) && Object.hasOwn(days, id) && days[id]?.count === 0) out[at] = 0;
      });
    },
  };
}

/** History by days from 春节: what is longer than a day is spread over its working days first. */
function alignedFacts(facts: PlacedFacts, years: number, path: string, { plan, scheme, calendar }: MethodContext): Facts {
  const target = planSpan(plan, scheme ?? 1);
  const axis = plan.grid.axes.at(-1)?.id;
  if (target === null || axis === undefined) throw fileError('allocation.file.missing', 'time', path);
  const working = calendar === null ? {} : { calendar: calendar.working };
  facts.rows.forEach(({ at }, row) => {
    const period = at[axis];
    if (!isPlanPeriod(period) && !isBusinessDate(period))
      throw fileError('allocation.file.facts.period', period, facts.placeOf(row, `.at.${axis}`));
  });
  return placed(path, () => {
    const daily = spreadMonths(facts, { axis, scheme: scheme ?? 1, ...working }).facts;
    return alignToSpringFestival(daily, { target, axis, yearsBack: [years], ...working }).facts;
  });
}

function readReference(value: unknown, path: string, context: MethodContext, extra: readonly string[]): Method {
  const fields = fieldsOf(value, path, ['method!', 'plan!', 'metric', 'at', 'like', 'yearsBack', ...extra]);
  const from = context.planBeside(textOf(fields['plan'], `${path}.plan`), `${path}.plan`);
  const { metric, at, like, yearsBack } = fields;
  const likes = like === undefined ? {} : fieldsOf(like, `${path}.like`, Object.keys(like ?? {}));
  const options = {
    from,
    ...(metric === undefined ? {} : { metric: textOf(metric, `${path}.metric`) }),
    ...(at === undefined ? {} : { at: readAt(from, at, `${path}.at`) }),
    like: Object.fromEntries(Object.entries(likes).map(([axis, ids]) => [axis, textsOf(ids, `${path}.like.${axis}`)])),
    ...(yearsBack === undefined ? {} : { yearsBack: amountOf(yearsBack, `${path}.yearsBack`) }),
  };
  const method = placed(path, () => reference(context.plan, options));
  context.report(path, textOf(fields['plan'], path), method.report);
  return method;
}

function readTrailing(value: unknown, path: string, context: MethodContext, extra: readonly string[]): Method {
  const fields = fieldsOf(value, path, ['method!', 'facts!', 'months', 'end', ...extra]);
  const { name, facts } = factsNamed(fields['facts'], `${path}.facts`, context);
  const method = placed(path, () =>
    trailingTwelveMonths(context.plan, facts, {
      scheme: context.scheme ?? 1,
      ...(fields['months'] === undefined ? {} : { months: amountOf(fields['months'], `${path}.months`) }),
      ...(fields['end'] === undefined ? {} : { end: textOf(fields['end'], `${path}.end`) }),
    }),
  );
  context.report(path, name, atPlaces(method.report, facts), assumedCurrency(facts, context));
  return method;
}

function readBlended(value: unknown, path: string, context: MethodContext, extra: readonly string[]): Method {
  const fields = fieldsOf(value, path, ['method!', 'elements!', ...extra]);
  const elements = listOf(fields['elements'], `${path}.elements`).map((item, at) => {
    const place = `${path}.elements.${at}`;
    const method = readMethod(item, place, context, ['percent!']);
    return { method, percent: numberOf((item as Fields)['percent'], `${place}.percent`) };
  });
  return placed(path, () => blended(elements));
}

function readGrowth(value: unknown, path: string, context: MethodContext, extra: readonly string[]): Method {
  const fields = fieldsOf(value, path, ['method!', 'base!', 'percent', 'standard', 'reliefPercent', 'rails', ...extra]);
  const base = readMethod(fields['base'], `${path}.base`, context);
  const numbers = (name: string) =>
    fields[name] === undefined ? {} : { [name]: numbersOf(fields[name], `${path}.${name}`, false) };
  const [percent, relief] = [numbers('percent'), numbers('reliefPercent')];
  for (const [name, own] of Object.entries({ ...percent, ...relief })) checkMemberIds(own, axesOf(context), `${path}.${name}`);
  const rails = ['minGrowthPercent', 'maxGrowthPercent', 'minSharePercent', 'maxSharePercent'];
  if (fields['rails'] !== undefined) fieldsOf(fields['rails'], `${path}.rails`, rails);
  const standard = fields['standard'] === undefined ? {} : { standard: numberOf(fields['standard'], `${path}.standard`) };
  const method = placed(path, () => growth(base, { ...standard, ...percent, ...relief, ...numbers('rails') }));
  if (fields['rails'] === undefined) return method;
  return {
    ...method,
    weigh(pooling, out) {
      method.weigh(pooling, out);
      const missed = pooling.total !== undefined && Math.abs(method.account(pooling).excess) >= 1;
      if (missed) context.railsMissed(path, `${pooling.axis}:${pooling.box.join()}`);
    },
  };
}

function readBucket(value: unknown, path: string, context: MethodContext, extra: readonly string[]): Method {
  const fields = fieldsOf(value, path, ['method!', 'of!', 'shares!', 'within!', ...extra]);
  const isMethod = typeof (fields['shares'] as Fields | null)?.['method'] === 'string';
  const shares = isMethod
    ? readMethod(fields['shares'], `${path}.shares`, context)
    : (numbersOf(fields['shares'], `${path}.shares`, false) as Readonly<Record<string, number>>);
  const within = readMethod(fields['within'], `${path}.within`, context);
  const of = textsOf(fields['of'], `${path}.of`);
  checkMemberIds(of, axesOf(context), `${path}.of`);
  return placed(path, () => bucket({ of, shares, within }));
}

function factsNamed(
  value: unknown,
  path: string,
  { facts, plan, metric, axis }: MethodContext,
): { name: string; facts: PlacedFacts } {
  const name = textOf(value, path);
  const found = facts.get(name);
  if (found === undefined) throw fileError('allocation.file.choice', `"${name}" (${[...facts.keys()].join(' | ')})`, path);
  // Facts that say nothing about the axis would give the same to everyone, as a heading misspelt would.
  if (axis !== undefined && !found.axes.includes(axis))
    throw fileError('allocation.file.facts.axis', `${axis} ∉ ${found.axes.join(' | ')}`, path);
  const own = plan.metrics[metric];
  const currency = found.rows[0]?.currency;
  if (own?.kind === 'money' && currency !== undefined && currency !== own.currency) {
    throw baselineError('allocation.facts.currency', `${own.currency}, ${currency}`, path);
  }
  return { name, facts: found };
}

/** The axes whose members a method may name: the one it divides, all of them where it stands in for others. */
function axesOf({ plan, axis }: MethodContext): readonly Axis[] {
  return axis === undefined ? plan.grid.axes : plan.grid.axes.filter(({ id }) => id === axis);
}

/** Numbers by name. */
function numbersOf(value: unknown, path: string, withNull: boolean): Readonly<Record<string, number | null>> {
  const fields = fieldsOf(value, path, Object.keys(value ?? {}));
  for (const [name, item] of Object.entries(fields)) if (!(withNull && item === null)) numberOf(item, `${path}.${name}`);
  return fields as Readonly<Record<string, number | null>>;
}
