export { shareOut } from './share-out.ts';
export { shareOutBounded } from './share-bounded.ts';
export type { BoundedShare } from './share-bounded.ts';
