/**
 * The `name: () => import('specifier')` pairs of a plugin's entry module, also as `async () => (await import('specifier'))`. It only serves hints for fetching early, so
 * a definition written in another way loses the hints and nothing else.
 */
export function importsByName(source: string): ReadonlyMap<string, string> {
  const pattern = /(?:(["'])([^"']+)\1|([\w$]+))\s*:\s*(?:async\s*)?\(\)\s*=>\s*\(?\s*(?:await\s+)?import\(\s*(["'])([^"']+)\4/g;
  const found = new Map<string, string>();
  for (const match of source.matchAll(pattern)) {
    const name = match[2] ?? match[3];
    const specifier = match[5];
    if (name !== undefined && specifier !== undefined) found.set(name, specifier);
  }
  return found;
}
