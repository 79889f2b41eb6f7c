import { createHash } from 'node:crypto';
import { readFile, stat } from 'node:fs/promises';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import { isCompressible, mimeOf } from './mime.ts';

/** A file ready to be sent. */
export interface CachedFile {
  readonly mime: string;
  readonly etag: string;
  /** Compressed once per encoding, when first asked for. */
  body(encoding: Encoding): Promise<Uint8Array<ArrayBuffer>>;
  encodingFor(acceptEncoding: string | undefined): Encoding;
}

/** How bytes are sent. */
export type Encoding = 'br' | 'gzip' | 'identity';

const brotli = promisify(brotliCompress);
const gzipAsync = promisify(gzip);
const mostBytes = 64 * 1024 * 1024;
const smallest = 512;

/**
 * Files in memory with their compressed forms. A file is read again when its time or size changed; the files used longest
 * ago leave first when 64 MB are full.
 */
export class FileCache {
  readonly #files = new Map<string, { readonly mark: string; readonly size: number; readonly file: CachedFile }>();
  #bytes = 0;

  /** The file, or null when there is none. */
  async get(path: string): Promise<CachedFile | null> {
    const info = await stat(path).catch(() => null);
    if (!info?.isFile()) return null;
    const mark = `${info.mtimeMs}-${info.size}-${info.ino}`;
    const known = this.#files.get(path);
    this.#files.delete(path);
    if (known?.mark === mark) {
      this.#files.set(path, known);
      return known.file;
    }
    if (known) this.#bytes -= known.size;
    const bytes = await readFile(path);
    this.#files.set(path, { mark, size: bytes.byteLength * 2, file: cachedFile(path, bytes) });
    this.#bytes += bytes.byteLength * 2;
    this.#shrink();
    return this.#files.get(path)?.file ?? cachedFile(path, bytes);
  }

  #shrink(): void {
    for (const [path, { size }] of this.#files) {
      if (this.#bytes <= mostBytes) return;
      this.#files.delete(path);
      this.#bytes -= size;
    }
  }
}

function cachedFile(path: string, bytes: Buffer): CachedFile {
  const mime = mimeOf(path);
  const forms = new Map<Encoding, Promise<Buffer>>();
  const compressible = isCompressible(mime) && bytes.byteLength >= smallest;
  return {
    mime,
    etag: `"${createHash('sha256').update(bytes).digest('base64url').slice(0, 20)}"`,
    async body(encoding) {
      const form = forms.get(encoding) ?? compress(bytes, encoding);
      forms.set(encoding, form);
      return new Uint8Array(await form);
    },
    encodingFor(accept = '') {
      if (!compressible) return 'identity';
      if (/\bbr\b/.test(accept)) return 'br';
      return /\bgzip\b/.test(accept) ? 'gzip' : 'identity';
    },
  };
}

/** Compresses text for a page that is made for each request, quickly. */
export async function compressOnce(
  text: string,
  acceptEncoding: string | undefined,
): Promise<{ readonly encoding: Encoding; readonly body: Uint8Array<ArrayBuffer> }> {
  const encoding: Encoding = /\bgzip\b/.test(acceptEncoding ?? '') ? 'gzip' : 'identity';
  return { encoding, body: new Uint8Array(encoding === 'gzip' ? await gzipAsync(text) : Buffer.from(text)) };
}

async function compress(bytes: Buffer, encoding: Encoding): Promise<Buffer> {
  if (encoding === 'br')
    return await brotli(bytes, {
      params: { [constants.BROTLI_PARAM_QUALITY]: 9, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.byteLength },
    });
  return encoding === 'gzip' ? await gzipAsync(bytes, { level: 9 }) : bytes;
}
