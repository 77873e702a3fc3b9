import { readdirSync, readFileSync } from 'node:fs';
import type { StoryFile } from './story.ts';

const folder = new URL('../data/stories/', import.meta.url);

/** All stories of data/stories, sorted by id. */
export function readStories(): StoryFile[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .sort()
    .map((name) => {
      // Our own files: data.test.ts checks every field of every one.
      return JSON.parse(readFileSync(new URL(name, folder), 'utf8')) as StoryFile;
    });
}
