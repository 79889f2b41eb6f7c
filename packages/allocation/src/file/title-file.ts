/** What people call metrics and axes: one text, or one in each language. */
import { coreError } from '../core-error.ts';
import { fieldsOf, listOf, textOf } from './shape.ts';
import type { Title, Titles } from '../words/titles.ts';
import type { Fields } from './shape.ts';

/** Reads the names beside metrics and axes. Throws for what is no name, and for a name of an axis that also means another. */
export function readTitles(metrics: unknown, axes: unknown): Titles {
  const found = { metrics: titlesIn(metrics, 'metrics'), axes: titlesIn(axes, 'axes') };
  const meant = new Map(listOf(axes, 'axes').map((axis, at) => [idOf(axis as Fields), `axes.${at}`]));
  [...listOf(axes, 'axes').keys()].forEach((at) => {
    const axis = listOf(axes, 'axes')[at] as Fields;
    const title = found.axes.get(idOf(axis));
    for (const text of title === undefined ? [] : headingsOf(title)) {
      if ((meant.get(text) ?? `axes.${at}`) !== `axes.${at}`) throw coreError('allocation.id.duplicate', text, `axes.${at}.name`);
      meant.set(text, `axes.${at}`);
    }
  });
  return found;
}

/** The axis that a heading stands for, by its id or one of its names; the heading itself where it is none. */
export function axisByHeading({ axes }: Titles): (heading: string) => string {
  const known = new Map([...axes].flatMap(([id, title]) => headingsOf(title).map((text) => [text, id] as const)));
  return (heading) => known.get(heading) ?? heading;
}

function headingsOf(title: Title): string[] {
  return typeof title === 'string' ? [title] : [title.zh, title.en];
}

function titlesIn(value: unknown, path: string): Map<string, Title> {
  return new Map(
    listOf(value, path).flatMap((item, at) => {
      const { name } = item as Fields;
      return name === undefined ? [] : [[idOf(item as Fields), readTitle(name, `${path}.${at}.name`)] as const];
    }),
  );
}

/** A time axis by period may leave its id out. */
function idOf({ id = 'time' }: Fields): string {
  return String(id);
}

function readTitle(value: unknown, path: string): Title {
  if (typeof value === 'string') return textOf(value, path);
  const fields = fieldsOf(value, path, ['zh!', 'en!']);
  return { zh: textOf(fields['zh'], `${path}.zh`), en: textOf(fields['en'], `${path}.en`) };
}
