export { buildInstance } from './build-instance.ts';
export { NEVER_VISITED } from './instance.ts';
export type { Clients, FixedVisits, Instance, Patterns, Reference, Slots, Weights, Windows } from './instance.ts';
export type { ClientSpec, FixedSpec, FrequencySpec, InstanceSpec, ReferenceSpec, SlotSpec } from './instance-spec.ts';
export type { CostParts, Route, Solution, Unserved, UnservedReason, Visit } from './solution.ts';
