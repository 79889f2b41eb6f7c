import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { checkout } from '../support/program.ts';

/** A document of the repository. */
export interface Document {
  /** Below the checkout. */
  readonly path: string;
  readonly text: string;
}

/** Every Markdown file of the repository. */
export function documents(): readonly Document[] {
  const paths = globSync('**/*.md', {
    cwd: checkout,
    exclude: (name) => /(^|\/)(\..+|node_modules|dist)$/.test(name),
  });
  return paths.sort().map((path) => ({ path, text: readFileSync(join(checkout, path), 'utf8') }));
}

/** Code blocks under a line that holds nothing but a file's path, by that path. */
export function filesIn(text: string): ReadonlyMap<string, string> {
  const blocks = text.matchAll(/^`([^`\n]+)`\n```\w+\n(.*?)^```$/gms);
  return new Map([...blocks].map(([, path = '', content = '']) => [path, content]));
}

/** What a document tells people to type: `milepost …`, in blocks and in running text, without comments. */
export function commandsIn(text: string): readonly (readonly string[])[] {
  const lines = [
    ...[...text.matchAll(/^```(?:sh)?\n(.*?)^```$/gms)].flatMap(([, block = '']) => block.split('\n')),
    ...[...text.matchAll(/`((?:npm run )?milepost [^`\n]+)`/g)].map(([, line = '']) => line),
  ];
  return lines.flatMap((line) => {
    const found = /^\s*(?:npm run milepost --|milepost) (.+)$/.exec(line.replace(/\s+#.*$/, ''))?.[1];
    return found ? [found.trim().split(/\s+/)] : [];
  });
}

/** Links to files of the repository, without their anchors. Code does not link. */
export function linksIn(text: string): readonly string[] {
  const prose = text.replace(/^```.*?^```$/gms, '').replace(/`[^`\n]*`/g, '');
  return [...prose.matchAll(/\]\(([^)\s]+)\)/g)]
    .map(([, target = '']) => target.replace(/#.*$/, ''))
    .filter((target) => target !== '' && !/^[a-z]+:/.test(target));
}
