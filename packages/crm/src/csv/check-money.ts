import { keptRows, numberOf, report, textOf, yuan } from './checks.ts';
import type { CheckContext } from './checks.ts';

type Values = Readonly<Record<string, unknown>>;

/** A line's amount is quantity × unit price − discount, to the 分; one 分 of rounding is allowed for broken quantities. */
export function checkLines(context: CheckContext): void {
  for (const row of context.files.get('orderLines')?.rows ?? []) {
    const [quantity, price, amount] = ['quantity', 'unitPriceMinor', 'amountMinor'].map((field) => numberOf(row.values, field));
    if (typeof quantity !== 'number' || typeof price !== 'number' || typeof amount !== 'number') continue;
    const expected = Math.round(quantity * price) - (numberOf(row.values, 'discountMinor') ?? 0);
    if (Math.abs(amount - expected) > (Number.isInteger(quantity) ? 0 : 1)) {
      report(context, 'orderLines', row, 'amountMinor', 'import.line.amount', { expected: yuan(expected) });
    }
  }
}

/** An order with lines is their sum; its tax is a part of it. */
export async function checkOrders(context: CheckContext): Promise<void> {
  const lines = context.files.get('orderLines')?.rows ?? [];
  const orders = context.files.get('orders')?.rows ?? [];
  const amounts = new Map<string, number>();
  for (const row of orders) {
    const [id, amount, tax] = [textOf(row.values, 'id'), numberOf(row.values, 'amountMinor'), numberOf(row.values, 'taxMinor')];
    if (id !== null && amount !== null) amounts.set(id, amount);
    if (amount !== null && tax !== null && Math.abs(tax) > Math.abs(amount))
      report(context, 'orders', row, 'taxMinor', 'import.order.tax');
  }
  const touched = new Set([...amounts.keys(), ...lines.map((row) => textOf(row.values, 'orderId') ?? '')]);
  const sums = new Map<string, number>();
  const add = (values: Values): void => {
    const order = textOf(values, 'orderId');
    if (order !== null) sums.set(order, (sums.get(order) ?? 0) + (numberOf(values, 'amountMinor') ?? 0));
  };
  for (const row of lines) add(row.values);
  for (const values of await keptRows(context, 'orderLines', 'orderId', touched)) add(values);
  const known = [...touched].filter((id) => !amounts.has(id));
  for (const values of await keptRows(context, 'orders', 'id', known))
    amounts.set(String(values['id']), numberOf(values, 'amountMinor') ?? 0);
  reportSums(context, sums, amounts);
}

function reportSums(context: CheckContext, sums: ReadonlyMap<string, number>, amounts: ReadonlyMap<string, number>): void {
  const reported = new Set<string>();
  for (const entity of ['orders', 'orderLines'] as const) {
    for (const row of context.files.get(entity)?.rows ?? []) {
      const order = textOf(row.values, entity === 'orders' ? 'id' : 'orderId');
      const sum = order === null ? undefined : sums.get(order);
      const amount = order === null ? undefined : amounts.get(order);
      if (order === null || sum === undefined || amount === undefined || sum === amount || reported.has(order)) continue;
      reported.add(order);
      report(context, entity, row, 'amountMinor', 'import.order.sum', { expected: yuan(sum) });
    }
  }
}

/** What came in for an invoice is at most its amount and in its currency. */
export async function checkReceipts(context: CheckContext): Promise<void> {
  const receipts = context.files.get('receipts')?.rows ?? [];
  const invoices = new Map<string, { amount: number; currency: string | null }>();
  const note = (values: Values): void => {
    const [id, amount] = [textOf(values, 'id'), numberOf(values, 'amountMinor')];
    if (id !== null && amount !== null) invoices.set(id, { amount, currency: textOf(values, 'currency') });
  };
  for (const row of context.files.get('invoices')?.rows ?? []) note(row.values);
  const changed = [...invoices.keys()];
  const named = receipts
    .map((row) => textOf(row.values, 'invoiceId'))
    .filter((id): id is string => id !== null && !invoices.has(id));
  for (const values of await keptRows(context, 'invoices', 'id', named)) note(values);
  const sums = new Map<string, number>();
  const add = (values: Values): void => {
    const invoice = textOf(values, 'invoiceId');
    if (invoice !== null) sums.set(invoice, (sums.get(invoice) ?? 0) + (numberOf(values, 'amountMinor') ?? 0));
  };
  for (const values of await keptRows(context, 'receipts', 'invoiceId', [...changed, ...named])) add(values);
  for (const row of receipts) add(row.values);
  const exceeded = (id: string): boolean => {
    const sum = sums.get(id) ?? 0;
    const amount = invoices.get(id)?.amount ?? 0;
    return amount >= 0 ? sum > amount : sum < amount;
  };
  const reported = new Set<string>();
  for (const row of receipts) {
    const id = textOf(row.values, 'invoiceId');
    const invoice = id === null ? undefined : invoices.get(id);
    if (id === null || invoice === undefined) continue;
    const currency = textOf(row.values, 'currency');
    if (currency !== null && invoice.currency !== null && currency !== invoice.currency) {
      report(context, 'receipts', row, 'currency', 'import.receipt.currency', { other: id });
    }
    if (reported.has(id) || !exceeded(id)) continue;
    reported.add(id);
    report(context, 'receipts', row, 'amountMinor', 'import.receipt.exceeds', blanks(id, sums, invoice.amount));
  }
  for (const row of context.files.get('invoices')?.rows ?? []) {
    const id = textOf(row.values, 'id');
    if (id === null || reported.has(id) || !sums.has(id) || !exceeded(id)) continue;
    report(context, 'invoices', row, 'amountMinor', 'import.receipt.exceeds', blanks(id, sums, invoices.get(id)?.amount ?? 0));
  }
}

function blanks(id: string, sums: ReadonlyMap<string, number>, amount: number): Record<string, string> {
  return { other: id, sum: yuan(sums.get(id) ?? 0), amount: yuan(amount) };
}
