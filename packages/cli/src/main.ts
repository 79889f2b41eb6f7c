import { readFileSync } from 'node:fs';

if (process.argv.includes('--version')) {
  const file = new URL('../package.json', import.meta.url);
  const { version } = JSON.parse(readFileSync(file, 'utf8')) as { version: string };
  process.stdout.write(`${version}\n`);
} else {
  process.stderr.write('Usage: milepost --version\n');
  process.exitCode = 1;
}
