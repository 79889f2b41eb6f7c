import type { Invoice, Order, Receipt } from '@milepost/crm';
import type { DemoAccount, Payer } from './accounts.ts';
import type { DemoContext } from './context.ts';
import { dayText, parseDay } from './days.ts';
import type { Day } from './days.ts';
import type { Random } from './random.ts';

/** Days between due date and payment, from and to, by how an account pays. */
const delay: Readonly<Record<Payer, readonly [number, number]>> = {
  early: [-18, -4],
  onTime: [-4, 3],
  late: [5, 38],
  veryLate: [30, 140],
};
const NEVER_PAID = 0.02;

/** The invoice of a delivered order, a few working days after it; null while it is not written yet. */
export function invoiceOf(
  context: DemoContext,
  account: DemoAccount,
  order: Order,
  ordered: Day,
  random: Random,
): Invoice | null {
  const issued = context.calendar.workingOnOrAfter(ordered + random.int(1, 5));
  if (issued > context.asOf) return null;
  return {
    id: `i${order.id.slice(1)}`,
    orderId: order.id,
    accountId: account.id,
    ownerId: order.ownerId,
    unitId: order.unitId,
    accessOwnerId: order.accessOwnerId,
    issuedOn: dayText(issued),
    dueOn: dayText(issued + account.creditDays),
    amountMinor: order.amountMinor,
    openMinor: order.amountMinor,
    currency: order.currency,
  };
}

/** What came in for an invoice up to today: in one payment, or in two where the payer is slow. */
export function receiptsOf(context: DemoContext, account: DemoAccount, invoice: Invoice, random: Random): Receipt[] {
  const [from, to] = delay[account.payer];
  const due = parseDayFast(invoice.dueOn);
  const issued = due - account.creditDays;
  const slip = random.chance(0.08) ? random.int(5, 30) : 0;
  const paid = context.calendar.workingOnOrAfter(Math.max(issued + 1, due + random.int(from, to) + slip));
  const slow = account.payer === 'late' || account.payer === 'veryLate';
  const split = random.chance(slow ? 0.25 : 0.06);
  const firstShare = random.int(3, 7);
  const second = context.calendar.workingOnOrAfter(paid + random.int(14, 45));
  const never = slow && random.chance(NEVER_PAID);
  if (never) return [];
  const first = split ? Math.round((invoice.amountMinor * firstShare) / 10_00) * 100 : invoice.amountMinor;
  const parts: [Day, number][] = [[paid, Math.min(first, invoice.amountMinor)]];
  if (first < invoice.amountMinor) parts.push([second, invoice.amountMinor - first]);
  return parts
    .filter(([day, amount]) => day <= context.asOf && amount > 0)
    .map(([day, amountMinor], index) => ({
      id: `r${invoice.id.slice(1)}-${index + 1}`,
      invoiceId: invoice.id,
      accountId: invoice.accountId,
      ownerId: invoice.ownerId,
      unitId: invoice.unitId,
      accessOwnerId: invoice.accessOwnerId,
      receivedOn: dayText(day),
      amountMinor,
      currency: invoice.currency,
    }));
}

const parsed = new Map<string, Day>();
function parseDayFast(text: string): Day {
  let day = parsed.get(text);
  if (day === undefined) parsed.set(text, (day = parseDay(text)));
  return day;
}
