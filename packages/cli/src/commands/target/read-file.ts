import { readFileSync, statSync } from 'node:fs';
import { resolve } from 'node:path';
import { fileProblem, readJson, readPlan } from '@milepost/allocation/file';
import type { PlanDocument } from '@milepost/allocation/file';
import type { CommandContext } from '../../context.ts';
import { inFile } from './file-problem.ts';

/** Larger files are refused before they are read: a plan of this size would need more memory than a process has by itself. */
export const MOST_BYTES = 128 * 1024 * 1024;

/** The bytes of a file of a size that can be handled. Throws a failure that names the file. */
export function readBytes(context: CommandContext, file: string): Uint8Array {
  return inFile(file, () => {
    const path = resolve(context.cwd, file);
    let size: number;
    try {
      size = statSync(path).size;
      if (size <= MOST_BYTES) return readFileSync(path);
    } catch {
      throw fileProblem('allocation.file.unreadable', file);
    }
    throw fileProblem('allocation.file.tooLarge', size);
  });
}

/** The JSON of a file. */
export function readJsonFile(context: CommandContext, file: string): unknown {
  const bytes = readBytes(context, file);
  return inFile(file, () => readJson(decode(bytes)));
}

/** The plan of a file. */
export function readPlanFile(context: CommandContext, file: string): PlanDocument {
  const json = readJsonFile(context, file);
  return inFile(file, () => readPlan(json));
}

function decode(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw fileProblem('allocation.file.encoding', firstBadByte(bytes));
  }
}

/** Where the text stops being UTF-8: found by halving, as only the whole is known to be wrong. */
function firstBadByte(bytes: Uint8Array): number {
  let [good, bad] = [0, bytes.length];
  while (bad - good > 1) {
    const middle = (good + bad) >> 1;
    try {
      new TextDecoder('utf-8', { fatal: true }).decode(bytes.subarray(0, middle), { stream: true });
      good = middle;
    } catch {
      bad = middle;
    }
  }
  return bad;
}
