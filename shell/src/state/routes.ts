/** Which page of the portal an address belongs to. Pure; the longest pattern wins. */
import type { PortalPage } from '../portal/types.ts';

/** A page with what its pattern took from the address. */
export interface RouteMatch {
  readonly page: PortalPage;
  readonly params: Readonly<Record<string, string>>;
  /** What follows the page's own path, without the slash. */
  readonly rest: string;
}

const split = (path: string): string[] => path.split('/').filter(Boolean);

function decode(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment;
  }
}

function matchPage(page: PortalPage, segments: readonly string[]): RouteMatch | null {
  const pattern = split(page.path);
  if (segments.length < pattern.length) return null;
  const params: Record<string, string> = {};
  for (const [index, part] of pattern.entries()) {
    const segment = segments[index] ?? '';
    if (part.startsWith(':')) params[part.slice(1)] = decode(segment);
    else if (part !== segment) return null;
  }
  const rest = segments.slice(pattern.length);
  // Only pages of plugins have places of their own below their path.
  if (rest.length > 0 && page.kind !== 'plugin') return null;
  return { page, params, rest: rest.join('/') };
}

/** The page of a path, or null. */
export function matchRoute(pages: readonly PortalPage[], pathname: string): RouteMatch | null {
  const segments = split(pathname);
  const found = pages
    .map((page) => matchPage(page, segments))
    .filter((match) => match !== null)
    .sort((a, b) => split(b.page.path).length - split(a.page.path).length || literal(b.page) - literal(a.page));
  return found[0] ?? null;
}

const literal = (page: PortalPage): number => split(page.path).filter((part) => !part.startsWith(':')).length;

/** The address of a page; parameters of the pattern are taken from `params`, unused ones are answered. */
export function pathOf(
  page: PortalPage,
  params: Readonly<Record<string, string>>,
  rest = '',
): { path: string; unused: Record<string, string> } {
  const unused = { ...params };
  const segments = split(page.path).map((part) => {
    if (!part.startsWith(':')) return part;
    const name = part.slice(1);
    const value = unused[name] ?? '';
    delete unused[name];
    return encodeURIComponent(value);
  });
  const path = `/${[...segments, ...split(rest)].join('/')}`;
  return { path, unused };
}

/** Pages whose address is most like the one that was not found: for "did you mean". */
export function nearestPages(pages: readonly PortalPage[], pathname: string, count = 3): PortalPage[] {
  const wanted = pathname.toLowerCase();
  return pages
    .filter((page) => !page.path.includes(':'))
    .map((page) => ({ page, distance: editDistance(wanted, page.path.toLowerCase()) }))
    .sort((a, b) => a.distance - b.distance)
    .slice(0, count)
    .map(({ page }) => page);
}

/** Levenshtein distance, one row at a time. */
function editDistance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const swap = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      next.push(Math.min(swap, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
    }
    row = next;
  }
  return row[b.length] ?? 0;
}
