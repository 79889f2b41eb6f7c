/** Errors of the problem file. `{value}` is replaced by the offending value. */
export const problemMessages = {} as const;
