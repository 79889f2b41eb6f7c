import type { Invoice, Order, OrderLine, Receipt } from '@milepost/crm';
import type { DemoAccount } from './accounts.ts';
import { scopeOn } from './context.ts';
import type { DemoContext, DemoScope } from './context.ts';
import { products } from './data/catalogue.ts';
import type { DemoProduct } from './data/catalogue.ts';
import { dayText, monthIndex, parseDay } from './days.ts';
import type { Day } from './days.ts';
import { categoryWeight, mixByType, orderingWeight } from './demand.ts';
import { dealsOf } from './deals.ts';
import { invoiceOf, receiptsOf } from './money.ts';
import { effectOn } from './organisation.ts';
import type { DemoTeam } from './organisation.ts';
import { ownerOn } from './ownership.ts';
import { Random } from './random.ts';

/** All that was sold to one account, in time order. */
export interface AccountSales {
  readonly orders: Order[];
  readonly lines: OrderLine[];
  readonly invoices: Invoice[];
  readonly receipts: Receipt[];
}

const TAX_PERCENT = 13;
const MARKET_GROWTH = 0.1;
const intervalByTier = { A: 13, B: 22, C: 42 } as const;
const intervalByType = { distributor: 0.85, chain: 0.9, retail: 1.1, institution: 1.1 } as const;
const policyPercent = { A: 10, B: 6, C: 3 } as const;
const launched = new Map(products.map((product) => [product.id, parseDay(product.launchedOn)]));
const currency = 'CNY';

/** Draws the orders of an account with their lines, invoices and receipts. The same account always gives the same rows. */
export function salesOf(context: DemoContext, account: DemoAccount): AccountSales {
  return new SalesOfAccount(context, account).run();
}

class SalesOfAccount {
  private readonly sales: AccountSales = { orders: [], lines: [], invoices: [], receipts: [] };
  private readonly random: Random;
  private readonly assortment: readonly DemoProduct[];
  private readonly wonDeals: { readonly id: string; readonly day: Day }[];
  private readonly context: DemoContext;
  private readonly account: DemoAccount;

  constructor(context: DemoContext, account: DemoAccount) {
    this.context = context;
    this.account = account;
    this.random = new Random(context.seed, context.profile.salt, 303, account.number);
    this.assortment = assortmentOf(account, this.random);
    this.wonDeals = dealsOf(context, account)
      .filter((deal) => deal.stage === 'won')
      .map((deal) => ({ id: deal.id, day: deal.closed as Day }));
  }

  run(): AccountSales {
    const { context, account, random } = this;
    if (account.status === 'prospect') return this.sales;
    const interval = intervalByTier[account.tier] * intervalByType[account.type];
    let previous = Math.max(account.created, context.start - random.int(2, Math.ceil(interval)));
    let day = this.settle(Math.max(context.start, previous + random.int(2, Math.ceil(interval))));
    const last = Math.min(account.lastDay, context.asOf);
    while (day <= last) {
      this.order(day, Math.min(day - previous, interval * 1.9));
      previous = day;
      const weight = context.demand.on(account.type, day);
      const gap = (interval * random.between(0.55, 1.45)) / Math.max(0.6, Math.min(1.4, weight));
      day = this.settle(day + Math.max(1, Math.round(gap)));
    }
    return this.sales;
  }

  /** The first open day from here on that suits its weekday. */
  private settle(from: Day): Day {
    let day = from;
    const limit = this.context.asOf;
    while (day <= limit && !(this.context.demand.isOpen(day) && this.random.next() * 1.25 < orderingWeight(day))) day += 1;
    return day;
  }

  private order(day: Day, gapDays: number): void {
    const { account, context, random } = this;
    const years = (day - context.start) / 365;
    const growth = 1 + (MARKET_GROWTH + account.growth) * (years - 1.5);
    const seller = effectOn(ownerOn(account.owners, day), day, context.asOf) * teamEffect(account.team, day, context.asOf);
    const wanted =
      (account.yearlyMinor / 365) *
      gapDays *
      context.demand.on(account.type, day) *
      Math.max(0.3, growth) *
      seller *
      random.between(0.68, 1.32);
    const id = `o${account.id.slice(1)}-${String(this.sales.orders.length + 1).padStart(3, '0')}`;
    const scope = scopeOn(account, day);
    const amountMinor = this.lines(id, day, wanted, scope);
    const age = context.asOf - day;
    const status = random.chance(0.012) ? 'cancelled' : age > 5 || (age > 2 && random.chance(0.5)) ? 'delivered' : 'confirmed';
    const deal = this.wonDeals.find((candidate) => candidate.day <= day && day - candidate.day < 60);
    if (deal) this.wonDeals.splice(this.wonDeals.indexOf(deal), 1);
    const order: Order = {
      id,
      accountId: account.id,
      ...scope,
      opportunityId: deal?.id ?? null,
      orderedOn: dayText(day),
      status,
      amountMinor,
      taxMinor: Math.round((amountMinor * TAX_PERCENT) / (100 + TAX_PERCENT)),
      currency,
    };
    this.sales.orders.push(order);
    if (status !== 'delivered') return;
    const invoice = invoiceOf(context, account, order, day, random);
    if (invoice === null) return;
    const receipts = receiptsOf(context, account, invoice, random);
    const received = receipts.reduce((sum, receipt) => sum + receipt.amountMinor, 0);
    this.sales.invoices.push({ ...invoice, openMinor: invoice.amountMinor - received });
    this.sales.receipts.push(...receipts);
  }

  private lines(orderId: string, day: Day, wanted: number, scope: DemoScope): number {
    const { random, account } = this;
    const count = Math.min(this.assortment.length, 1 + random.weighted([36, 32, 18, 9, 5]));
    const mix = mixByType[account.type];
    const weights = this.assortment.map((product) =>
      (launched.get(product.id) as Day) > day
        ? 0
        : product.popularity * (mix[product.category] as number) * categoryWeight(product.category, day),
    );
    let total = 0;
    for (let index = 0; index < count; index += 1) {
      const chosen = random.weighted(weights);
      weights[chosen] = 0;
      const product = this.assortment[chosen] as DemoProduct;
      const line = this.line(
        `${orderId}-${index + 1}`,
        orderId,
        product,
        day,
        (wanted / count) * random.between(0.6, 1.4),
        scope,
      );
      this.sales.lines.push(line);
      total += line.amountMinor;
    }
    return total;
  }

  private line(id: string, orderId: string, product: DemoProduct, day: Day, wanted: number, scope: DemoScope): OrderLine {
    const unitPriceMinor = priceOn(product, day, this.context.asOf);
    const quantity = Math.max(1, Math.round(wanted / unitPriceMinor));
    const gross = quantity * unitPriceMinor;
    const discountMinor = Math.round((gross * this.discountTenths(product, day)) / 1000);
    return {
      id,
      orderId,
      productId: product.id,
      quantity,
      unitPriceMinor,
      discountMinor,
      amountMinor: gross - discountMinor,
      categoryId: categoryIds[product.category] as string,
      accountId: this.account.id,
      orderedOn: dayText(day),
      ...scope,
    };
  }

  /** Discount in tenths of a percent: within the tier's policy, a promotion on top, and a few beyond what is allowed. */
  private discountTenths(product: DemoProduct, day: Day): number {
    const policy = policyPercent[this.account.tier];
    const beyond = this.random.next();
    if (beyond < 0.006) return (policy + this.random.int(6, 16)) * 10;
    const month = monthIndex(day);
    const promoted =
      (product.category === 0 && month === 5) ||
      (product.category === 1 && month === 10) ||
      (product.category === 2 && month === 8);
    return this.random.int(0, policy * 2) * 5 + (promoted ? 30 : 0);
  }
}

const categoryIds = ['tea', 'coffee', 'plant-milk', 'syrup'];

/** The list price of today less 3 % for each full price round (every 1 April) that lay ahead on the day. */
function priceOn(product: DemoProduct, day: Day, asOf: Day): number {
  const rounds = priceYear(asOf) - priceYear(day);
  return Math.round((product.listPriceMinor * (100 - 3 * rounds)) / 10_000) * 100;
}

function priceYear(day: Day): number {
  const text = dayText(day);
  return Number(text.slice(0, 4)) - (text.slice(5) < '04-01' ? 1 : 0);
}

function assortmentOf(account: DemoAccount, random: Random): DemoProduct[] {
  const mix = mixByType[account.type];
  const weights = products.map((product) => product.popularity * (mix[product.category] as number));
  const size = account.tier === 'A' ? random.int(9, 16) : account.tier === 'B' ? random.int(6, 12) : random.int(5, 8);
  const chosen: DemoProduct[] = [];
  while (chosen.length < size) {
    const index = random.weighted(weights);
    weights[index] = 0;
    chosen.push(products[index] as DemoProduct);
  }
  return chosen;
}

/** The team's level; the team behind its pace loses a third over its last ten months. */
function teamEffect(team: DemoTeam, day: Day, asOf: Day): number {
  const level = team.profile.level;
  if (team.profile.behind !== true) return level;
  const into = Math.min(1, Math.max(0, (day - (asOf - 300)) / 150));
  return level * (1 - 0.34 * into);
}
