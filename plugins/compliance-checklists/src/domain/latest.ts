interface Dated {
  readonly value: { readonly templateId: string; readonly dayOn: string };
}

/** The newest run of each template; runs come newest first. */
export function latestByTemplate<T extends Dated>(runs: readonly T[]): readonly T[] {
  const seen = new Set<string>();
  return runs.filter(({ value }) => !seen.has(value.templateId) && seen.add(value.templateId));
}
