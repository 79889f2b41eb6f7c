/**
 * Figures for the ways in which a division of the market fails: several people at one customer, people who sell only what
 * they know (卖熟不卖生), and what the overlap costs. Simple measurements; whoever reads them judges.
 */
import { coreError } from '../core-error.ts';
import { cellCount } from '../grid.ts';
import { metricOf } from '../plan.ts';
import { valueAt } from '../values.ts';
import { checkAmount } from '../exact.ts';
import { leafAt } from './leaf-at.ts';
import type { Axis } from '../axis.ts';
import type { Plan } from '../plan.ts';
import type { Values } from '../values.ts';
import type { Ratio } from './ratio.ts';

/** Which axes to look at, by id. */
export interface TerritoryAxes {
  readonly metric?: string;
  /** The people. */
  readonly people: string;
  /** Customers, or products. */
  readonly over: string;
}

/** How many people call on the same customers. */
export interface Coverage {
  /** Pairs of person and customer over customers: the people per customer. */
  readonly peoplePerCustomer: Ratio;
  /** Customers with two people or more, the most crowded first, at most 100. */
  readonly crowded: readonly { readonly customer: string; readonly people: readonly string[] }[];
  /** Pairs beyond the first of each customer. */
  readonly duplicates: number;
  /** Duplicates times the cost of one person at one customer; null when no cost was given. */
  readonly duplicateCostMinor: number | null;
}

/** How one person's amount is spread over products. */
export interface Concentration {
  readonly person: string;
  /** Herfindahl index, from 1 / products (all the same) to 1 (one product only): the value, and the exact parts of it. */
  readonly index: number;
  /** Sum of the squares, as a decimal number: it may exceed safe integers. */
  readonly sumOfSquares: string;
  /** Square of the sum, as a decimal number. */
  readonly squareOfSum: string;
  /** The largest product and its part. */
  readonly largest: { readonly product: string; readonly share: Ratio };
}

const MOST_LISTED = 100;

/**
 * People per customer: whoever has a cell of a customer with an amount above 0. `costMinor`: what one person at one customer
 * costs in the period. Throws for unknown axes or a cost that is no amount.
 */
export function customerCoverage(plan: Plan, axes: TerritoryAxes, costMinor: number | null = null): Coverage {
  const { people, over, amounts } = crossTable(plan, axes);
  const staff = new Map<number, number[]>();
  let pairs = 0;
  for (const [key, amount] of amounts) {
    if (amount <= 0) continue;
    const customer = key % over.leaves.length;
    const list = staff.get(customer);
    if (list === undefined) staff.set(customer, [Math.floor(key / over.leaves.length)]);
    else list.push(Math.floor(key / over.leaves.length));
    pairs += 1;
  }
  const crowded = [...staff]
    .filter(([, list]) => list.length > 1)
    .map(([customer, list]) => ({
      customer: nameOf(over, customer),
      people: list.sort((a, b) => a - b).map((person) => nameOf(people, person)),
    }))
    .sort((a, b) => b.people.length - a.people.length || (a.customer < b.customer ? -1 : 1));
  const duplicates = pairs - staff.size;
  const cost = costMinor === null ? null : checkAmount(costMinor, 'costMinor');
  return {
    peoplePerCustomer: { numerator: pairs, denominator: staff.size },
    crowded: crowded.slice(0, MOST_LISTED),
    duplicates,
    duplicateCostMinor: cost === null ? null : checkAmount(duplicates * cost, 'duplicateCostMinor'),
  };
}

/** Concentration per person, of those with an amount above 0. Amounts below 0 (returns) count as nothing. */
export function productConcentration(plan: Plan, axes: TerritoryAxes): Concentration[] {
  const { people, over, amounts } = crossTable(plan, axes);
  const width = over.leaves.length;
  const rows = new Map<number, { product: number; amount: number }[]>();
  for (const [key, amount] of amounts) {
    if (amount <= 0) continue;
    const person = Math.floor(key / width);
    rows.set(person, [...(rows.get(person) ?? []), { product: key % width, amount }]);
  }
  return [...rows]
    .sort(([a], [b]) => a - b)
    .map(([person, row]) => {
      const sum = checkAmount(
        row.reduce((whole, { amount }) => whole + amount, 0),
        'concentration',
      );
      const most = row.reduce((best, one) => (one.amount > best.amount ? one : best));
      return {
        person: nameOf(people, person),
        index: row.reduce((whole, { amount }) => whole + (amount / sum) ** 2, 0),
        sumOfSquares: row.reduce((whole, { amount }) => whole + BigInt(amount) ** 2n, 0n).toString(),
        squareOfSum: (BigInt(sum) ** 2n).toString(),
        largest: { product: nameOf(over, most.product), share: { numerator: most.amount, denominator: sum } },
      };
    });
}

interface CrossTable {
  readonly people: Axis;
  readonly over: Axis;
  /** Sum by person × leaves of the other axis + leaf; pairs without any amount are missing. */
  readonly amounts: ReadonlyMap<number, number>;
}

function crossTable(plan: Plan, { metric, people, over }: TerritoryAxes): CrossTable {
  const { grid } = plan;
  const [row, column] = [axisAt(plan, people, 'people'), axisAt(plan, over, 'over')];
  const values = plan.values[metricOf(plan, metric)] as Values;
  const width = (grid.axes[column] as Axis).leaves.length;
  const amounts = new Map<number, number>();
  for (let position = 0; position < cellCount(grid); position += 1) {
    const value = valueAt(values, position);
    if (value !== value) continue;
    const key = leafAt(grid, row, position) * width + leafAt(grid, column, position);
    amounts.set(key, (amounts.get(key) ?? 0) + value);
  }
  return { people: grid.axes[row] as Axis, over: grid.axes[column] as Axis, amounts };
}

function axisAt(plan: Plan, id: string, path: string): number {
  const at = plan.grid.axes.findIndex((axis) => axis.id === id);
  if (at < 0) throw coreError('allocation.axis.unknown', id, path);
  return at;
}

function nameOf(axis: Axis, leaf: number): string {
  return axis.ids[axis.leaves[leaf] as number] as string;
}
