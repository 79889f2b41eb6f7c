/** The parameters of `path` when it fits `pattern` (`plans/:planId/summary`), else undefined. */
export function matchEndpoint(pattern: string, path: string): Record<string, string> | undefined {
  const wanted = pattern.split('/');
  const given = path.split('/');
  if (wanted.length !== given.length) return undefined;
  const values: Record<string, string> = {};
  for (const [index, step] of wanted.entries()) {
    const found = given[index] ?? '';
    if (!step.startsWith(':')) {
      if (step !== found) return undefined;
    } else {
      if (found === '') return undefined;
      values[step.slice(1)] = found;
    }
  }
  return values;
}
