export { verifyPlan } from './verify-plan.ts';
export { Unreadable } from './unreadable.ts';
export type { Difference, DifferenceCode } from './difference.ts';
export type { UnreadableCode } from './unreadable.ts';
export type { Verification } from './verify-plan.ts';
export type { Words } from './messages.ts';
