import { formatMessages } from './formats/format-messages.ts';
import { problemMessages } from './problem/problem-messages.ts';
import { replanMessages } from './replan/replan-messages.ts';
import { searchMessages } from './search/search-messages.ts';
import { travelMessages } from './travel/travel-messages.ts';

/** The message catalogue of errors of this package: one entry per stable code, each with its remedy. */
export const messages = {
  ...formatMessages,
  ...problemMessages,
  ...replanMessages,
  ...searchMessages,
  ...travelMessages,
} as const;

/** Stable codes a caller may branch on. */
export type RoutingErrorCode = keyof typeof messages;
