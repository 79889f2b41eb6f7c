/**
 * The path of an endpoint as it stands in a URL, each segment encoded; null for one that could lead out of the plugin's own
 * endpoints: absolute, with empty, `.` or `..` segments (browsers resolve those, encoded or not), or with a query or fragment.
 */
export function callPath(path: string): string | null {
  const segments = path.split('/');
  if (/[?#]/.test(path) || segments.some((segment) => !isSegment(segment))) return null;
  return segments.map(encodeURIComponent).join('/');
}

/** Whether a text stays one segment of a URL once it is encoded. */
export function isSegment(text: string): boolean {
  return text !== '' && text !== '.' && text !== '..';
}
