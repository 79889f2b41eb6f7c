import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { ImportFile } from '@milepost/crm/csv';
import { Failure } from '../failure.ts';

/** The CSV files of a folder, by name. Hidden files and what a spreadsheet program leaves behind (`~$…`) do not count. */
export async function readFolder(folder: string): Promise<ImportFile[]> {
  let files: ImportFile[];
  try {
    const names = (await readdir(folder)).filter((name) => /\.(csv|tsv)$/i.test(name) && !/^[.~]/.test(name)).sort();
    files = await Promise.all(names.map(async (name) => ({ name, bytes: await readFile(join(folder, name)) })));
  } catch (error) {
    throw new Failure('cli.folder', { folder }, error);
  }
  if (files.length === 0) throw new Failure('cli.folder.empty', { folder });
  return files;
}
