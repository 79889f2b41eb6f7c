import type { GatewayContext } from '../http/env.ts';
import type { CachedFile } from './file-cache.ts';

/** One year, and never asked for again: the URL changes when the bytes do. */
export const immutable = 'public, max-age=31536000, immutable';
/** Kept, but asked for each time; an unchanged file is answered without its bytes. */
export const revalidated = 'no-cache';

/** Answers a file: 304 where the browser has it, compressed where it takes that. */
export async function sendFile(
  c: GatewayContext,
  file: CachedFile,
  cacheControl: string,
  headers: Readonly<Record<string, string>> = {},
): Promise<Response> {
  const common = {
    etag: file.etag,
    'cache-control': cacheControl,
    'x-content-type-options': 'nosniff',
    vary: 'Accept-Encoding',
    ...headers,
  };
  if (c.req.header('if-none-match') === file.etag) return c.body(null, 304, common);
  const encoding = file.encodingFor(c.req.header('accept-encoding'));
  const body = await file.body(encoding);
  return c.body(body, 200, {
    ...common,
    'content-type': file.mime,
    'content-length': String(body.byteLength),
    ...(encoding === 'identity' ? {} : { 'content-encoding': encoding }),
  });
}

/** Whether a path below a folder stays below it: plain names only, no dots in front. */
export function isPlainPath(path: string): boolean {
  return path !== '' && path.split('/').every((part) => /^[\w@+-][\w.@+-]*$/.test(part));
}
