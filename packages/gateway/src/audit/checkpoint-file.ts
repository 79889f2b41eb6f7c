import { createPrivateKey, createPublicKey, generateKeyPairSync } from 'node:crypto';
import type { KeyObject } from 'node:crypto';
import { open, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setImmediate as otherWork } from 'node:timers/promises';
import { keepText } from '../config/secrets.ts';
import { withLock, writeAtomically } from '../registry/atomic-file.ts';
import { readLine, writeLine } from './checkpoint-line.ts';
import type { Checkpoint } from './checkpoint-line.ts';

/** A line of the file: what we signed, or null when it is not ours. */
export interface CheckpointLine {
  readonly text: string;
  readonly checkpoint: Checkpoint | null;
}

/** Milliseconds of checking signatures after which other requests get their turn. */
const turnMs = 8;

/** The signed checkpoints of a data folder, one to a line. */
export class CheckpointFile {
  readonly #file: string;
  readonly #key: KeyObject;

  private constructor(dataDir: string, key: KeyObject) {
    this.#file = join(dataDir, 'audit-checkpoints.jsonl');
    this.#key = key;
  }

  /** Opens the file with the key of the data folder, which is made when there is none. */
  static async open(dataDir: string): Promise<CheckpointFile> {
    const pem = await keepText(join(dataDir, 'keys'), 'audit.pem', () =>
      generateKeyPairSync('ed25519').privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
    );
    return new CheckpointFile(dataDir, createPrivateKey(pem));
  }

  /**
   * All whole lines. Checking signatures takes about a tenth of a millisecond each, so it is done a few at a time. The rest of a line
   * that a power cut left unfinished was confirmed to nobody and is passed over.
   */
  async read(): Promise<readonly CheckpointLine[]> {
    const key = createPublicKey(this.#key);
    const lines: CheckpointLine[] = [];
    let since = performance.now();
    for (const text of (await this.#text()).split('\n').slice(0, -1)) {
      if (text.trim() !== '') lines.push({ text, checkpoint: readLine(text, key) });
      if (performance.now() - since < turnMs) continue;
      await otherWork();
      since = performance.now();
    }
    return lines;
  }

  /** Signs and adds checkpoints; they are on disk when this returns. An unfinished last line is cut off first. */
  async append(checkpoints: readonly Checkpoint[]): Promise<void> {
    const lines = checkpoints.map((checkpoint) => `${writeLine(checkpoint, this.#key)}\n`);
    await withLock(`${this.#file}.lock`, async () => {
      const length = await this.#wholeLength();
      const handle = await open(this.#file, 'a', 0o600);
      try {
        await handle.truncate(length);
        await handle.writeFile(lines.join(''));
        await handle.sync();
      } finally {
        await handle.close();
      }
    });
  }

  /** Takes lines out by their text; what was added meanwhile stays. */
  async remove(texts: ReadonlySet<string>): Promise<void> {
    if (texts.size === 0) return;
    await withLock(`${this.#file}.lock`, async () => {
      const kept = (await this.#text())
        .split('\n')
        .slice(0, -1)
        .filter((text) => !texts.has(text));
      await writeAtomically(this.#file, kept.map((text) => `${text}\n`).join(''), 0o600);
    });
  }

  async #text(): Promise<string> {
    return await readFile(this.#file, 'utf8').catch(absent(''));
  }

  /** Bytes up to and with the last line break. */
  async #wholeLength(): Promise<number> {
    const bytes = await readFile(this.#file).catch(absent(Buffer.alloc(0)));
    return bytes.lastIndexOf(0x0a) + 1;
  }
}

function absent<T>(value: T): (error: NodeJS.ErrnoException) => T {
  return (error) => {
    if (error.code === 'ENOENT') return value;
    throw error;
  };
}
