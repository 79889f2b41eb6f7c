/** Reads a spec: what a plan is made of, and how its targets are decomposed. */
import { coreError } from '../core-error.ts';
import { checkTotal } from '../decompose/check-spec.ts';
import { positionsOf, withPresent } from '../grid.ts';
import { createPlan } from '../plan.ts';
import { readAt, readBox, readCell, readMetric } from './cell-file.ts';
import { readAuthor } from './journal-file.ts';
import { readMethod } from './read-method.ts';
import { readMetrics } from './metric-file.ts';
import { readPadding } from './padding-file.ts';
import { placed } from './placed.ts';
import { checkBeside, readFacts } from './read-facts.ts';
import { readJson } from './read-json.ts';
import { checkFormat, readPlan } from './read-plan.ts';
import { readSpecCalendar } from './read-calendar.ts';
import { amountOf, booleanOf, choiceOf, fieldsOf, listOf, textOf, textsOf } from './shape.ts';
import { axisByHeading, readTitles } from './title-file.ts';
import { leafPeriods, readSpecAxes } from './spec-axes.ts';
import type { FactsReport } from '../baselines/facts.ts';
import type { DecomposeSpec, DivisionStep, GivenTotal, MarginsSpec } from '../decompose/spec.ts';
import type { Author } from '../journal.ts';
import type { CellRef, Plan } from '../plan.ts';
import type { PlanDocument } from './plan-file.ts';
import type { FileSource } from './read-facts.ts';
import type { MethodContext } from './read-method.ts';
import type { Fields } from './shape.ts';

/** The first line of every spec. */
export const SPEC_FORMAT = 'milepost.target-spec/1';

/** An amount that somebody stated for a cell. */
export interface StatedAmount extends Author {
  readonly target: CellRef;
  readonly amount: number;
}

/** What became of one list of facts. */
export interface NamedReport {
  readonly facts: string;
  /** The methods that used it so: `targets.0.steps.0`. */
  readonly paths: readonly string[];
  /** Where the facts name no currency: the one that they are taken to be in. */
  readonly assumedCurrency?: string;
  readonly report: FactsReport;
}

/** A spec, ready to run. */
export interface TargetSpec {
  /** Empty: every cell null. */
  readonly document: PlanDocument;
  readonly holds: readonly StatedAmount[];
  readonly targets: readonly (DecomposeSpec | MarginsSpec)[];
  /** What people below have committed themselves to. */
  readonly commitments: readonly StatedAmount[];
  readonly reports: readonly NamedReport[];
  /** Leaf periods whose holidays are not published, first to last. */
  readonly uncertainPeriods: readonly string[];
  /** Pools in which guardrails gave way to the total, by the path of their method. Filled while the spec runs. */
  readonly railsMissed: ReadonlyMap<string, ReadonlySet<string>>;
}

const NAMES = [
  'format!',
  'title',
  'metrics!',
  'calendar',
  'axes!',
  'support',
  'absent',
  'facts',
  'holds',
  'targets!',
  'commitments',
  'padding',
];

/** Reads what `readJson` has read; `source` gives tables that lie beside the spec. Throws with the path of what is wrong. */
export function readSpec(json: unknown, source: FileSource): TargetSpec {
  checkFormat(json, SPEC_FORMAT);
  const fields = fieldsOf(json, '', NAMES);
  const { axes, names, scheme } = readSpecAxes(fields['axes'], 'axes');
  const metrics = readMetrics(fields['metrics'], 'metrics');
  const support = fields['support'] === undefined ? {} : { support: listOf(fields['support'], 'support').map((row, at) => textsOf(row, `support.${at}`)) }; // prettier-ignore
  const plan = readAbsent(createPlan({ metrics, axes, ...support }), fields['absent']);
  const calendar = readSpecCalendar(fields['calendar'], 'calendar', leafPeriods(axes), scheme);
  const titles = readTitles(fields['metrics'], fields['axes']);
  const facts = readFacts(fields['facts'], 'facts', source, axisByHeading(titles));
  const reports = new Map<string, NamedReport>();
  const report: MethodContext['report'] = (path, name, own, assumedCurrency) => {
    // Steps that use facts in the same way have one report together.
    const key = JSON.stringify([name, assumedCurrency, own]);
    const paths = [...(reports.get(key)?.paths ?? []), path];
    reports.set(key, { facts: name, paths, ...(assumedCurrency === undefined ? {} : { assumedCurrency }), report: own });
  };
  const planBeside = (name: string, path: string): Plan => {
    checkBeside(name, path);
    return placed(path, () => readPlan(readJson(source(name, path))).plan);
  };
  const missed = new Map<string, Set<string>>();
  const railsMissed = (path: string, pool: string): void => void missed.set(path, (missed.get(path) ?? new Set()).add(pool));
  const context = { plan, facts, calendar, scheme, report, railsMissed, planBeside };
  const targets = listOf(fields['targets'], 'targets').map((item, at) => readTarget(item, `targets.${at}`, context));
  if (targets.length === 0) throw coreError('allocation.members.empty', 'targets', 'targets');
  const title = fields['title'] === undefined ? null : textOf(fields['title'], 'title');
  return {
    document: {
      plan,
      title,
      names,
      titles,
      calendar: calendar?.statement ?? null,
      padding: readPadding(plan, fields['padding'], 'padding'),
      versions: [],
    },
    holds: readStated(plan, fields['holds'], 'holds'),
    targets,
    commitments: readStated(plan, fields['commitments'], 'commitments'),
    reports: [...reports.values()],
    uncertainPeriods: Object.entries(calendar?.days ?? {}).flatMap(([id, { status }]) => (status === 'official' ? [] : [id])),
    railsMissed: missed,
  };
}

function readAbsent(plan: Plan, value: unknown): Plan {
  const cells = listOf(value, 'absent').map((at, index) => readBox(plan, at, `absent.${index}`));
  if (cells.length === 0) return plan;
  const present = new Uint8Array(plan.grid.rowCount * plan.grid.width).fill(1);
  for (const box of cells) for (const position of positionsOf(plan.grid, box)) present[position] = 0;
  return { ...plan, grid: withPresent(plan.grid, present) };
}

function readStated(plan: Plan, value: unknown, path: string): StatedAmount[] {
  return listOf(value, path).map((item, at) => {
    const place = `${path}.${at}`;
    const fields = fieldsOf(item, place, ['target!', 'amount!', 'by', 'at', 'reason']);
    const target = readCell(plan, fields['target'], `${place}.target`);
    return { ...readAuthor(fields, place), target, amount: amountOf(fields['amount'], `${place}.amount`) };
  });
}

const TARGET = ['target', 'total', 'margins', 'fallback', 'keepManual', 'keepSeasonality', 'steps!', 'by', 'at', 'reason'];

function readTarget(value: unknown, path: string, given: Omit<MethodContext, 'metric'>): DecomposeSpec | MarginsSpec {
  const fields = fieldsOf(value, path, TARGET);
  const { plan } = given;
  const target = fields['target'] === undefined ? undefined : readCell(plan, fields['target'], `${path}.target`);
  const context = { ...given, metric: readMetric(plan, target?.metric, `${path}.target.metric`) };
  const steps = listOf(fields['steps'], `${path}.steps`).map((step, at) => readStep(step, `${path}.steps.${at}`, context));
  const common = {
    ...readAuthor(fields, path),
    ...(target === undefined ? {} : { target }),
    ...flag(fields, 'keepManual', path),
    ...(fields['fallback'] === undefined ? {} : { fallback: readFallback(fields['fallback'], `${path}.fallback`, context) }),
  };
  const total = (): number => checkTotal(amountOf(fields['total'], `${path}.total`), `${path}.total`);
  if (fields['margins'] === undefined) {
    fieldsOf(
      value,
      path,
      TARGET.map((name) => (name === 'total' ? 'total!' : name)),
    );
    return { ...common, total: total(), steps, ...flag(fields, 'keepSeasonality', path) };
  }
  fieldsOf(
    value,
    path,
    TARGET.filter((name) => name !== 'keepSeasonality'),
  );
  const margins = listOf(fields['margins'], `${path}.margins`).map((margin, at) =>
    readMargin(plan, margin, `${path}.margins.${at}`),
  );
  return { ...common, ...(fields['total'] === undefined ? {} : { total: total() }), margins, seed: { steps } };
}

function readMargin(plan: Plan, value: unknown, path: string): GivenTotal {
  const fields = fieldsOf(value, path, ['at!', 'total!']);
  const total = checkTotal(amountOf(fields['total'], `${path}.total`), `${path}.total`);
  return { at: readAt(plan, fields['at'], `${path}.at`), total };
}

function flag(fields: Fields, name: 'keepManual' | 'keepSeasonality', path: string): Partial<Record<typeof name, boolean>> {
  return fields[name] === undefined ? {} : { [name]: booleanOf(fields[name], `${path}.${name}`) };
}

function readStep(value: unknown, path: string, context: MethodContext): DivisionStep {
  const { axis, via } = (value ?? {}) as Fields;
  const known = context.plan.grid.axes.find(({ id }) => id === axis)?.id;
  const method = readMethod(value, path, known === undefined ? context : { ...context, axis: known }, ['axis!', 'via']);
  const id = textOf(axis, `${path}.axis`);
  if (!context.plan.grid.axes.some((one) => one.id === id)) throw coreError('allocation.axis.unknown', id, `${path}.axis`);
  if (via === undefined) return { axis: id, method };
  return { axis: id, method, via: choiceOf(via, `${path}.via`, ['leaves', 'levels'] as const) };
}

function readFallback(value: unknown, path: string, context: MethodContext): DecomposeSpec['fallback'] {
  if (typeof value === 'string') return choiceOf(value, path, ['even', 'refuse'] as const);
  return readMethod(value, path, context);
}
