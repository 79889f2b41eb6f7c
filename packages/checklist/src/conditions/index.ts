export { referencedItems } from './condition.ts';
export type { Condition } from './condition.ts';
export { holds } from './holds.ts';
export type { Domain } from './can-hold.ts';
export { canHold } from './can-hold.ts';
