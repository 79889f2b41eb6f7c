export { jsonPieces } from './format-json.ts';
export { PLAN_FORMAT } from './plan-file.ts';
export { publishPlan } from './certificate.ts';
export { readJson } from './read-json.ts';
export { readPlan } from './read-plan.ts';
export { planFileOf } from './write-plan.ts';
export type { Certificate, Publication, StatedTotals } from './certificate.ts';
export type { CalendarStatement, PlanDocument, PlanFile, PublishedVersion } from './plan-file.ts';
export type { WriteOptions } from './write-plan.ts';
