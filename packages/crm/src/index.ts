export { columnOf, entityNames } from './field.ts';
export { entities } from './entities/index.ts';
export { customerTypes } from './entities/accounts.ts';
export { opportunityStages } from './entities/selling.ts';
export type { EntityDef, EntityName, FieldDef, FieldType, Words } from './field.ts';
export { peopleIn, unitsBelow, visiblePeople } from './organisation.ts';
export type { OrganisationOf, PersonPlace, UnitPlace } from './organisation.ts';
export { emptyLookup } from './sink.ts';
export type { AggregateQuery, AggregateRow, Filter, ListQuery, Measure, Page, Scalar } from './query.ts';
export type {
  Account,
  Activity,
  Category,
  Contact,
  CustomerType,
  EntityRows,
  Invoice,
  Membership,
  OpeningHours,
  Opportunity,
  OpportunityStage,
  Order,
  OrderLine,
  Person,
  Product,
  Receipt,
  Role,
  StageChange,
  Unit,
  VisitPurpose,
} from './rows.ts';
export type { LoadOptions, MirrorAccess, MirrorLookup, MirrorRow, MirrorSink, TenantInfo, UpsertCounts } from './sink.ts';
