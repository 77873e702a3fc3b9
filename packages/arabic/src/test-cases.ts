import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** Rows of a table of cases: one a line, columns parted by tabs, lines that begin with # left out. */
export function casesOf(name: string): string[][] {
  const path = fileURLToPath(new URL(`../cases/${name}`, import.meta.url));
  return readFileSync(path, 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '' && !line.startsWith('#'))
    .map((line) => line.split('\t'));
}
