/** Half-open opening windows `["09:00", "18:00"]` for each weekday; a missing day is closed. */
export type OpeningHours = Partial<
  Record<'mon' | 'tue' | 'wed' | 'thu' | 'fri' | 'sat' | 'sun', readonly (readonly [string, string])[]>
>;

/** What a person may do; see `docs/reference/access.md`. */
export type Role = 'rep' | 'manager' | 'ops' | 'auditor' | 'admin';
/** The kind of customer. */
export type CustomerType = 'distributor' | 'chain' | 'retail' | 'institution';
/** The purpose of a visit, as 拜访计划表 lists them. */
export type VisitPurpose = 'newBusiness' | 'information' | 'collection' | 'service' | 'problem' | 'order' | 'other';
/** Where an opportunity stands. */
export type OpportunityStage = 'contact' | 'proposal' | 'negotiation' | 'closing' | 'won' | 'lost';

interface Scoped {
  readonly ownerId: string;
  readonly unitId: string | null;
  readonly accessOwnerId: string | null;
}

/** A row of `units`. */
export interface Unit {
  readonly id: string;
  readonly parentId: string | null;
  readonly name: string;
  readonly kind: 'company' | 'region' | 'team';
  readonly managerId: string | null;
  readonly validFrom: string;
  readonly validTo: string | null;
  /** Ids from the root, `/co/east/sh/`. */
  readonly path: string;
}

/** A row of `people`. */
export interface Person {
  readonly id: string;
  readonly name: string;
  readonly jobTitle: string | null;
  readonly role: Role;
  readonly email: string | null;
  readonly joinedOn: string;
  readonly leftOn: string | null;
  readonly homeLat: number | null;
  readonly homeLon: number | null;
}

/** A row of `memberships`. */
export interface Membership {
  readonly id: string;
  readonly personId: string;
  readonly unitId: string;
  readonly primary: boolean;
  readonly validFrom: string;
  readonly validTo: string | null;
}

/** A row of `categories`. */
export interface Category {
  readonly id: string;
  readonly name: string;
}

/** A row of `products`. */
export interface Product {
  readonly id: string;
  readonly categoryId: string;
  readonly name: string;
  readonly sku: string;
  readonly salesUnit: string;
  readonly listPriceMinor: number;
  readonly currency: string;
  readonly launchedOn: string | null;
}

/** A row of `accounts`. */
export interface Account extends Scoped {
  readonly id: string;
  readonly name: string;
  readonly customerType: CustomerType;
  readonly tier: 'A' | 'B' | 'C';
  readonly province: string | null;
  readonly city: string | null;
  readonly address: string | null;
  readonly lat: number | null;
  readonly lon: number | null;
  readonly datum: 'WGS84' | 'GCJ02' | 'BD09' | null;
  readonly openingHours: OpeningHours | null;
  readonly visitEveryDays: number | null;
  readonly creditDays: number | null;
  readonly creditLimitMinor: number | null;
  readonly currency: string;
  readonly createdOn: string;
  readonly status: 'prospect' | 'active' | 'dormant' | 'lost';
}

/** A row of `contacts`. */
export interface Contact extends Scoped {
  readonly id: string;
  readonly accountId: string;
  readonly name: string;
  readonly jobTitle: string | null;
  readonly phone: string | null;
  readonly decisionRole: 'decider' | 'influencer' | 'user' | 'buyer' | null;
}

/** A row of `opportunities`. */
export interface Opportunity extends Scoped {
  readonly id: string;
  readonly accountId: string;
  readonly name: string;
  readonly stage: OpportunityStage;
  readonly amountMinor: number | null;
  readonly currency: string;
  readonly createdOn: string;
  readonly expectedCloseOn: string | null;
  readonly closedOn: string | null;
}

/** A row of `stageChanges`. */
export interface StageChange extends Scoped {
  readonly id: string;
  readonly opportunityId: string;
  readonly fromStage: OpportunityStage | null;
  readonly toStage: OpportunityStage;
  readonly changedOn: string;
}

/** A row of `orders`. */
export interface Order extends Scoped {
  readonly id: string;
  readonly accountId: string;
  readonly opportunityId: string | null;
  readonly orderedOn: string;
  readonly status: 'confirmed' | 'delivered' | 'cancelled';
  readonly amountMinor: number;
  readonly taxMinor: number;
  readonly currency: string;
}

/** A row of `orderLines`. */
export interface OrderLine extends Scoped {
  readonly id: string;
  readonly orderId: string;
  readonly productId: string;
  readonly quantity: number;
  readonly unitPriceMinor: number;
  readonly discountMinor: number;
  readonly amountMinor: number;
  readonly categoryId: string | null;
  readonly accountId: string | null;
  readonly orderedOn: string | null;
}

/** A row of `invoices`. */
export interface Invoice extends Scoped {
  readonly id: string;
  readonly orderId: string;
  readonly accountId: string | null;
  readonly issuedOn: string;
  readonly dueOn: string;
  readonly amountMinor: number;
  readonly openMinor: number;
  readonly currency: string;
}

/** A row of `receipts`. */
export interface Receipt extends Scoped {
  readonly id: string;
  readonly invoiceId: string;
  readonly accountId: string | null;
  readonly receivedOn: string;
  readonly amountMinor: number;
  readonly currency: string;
}

/** A row of `activities`. */
export interface Activity extends Scoped {
  readonly id: string;
  readonly type: 'visit' | 'call' | 'meeting';
  readonly accountId: string;
  readonly dayOn: string;
  readonly startAt: string | null;
  readonly endAt: string | null;
  readonly purpose: VisitPurpose | null;
  readonly outcome: string | null;
  readonly status: 'planned' | 'completed' | 'cancelled';
  readonly effective: boolean | null;
}

/** The row type behind each entity name. */
export interface EntityRows {
  readonly units: Unit;
  readonly people: Person;
  readonly memberships: Membership;
  readonly categories: Category;
  readonly products: Product;
  readonly accounts: Account;
  readonly contacts: Contact;
  readonly opportunities: Opportunity;
  readonly stageChanges: StageChange;
  readonly orders: Order;
  readonly orderLines: OrderLine;
  readonly invoices: Invoice;
  readonly receipts: Receipt;
  readonly activities: Activity;
}
