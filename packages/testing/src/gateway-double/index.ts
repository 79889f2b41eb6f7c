export { createGatewayDouble } from './gateway-double.ts';
export type { Fault, GatewayDouble } from './gateway-double.ts';
