import { ApiProblem, words } from './problem.ts';
import type { Finding } from './problem.ts';

/** Bytes of an ordinary body. */
export const bodyLimit = 2 * 1024 * 1024;
/** Bytes of a batch of records: 2,000 writes of up to 4 kB each. */
export const batchLimit = 8 * 1024 * 1024;

const maxDepth = 64;
const forbiddenKeys = new Set(['__proto__', 'constructor', 'prototype']);

/** A body with the exact bytes it came as, which idempotency compares. */
export interface JsonBody {
  readonly bytes: Uint8Array;
  readonly value: unknown;
}

/** Reads at most `limit` bytes. @throws ApiProblem `request.too-large` as soon as there are more. */
export async function readBytes(request: Request, limit: number): Promise<Uint8Array> {
  if (Number(request.headers.get('content-length') ?? 0) > limit) throw tooLarge(limit);
  if (!request.body) return new Uint8Array();
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of request.body as unknown as AsyncIterable<Uint8Array>) {
    size += chunk.byteLength;
    if (size > limit) throw tooLarge(limit);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks, size);
}

/** Reads a JSON body that is safe to store. An empty body is `undefined`. @throws ApiProblem naming the place. */
export async function readJson(request: Request, limit: number): Promise<JsonBody> {
  const bytes = await readBytes(request, limit);
  if (bytes.byteLength === 0) return { bytes, value: undefined };
  const type = (request.headers.get('content-type') ?? '').split(';')[0]?.trim().toLowerCase() ?? '';
  if (type !== 'application/json' && !type.endsWith('+json')) throw new ApiProblem('request.media-type');
  return { bytes, value: parseJson(bytes) };
}

/** Parses and checks bytes as JSON. @throws ApiProblem with line and column, or with the path of a bad value. */
export function parseJson(bytes: Uint8Array): unknown {
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new ApiProblem('request.not-utf8');
  }
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    throw notJson(text, error);
  }
  const finding = findUnsafe(value);
  if (finding) throw new ApiProblem('request.invalid', { problems: [finding] });
  return value;
}

function tooLarge(limit: number): ApiProblem {
  const mb = limit / 1024 / 1024;
  return new ApiProblem('request.too-large', {
    detail: words(`内容超过 ${mb} MB。`, `The body is larger than ${mb} MB.`),
    // What is left of the body is not read, so the connection cannot be used again.
    headers: { connection: 'close' },
  });
}

function notJson(text: string, error: unknown): ApiProblem {
  const message = error instanceof Error ? error.message : '';
  const found = /position (\d+)/.exec(message);
  // V8 names no position when the text just ends.
  const offset = found ? Number(found[1]) : text.length;
  const before = text.slice(0, offset);
  const line = before.split('\n').length;
  const column = offset - before.lastIndexOf('\n');
  return new ApiProblem('request.not-json', {
    detail: words(`第 ${line} 行第 ${column} 列有错误。`, `There is an error at line ${line}, column ${column}.`),
    members: { line, column },
  });
}

/** The first value that JSON allows and the database, JavaScript or a reader could not hold faithfully. */
export function findUnsafe(root: unknown): Finding | undefined {
  const open: { value: unknown; path: string; depth: number }[] = [{ value: root, path: '', depth: 0 }];
  for (let item = open.pop(); item; item = open.pop()) {
    const { value, path, depth } = item;
    const finding = unsafeScalar(value, path);
    if (finding) return finding;
    if (typeof value !== 'object' || value === null) continue;
    if (depth >= maxDepth) {
      return {
        path,
        code: 'depth',
        message: words(`嵌套超过 ${maxDepth} 层`, `nested deeper than ${maxDepth} levels`),
      };
    }
    for (const [key, child] of Object.entries(value)) {
      const at = path === '' ? key : `${path}.${key}`;
      const bad = Array.isArray(value) ? undefined : unsafeKey(key, path);
      if (bad) return bad;
      open.push({ value: child, path: at.length > 200 ? path : at, depth: depth + 1 });
    }
  }
  return undefined;
}

function unsafeScalar(value: unknown, path: string): Finding | undefined {
  if (typeof value === 'string' && !isStorable(value)) {
    return {
      path,
      code: 'text',
      message: words(
        '含有无法保存的字符（NUL 或不成对的代理码）',
        'holds a character that cannot be stored (NUL or a lone surrogate)',
      ),
    };
  }
  if (typeof value !== 'number') return undefined;
  if (!Number.isFinite(value) || (Number.isInteger(value) && !Number.isSafeInteger(value))) {
    return {
      path,
      code: 'number',
      message: words(
        '数字超出可精确表示的范围（±9007199254740991）',
        'a number beyond what can be held exactly (±9007199254740991)',
      ),
    };
  }
  return undefined;
}

function unsafeKey(key: string, path: string): Finding | undefined {
  if (!forbiddenKeys.has(key) && isStorable(key)) return undefined;
  return {
    path,
    code: 'key',
    message: words('含有不允许的字段名', 'holds a field name that is not allowed'),
  };
}

/** True for text that PostgreSQL stores and gives back as it was. */
export function isStorable(text: string): boolean {
  return !text.includes('\0') && text.isWellFormed();
}
