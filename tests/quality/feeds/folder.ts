import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

/** Real feeds with right answers; they belong to their publishers and lie outside the repository. */
const root = process.env.RASID_EVAL;
export const folder = root && existsSync(join(root, 'feeds')) ? join(root, 'feeds') : null;

if (folder === null) console.log('feeds: skipped, RASID_EVAL names no folder with "feeds" in it');

export const filesIn = (name: string): string[] =>
  readdirSync(join(folder ?? '', name), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
