import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { type FeedInput, parseFeed } from './index.ts';

type Expected = {
  input?: Partial<Omit<FeedInput, 'bytes'>>;
  feed?: object;
  entries?: object[];
  problems?: string[];
  error?: string;
};

const folder = new URL('../fixtures/', import.meta.url);
const names = readdirSync(folder)
  .filter((file) => file.endsWith('.feed'))
  .map((file) => file.replace('.feed', ''));

/** A pair is NAME.feed, the bytes, and NAME.json: what must be read from them; fields it does not name are free. */
describe('reference pairs', () => {
  it.each(names)('%s', async (name) => {
    const { input, problems, ...expected } = JSON.parse(
      readFileSync(new URL(`${name}.json`, folder), 'utf8'),
    ) as Expected;
    const bytes = readFileSync(new URL(`${name}.feed`, folder));
    const result = await parseFeed({ bytes, url: null, ...input });
    expect(result).toMatchObject(expected);
    if (problems) expect([...result.problems].sort()).toEqual([...problems].sort());
  });
});

it('docs/feeds.md explains every problem of the pairs', () => {
  const documented = readFileSync(new URL('../../../docs/feeds.md', import.meta.url), 'utf8');
  const named = names.flatMap((name) => {
    const { problems = [] } = JSON.parse(readFileSync(new URL(`${name}.json`, folder), 'utf8')) as Expected;
    return problems.map((problem) =>
      problem.replace(/\b(declared|as) [\w-]*\d[\w-]*/g, '$1 X').replace(/is X/, 'is utf-8'),
    );
  });
  const known = documented.replaceAll('read as Y', 'read as X');
  for (const problem of new Set(named)) expect(known).toContain(`\`${problem}\``);
});
