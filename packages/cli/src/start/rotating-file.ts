import { closeSync, fstatSync, mkdirSync, openSync, renameSync, rmSync, writeSync } from 'node:fs';
import { dirname } from 'node:path';

const LIMIT_BYTES = 10 * 1024 * 1024;
const KEPT = 3;

/**
 * A log file that never grows beyond a limit: `gateway.log`, then `.1` to `.3`, oldest last. Lines are written through at once,
 * so that the last one before a crash is there. A disk that is full or not writable loses lines, never a request.
 */
export class RotatingFile {
  readonly #path: string;
  readonly #limit: number;
  #file: number | undefined;
  #size = 0;

  /** @param limitBytes size at which a new file begins; 10 MB when left out. */
  constructor(path: string, limitBytes = LIMIT_BYTES) {
    this.#path = path;
    this.#limit = limitBytes;
  }

  /** Appends text that ends with a line break. */
  write(text: string): void {
    try {
      this.#file ??= this.#open();
      if (this.#size >= this.#limit) this.#rotate(this.#file);
      this.#size += writeSync(this.#file, text);
    } catch {
      // Tried again with the next line: the folder may be writable by then.
      this.#close();
    }
  }

  #open(): number {
    mkdirSync(dirname(this.#path), { recursive: true, mode: 0o700 });
    const file = openSync(this.#path, 'a', 0o600);
    this.#size = fstatSync(file).size;
    return file;
  }

  #rotate(full: number): void {
    closeSync(full);
    this.#file = undefined;
    rmSync(`${this.#path}.${KEPT}`, { force: true });
    for (let number = KEPT; number > 0; number -= 1) {
      const older = number === 1 ? this.#path : `${this.#path}.${number - 1}`;
      renameIfThere(older, `${this.#path}.${number}`);
    }
    this.#file = this.#open();
  }

  #close(): void {
    const file = this.#file;
    this.#file = undefined;
    if (file === undefined) return;
    try {
      closeSync(file);
    } catch {
      // It was closed while rotating.
    }
  }
}

function renameIfThere(from: string, to: string): void {
  try {
    renameSync(from, to);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
  }
}
