export { milepostPlugin } from './milepost-plugin.ts';
export type { MilepostPluginOptions } from './milepost-plugin.ts';
